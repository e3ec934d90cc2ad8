package io.github.quarkusclaude.deployment.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.RecordedRequest;
import io.github.quarkusclaude.simulator.StreamScript;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;

@Timeout(30)
class Http2Test {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Simulated.application().overrideConfigKey("quarkus.claude.http2", "true")
            .overrideConfigKey("quarkus.claude.connection-pool-size", "1");

    @Inject
    ClaudeClients clients;

    @Test
    void streamsShareAConnectionAndCancellingOneLeavesTheOthersAlone() {
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().start();
                ClaudeClient claude = Simulated.client(clients, simulator)) {
            assertThat(claude.generate("What is 6 * 7?").text()).contains("42");
            assertThat(claude.stream("What is 6 * 7?").finalMessage().text()).contains("42");
            StreamScript cancelled = new StreamScript();
            StreamScript other = new StreamScript();
            simulator.script(cancelled, other);
            AssertSubscriber<String> first = open(claude, cancelled);
            AssertSubscriber<String> second = open(claude, other);

            first.cancel();
            assertThat(cancelled.closedByClient()).succeedsWithin(30, TimeUnit.SECONDS);
            other.send(Simulated.stop());
            other.end();

            second.awaitCompletion(Duration.ofSeconds(10));
            assertThat(simulator.requests()).extracting(RecordedRequest::protocol).containsOnly("HTTP/2");
            assertThat(simulator.requests().get(2).connectionId()).isEqualTo(simulator.requests().get(3).connectionId());
        }
    }

    private static AssertSubscriber<String> open(ClaudeClient claude, StreamScript script) {
        AssertSubscriber<String> subscriber = claude.reactive().stream("Hello").text().subscribe()
                .withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
        script.send(Simulated.start() + Simulated.text("Hi"));
        return subscriber.awaitItems(1, Duration.ofSeconds(10));
    }
}
