package io.github.quarkusclaude.deployment.client;

import static io.github.quarkusclaude.deployment.client.Simulated.start;
import static io.github.quarkusclaude.deployment.client.Simulated.stop;
import static io.github.quarkusclaude.deployment.client.Simulated.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.StreamScript;
import io.github.quarkusclaude.stream.MessageStart;
import io.github.quarkusclaude.stream.MessageStop;
import io.github.quarkusclaude.stream.MessageStream;
import io.github.quarkusclaude.stream.StreamEvent;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;

/** Streams that go well. */
@Timeout(30)
class StreamsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Simulated.application();

    @Inject
    ClaudeClients clients;

    private ClaudeSimulator simulator;
    private StreamScript script;
    private ClaudeClient claude;

    @BeforeEach
    void connect() {
        script = new StreamScript();
        simulator = ClaudeSimulator.builder().start();
        claude = Simulated.client(clients, simulator);
    }

    @AfterEach
    void close() {
        claude.close();
        simulator.close();
    }

    @Test
    void textReachesTheReaderAsItIsSent() {
        simulator.script(script);

        try (MessageStream stream = claude.stream("Hello")) {
            Iterator<String> text = stream.text().iterator();
            for (String word : List.of("one", "two", "three")) {
                // what follows is sent only when this has been read
                script.send((word.equals("one") ? start() : "") + text(word));
                assertThat(text.next()).isEqualTo(word);
            }
            script.send(stop());
            script.end();
            assertThat(text.hasNext()).isFalse();
            assertThat(stream.finalMessage().text()).isEqualTo("onetwothree");
        }
    }

    @Test
    void aStreamIsOverWithTheMessageWhateverTheServerDoesNext() {
        simulator.script(script);
        script.send(start() + text("Hi") + stop() + "event: data\ndata: [DONE]\n\n");

        // the server neither ends the answer nor closes the connection
        assertThat(claude.stream("Hello").finalMessage().text()).isEqualTo("Hi");
        assertThat(script.closedByClient()).succeedsWithin(30, TimeUnit.SECONDS);
    }

    @Test
    void connectionsAreUsedAgain() {
        for (int i = 0; i < 5; i++) {
            claude.stream("Hello").finalMessage();
        }

        assertThat(simulator.requests()).hasSize(5).extracting(request -> request.connectionId()).containsOnly(
                simulator.requests().get(0).connectionId());
    }

    @Test
    void nothingIsSentBeforeSomebodySubscribes() {
        var stream = claude.reactive().stream("Hello");
        assertThat(simulator.requests()).isEmpty();

        stream.finalMessage().await().indefinitely();
        stream.text().collect().asList().await().indefinitely();
        assertThat(simulator.requests()).hasSize(2);
    }

    @Test
    void theSubscriberGetsOnlyWhatItAsksFor() {
        AssertSubscriber<StreamEvent> subscriber = claude.reactive().stream("lorem 2000 tokens").subscribe()
                .withSubscriber(AssertSubscriber.create(0));

        subscriber.request(1).awaitItems(1, Duration.ofSeconds(10));
        subscriber.request(2).awaitItems(3, Duration.ofSeconds(10));
        assertThat(subscriber.getItems()).hasSize(3).first().isInstanceOf(MessageStart.class);

        subscriber.request(Long.MAX_VALUE).awaitCompletion(Duration.ofSeconds(10));
        assertThat(subscriber.getItems()).last().isInstanceOf(MessageStop.class);
    }

    @Test
    void aSlowReaderHoldsTheServerBack() {
        simulator.script(script);
        String block = text("x".repeat(60_000));
        AssertSubscriber<String> subscriber = claude.reactive().stream("Hello").text().subscribe()
                .withSubscriber(AssertSubscriber.create(1));
        script.send(start() + block);
        subscriber.awaitItems(1, Duration.ofSeconds(10));

        // far more than all buffers on the way can hold: not all of it is taken before the reader asks
        CompletableFuture<?> last = CompletableFuture.completedFuture(null);
        for (int i = 0; i < 1_000; i++) {
            last = script.send(block);
        }
        assertThat(last).isNotDone();
        script.send(stop());
        script.end();

        subscriber.request(Long.MAX_VALUE).awaitCompletion(Duration.ofSeconds(20));
        assertThat(last).isDone();
        assertThat(subscriber.getItems()).hasSize(1_001);
    }

    @Test
    void cancellingClosesTheConnection() throws Exception {
        simulator.script(script);
        AssertSubscriber<String> subscriber = claude.reactive().stream("Hello").text().subscribe()
                .withSubscriber(AssertSubscriber.create(10));
        script.send(start() + text("Hi"));
        subscriber.awaitItems(1, Duration.ofSeconds(10));

        subscriber.cancel();

        assertThat(script.closedByClient()).succeedsWithin(30, TimeUnit.SECONDS);
    }

    @Test
    void cancellingBeforeTheAnswerBeginsAbandonsTheRequest() {
        StreamScript unanswered = new StreamScript();
        simulator.script(unanswered);
        AssertSubscriber<StreamEvent> subscriber = claude.reactive().stream("Hello").subscribe()
                .withSubscriber(AssertSubscriber.create(10));
        assertThat(unanswered.started()).succeedsWithin(30, TimeUnit.SECONDS);

        subscriber.cancel();

        assertThat(unanswered.closedByClient()).succeedsWithin(30, TimeUnit.SECONDS);
    }

    @Test
    void closingClosesTheConnection() {
        simulator.script(script);
        script.send(start() + text("Hi"));
        try (MessageStream stream = claude.stream("Hello")) {
            assertThat(stream.text().iterator().next()).isEqualTo("Hi");
        }

        assertThat(script.closedByClient()).succeedsWithin(30, TimeUnit.SECONDS);
    }

    @Test
    void interruptingTheReaderClosesTheConnection() throws Exception {
        simulator.script(script);
        script.send(start() + text("Hi"));
        CompletableFuture<Throwable> outcome = new CompletableFuture<>();
        CompletableFuture<Void> reading = new CompletableFuture<>();
        Thread reader = new Thread(() -> {
            try (MessageStream stream = claude.stream("Hello")) {
                stream.text().forEach(text -> reading.complete(null));
            } catch (RuntimeException e) {
                outcome.complete(Thread.currentThread().isInterrupted() ? e : new AssertionError("not interrupted", e));
            }
        });
        reader.start();
        reading.get(10, TimeUnit.SECONDS);

        reader.interrupt();

        assertThat(outcome.get(10, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
        assertThat(script.closedByClient()).succeedsWithin(30, TimeUnit.SECONDS);
    }

    @Test
    void interruptingACallAbandonsIt() throws Exception {
        simulator.script(script);
        CompletableFuture<Throwable> outcome = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            try {
                claude.generate("Hello");
            } catch (RuntimeException e) {
                outcome.complete(e);
            }
        });
        caller.start();
        script.started().get(10, TimeUnit.SECONDS);

        caller.interrupt();

        assertThat(outcome.get(10, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
        assertThat(script.closedByClient()).succeedsWithin(30, TimeUnit.SECONDS);
    }

    @Test
    void aStreamAndAnAnswerInOnePieceAreTheSameMessage() {
        var whole = claude.generate("What is 17 * 23?");
        var streamed = claude.stream("What is 17 * 23?").finalMessage();

        assertThat(streamed.content()).isEqualTo(whole.content());
        assertThat(streamed.stopReason()).isEqualTo(whole.stopReason());
    }

    @Test
    void eventsAreTakenOnce() {
        MessageStream stream = claude.stream("Hello");
        long events = stream.events().count();

        assertThat(events).isGreaterThan(5);
        assertThat(stream.events()).isEmpty();
        assertThatThrownBy(() -> stream.iterator().next()).isInstanceOf(java.util.NoSuchElementException.class);
    }
}
