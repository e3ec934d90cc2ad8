package io.github.quarkusclaude.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.github.quarkusclaude.batch.BatchCounts;
import io.github.quarkusclaude.batch.BatchPolling;
import io.github.quarkusclaude.batch.BatchStatus;
import io.github.quarkusclaude.batch.BatchTimeoutException;
import io.github.quarkusclaude.batch.MessageBatch;
import io.github.quarkusclaude.error.ErrorDetails;
import io.github.quarkusclaude.error.NotFoundException;
import io.github.quarkusclaude.error.OverloadedException;
import io.github.quarkusclaude.error.RateLimitException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;

/** How a batch is waited for, in a time that passes when it is waited for. */
class BatchWatchTest {

    private static final BatchPolling POLLING = new BatchPolling(Duration.ofSeconds(4), Duration.ofSeconds(10), 0, null);

    private final VirtualTime time = new VirtualTime();
    private final Deque<Object> answers = new ArrayDeque<>();
    private int calls;

    @Test
    void itIsAskedForAtGrowingIntervalsUntilItHasEnded() {
        answer(BatchStatus.IN_PROGRESS, BatchStatus.IN_PROGRESS, BatchStatus.IN_PROGRESS, BatchStatus.CANCELING,
                BatchStatus.ENDED);

        List<MessageBatch> seen = watch(POLLING).collect().asList().await().atMost(Duration.ofSeconds(30));

        assertThat(seen).extracting(MessageBatch::status).endsWith(BatchStatus.CANCELING, BatchStatus.ENDED).hasSize(5);
        assertThat(time.delays).containsExactly(Duration.ofSeconds(4), Duration.ofSeconds(6), Duration.ofSeconds(9),
                Duration.ofSeconds(10));
    }

    @Test
    void aBatchThatHasEndedIsNotWaitedFor() {
        answer(BatchStatus.ENDED);

        assertThat(watch(POLLING).collect().asList().await().atMost(Duration.ofSeconds(30))).hasSize(1);
        assertThat(time.delays).isEmpty();
    }

    @Test
    void everySubscriptionBeginsAnew() {
        answer(BatchStatus.IN_PROGRESS, BatchStatus.ENDED, BatchStatus.IN_PROGRESS, BatchStatus.ENDED);
        Multi<MessageBatch> watch = watch(POLLING);

        assertThat(watch.collect().asList().await().atMost(Duration.ofSeconds(30))).hasSize(2);
        assertThat(watch.collect().asList().await().atMost(Duration.ofSeconds(30))).hasSize(2);
        assertThat(time.delays).containsExactly(Duration.ofSeconds(4), Duration.ofSeconds(4));
    }

    @Test
    void aDayOfAskingEndsToo() {
        for (int i = 0; i < 10_000; i++) {
            answer(BatchStatus.IN_PROGRESS);
        }
        answer(BatchStatus.ENDED);

        assertThat(watch(POLLING).collect().last().await().atMost(Duration.ofSeconds(30)).hasEnded()).isTrue();
        assertThat(calls).isEqualTo(10_001);
    }

    @Test
    void chanceShortensTheIntervals() {
        answer(BatchStatus.IN_PROGRESS, BatchStatus.IN_PROGRESS, BatchStatus.ENDED);

        watch(POLLING.withJitter(0.5)).collect().last().await().atMost(Duration.ofSeconds(30));

        assertThat(time.delays).containsExactly(Duration.ofSeconds(3), Duration.ofMillis(4500));
    }

    @Test
    void afterTheTimeOutItIsAskedForOnceMore() {
        for (int i = 0; i < 10; i++) {
            answer(BatchStatus.IN_PROGRESS);
        }

        BatchTimeoutException failure = catchThrowableOfType(BatchTimeoutException.class,
                () -> watch(POLLING.withTimeout(Duration.ofSeconds(12))).collect().last().await()
                        .atMost(Duration.ofSeconds(30)));

        assertThat(time.delays).containsExactly(Duration.ofSeconds(4), Duration.ofSeconds(6), Duration.ofSeconds(2));
        assertThat(calls).isEqualTo(4);
        assertThat(failure.batch().id()).isEqualTo("msgbatch_1");
        assertThat(failure).hasMessageContaining("msgbatch_1").hasMessageContaining("12 s");
    }

    @Test
    void failuresThatPassAreBorneAndTheWaitTheApiAsksForIsKept() {
        answers.add(new OverloadedException(ErrorDetails.of(529, "Overloaded"), null));
        answer(BatchStatus.IN_PROGRESS);
        answers.add(
                new RateLimitException(new ErrorDetails("Slow down", 429, null, null, null, Duration.ofMinutes(3), null, null,
                        null, null), null));
        answer(BatchStatus.ENDED);

        assertThat(watch(POLLING).collect().last().await().atMost(Duration.ofSeconds(30)).hasEnded()).isTrue();
        assertThat(time.delays).containsExactly(Duration.ofSeconds(4), Duration.ofSeconds(6), Duration.ofMinutes(3));
    }

    @Test
    void failuresWithoutEndAreTold() {
        for (int i = 0; i < 10; i++) {
            answers.add(new OverloadedException(ErrorDetails.of(529, "Overloaded"), null));
        }

        catchThrowableOfType(OverloadedException.class,
                () -> watch(POLLING).collect().last().await().atMost(Duration.ofSeconds(30)));

        assertThat(calls).isEqualTo(6);
    }

    @Test
    void failuresThatDoNotPassAreToldAtOnce() {
        answers.add(new NotFoundException(ErrorDetails.of(404, "No such batch"), null));

        assertThat(catchThrowableOfType(NotFoundException.class,
                () -> watch(POLLING).collect().last().await().atMost(Duration.ofSeconds(30)))).isNotNull();
        assertThat(calls).isEqualTo(1);
    }

    @Test
    void cancellingEndsTheWaiting() {
        answer(BatchStatus.IN_PROGRESS, BatchStatus.ENDED);
        time.standsStill = true;

        AssertSubscriber<MessageBatch> subscriber = watch(POLLING).subscribe().withSubscriber(AssertSubscriber.create(9));
        subscriber.assertNotTerminated().cancel();

        assertThat(time.cancelled).isTrue();
        assertThat(calls).isEqualTo(1);
    }

    private void answer(BatchStatus... statuses) {
        for (BatchStatus status : statuses) {
            answers.add(new MessageBatch("msgbatch_1", status, BatchCounts.NONE, null, null, null, null, null, null, Map.of()));
        }
    }

    private Multi<MessageBatch> watch(BatchPolling polling) {
        Uni<MessageBatch> call = Uni.createFrom().deferred(() -> {
            calls++;
            Object answer = answers.remove();
            return answer instanceof Throwable failure ? Uni.createFrom().failure(failure)
                    : Uni.createFrom().item((MessageBatch) answer);
        });
        return BatchWatch.watch(call, polling, time, () -> 0.5);
    }

    private static final class VirtualTime implements BatchWatch.Time {

        private final List<Duration> delays = new ArrayList<>();
        private long nanos = 42;
        private boolean standsStill;
        private boolean cancelled;

        @Override
        public long nanos() {
            return nanos;
        }

        @Override
        public Uni<Void> delay(Duration duration) {
            delays.add(duration);
            if (standsStill) {
                return Uni.createFrom().<Void> nothing().onCancellation().invoke(() -> cancelled = true);
            }
            nanos += duration.toNanos();
            return Uni.createFrom().voidItem();
        }
    }
}
