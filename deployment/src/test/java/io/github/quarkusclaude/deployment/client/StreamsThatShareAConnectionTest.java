package io.github.quarkusclaude.deployment.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.error.NotFoundException;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.ScriptedAnswer;
import io.github.quarkusclaude.simulator.StreamScript;
import io.github.quarkusclaude.stream.StreamEvent;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.vertx.core.buffer.Buffer;

/**
 * A connection is free for the next stream as soon as the answer has arrived, even if its reader has not taken all of it.
 */
@Timeout(30)
class StreamsThatShareAConnectionTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Simulated.application()
            .overrideConfigKey("quarkus.claude.connection-pool-size", "1");

    @Inject
    ClaudeClients clients;

    @Test
    void aReaderThatLeavesDoesNotDisturbTheNextStream() {
        theNextStreamEndsWell(AssertSubscriber::cancel, Simulated.start() + Simulated.text("Hi") + Simulated.stop());
    }

    @Test
    void anAnswerThatFailsDoesNotDisturbTheNextStream() {
        theNextStreamEndsWell(subscriber -> subscriber.request(10), Simulated.start()
                + Simulated.event("error", "\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}"));
    }

    @Test
    void aDownloadThatIsRefusedDoesNotDisturbTheNextStream() {
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().start();
                ClaudeClient claude = Simulated.client(clients, simulator)) {
            AssertSubscriber<Buffer> first = claude.reactive().files().content("file_unknown").subscribe()
                    .withSubscriber(AssertSubscriber.create(1));
            AssertSubscriber<String> second = claude.reactive().stream("Hello").text().subscribe()
                    .withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));

            first.awaitFailure(Duration.ofSeconds(10)).assertFailedWith(NotFoundException.class);
            second.awaitCompletion(Duration.ofSeconds(10));
            assertThat(simulator.requests()).hasSize(2);
            assertThat(simulator.requests().get(1).connectionId()).isEqualTo(simulator.requests().get(0).connectionId());
        }
    }

    private void theNextStreamEndsWell(Consumer<AssertSubscriber<?>> end, String firstAnswer) {
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().start();
                ClaudeClient claude = Simulated.client(clients, simulator)) {
            StreamScript script = new StreamScript();
            simulator.script(ScriptedAnswer.sse(firstAnswer.getBytes(StandardCharsets.UTF_8)), script);
            AssertSubscriber<StreamEvent> first = claude.reactive().stream("Hello").subscribe()
                    .withSubscriber(AssertSubscriber.create(1));
            first.awaitItems(1, Duration.ofSeconds(10));
            AssertSubscriber<String> second = claude.reactive().stream("Hello").text().subscribe()
                    .withSubscriber(AssertSubscriber.create(10));
            assertThat(script.started()).succeedsWithin(30, TimeUnit.SECONDS);

            end.accept(first);

            script.send(Simulated.start() + Simulated.text("Hi") + Simulated.stop());
            script.end();
            second.awaitCompletion(Duration.ofSeconds(10));
            assertThat(simulator.requests().get(1).connectionId()).isEqualTo(simulator.requests().get(0).connectionId());
        }
    }
}
