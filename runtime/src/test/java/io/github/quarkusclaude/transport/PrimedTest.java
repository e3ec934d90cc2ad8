package io.github.quarkusclaude.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Items are numbers here; content begins with the first that is not negative. */
class PrimedTest {

    private static final Duration AT_MOST = Duration.ofSeconds(30);

    @Property
    void everyItemIsHandedOutOnceInItsOrder(@ForAll @IntRange(max = 5) int heldBack, @ForAll @IntRange(max = 50) int content,
            @ForAll @Size(max = 80) List<@IntRange(min = 1, max = 4) Integer> requests) {
        List<Integer> items = IntStream.range(-heldBack, content).boxed().toList();

        AssertSubscriber<Integer> subscriber = primed(Multi.createFrom().iterable(items)).items().subscribe()
                .withSubscriber(AssertSubscriber.create());
        int asked = 0;
        for (int request : requests) {
            subscriber.request(request);
            asked += request;
            assertThat(subscriber.getItems()).isEqualTo(items.subList(0, Math.min(asked, items.size())));
        }

        subscriber.request(Long.MAX_VALUE);
        subscriber.assertCompleted();
        assertThat(subscriber.getItems()).isEqualTo(items);
    }

    @Test
    void whatFailsBeforeTheContentFailsToOpen() {
        Multi<Integer> failing = Multi.createBy().concatenating().streams(Multi.createFrom().items(-2, -1),
                Multi.createFrom().failure(new IllegalStateException("broken")));

        assertThatThrownBy(() -> primed(failing)).hasMessage("broken");
    }

    @Test
    void whatFailsLaterFailsBehindTheItemsThatWereAskedFor() {
        UnicastProcessor<Integer> source = UnicastProcessor.create();
        source.onNext(-1);
        source.onNext(0);
        Primed<Integer> primed = primed(source);
        source.onError(new IllegalStateException("broken"));

        AssertSubscriber<Integer> subscriber = primed.items().subscribe().withSubscriber(AssertSubscriber.create(1));
        subscriber.assertItems(-1).assertFailedWith(IllegalStateException.class, "broken");
    }

    @Test
    void nobodyWaitsForContentThatDoesNotExist() {
        primed(Multi.createFrom().items(-2, -1)).items().subscribe().withSubscriber(AssertSubscriber.create(10))
                .assertItems(-2, -1).assertCompleted();
        primed(Multi.createFrom().<Integer> empty()).items().subscribe().withSubscriber(AssertSubscriber.create(10))
                .assertItems().assertCompleted();
    }

    @Test
    void theSourceIsCancelledWhenNobodyWantsItAnyMore() {
        AtomicBoolean cancelled = new AtomicBoolean();
        Multi<Integer> silent = Multi.createFrom().<Integer> nothing().onCancellation().invoke(() -> cancelled.set(true));
        Primed.of(silent, item -> item >= 0).subscribe().withSubscriber(UniAssertSubscriber.create()).cancel();
        assertThat(cancelled).isTrue();

        cancelled.set(false);
        Primed<Integer> untaken = primed(open(cancelled));
        untaken.cancelUnlessTaken();
        assertThat(cancelled).isTrue();

        cancelled.set(false);
        Primed<Integer> taken = primed(open(cancelled));
        AssertSubscriber<Integer> subscriber = taken.items().subscribe().withSubscriber(AssertSubscriber.create());
        taken.cancelUnlessTaken();
        assertThat(cancelled).isFalse();
        subscriber.cancel();
        assertThat(cancelled).isTrue();
    }

    @Test
    void thereIsOneSubscriber() {
        Multi<Integer> items = primed(Multi.createFrom().items(1)).items();
        items.subscribe().withSubscriber(AssertSubscriber.create(1)).assertCompleted();

        items.subscribe().withSubscriber(AssertSubscriber.create(1)).assertFailedWith(IllegalStateException.class);
    }

    private static Multi<Integer> open(AtomicBoolean cancelled) {
        return Multi.createBy().concatenating().streams(Multi.createFrom().items(1), Multi.createFrom().<Integer> nothing())
                .onCancellation().invoke(() -> cancelled.set(true));
    }

    private static Primed<Integer> primed(Multi<Integer> items) {
        return Primed.of(items, item -> item >= 0).await().atMost(AT_MOST);
    }
}
