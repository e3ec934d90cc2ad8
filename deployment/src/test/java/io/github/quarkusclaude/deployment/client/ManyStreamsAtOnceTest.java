package io.github.quarkusclaude.deployment.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.ScriptedAnswer;
import io.github.quarkusclaude.simulator.StreamScript;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;

/** A thousand streams need a thousand connections, but not a thousand threads, and leave nothing behind. */
@Timeout(120)
class ManyStreamsAtOnceTest {

    private static final int STREAMS = 1_000;

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Simulated.application()
            .overrideConfigKey("quarkus.claude.limits.max-concurrent", Integer.toString(STREAMS));

    @Inject
    ClaudeClients clients;

    @Test
    void aThousandStreamsAreOpenAtTheSameTime() {
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().start();
                ClaudeClient claude = Simulated.client(clients, simulator)) {
            claude.stream("warm up").finalMessage();
            int threads = threads().size();
            List<StreamScript> scripts = new ArrayList<>();
            for (int i = 0; i < STREAMS; i++) {
                scripts.add(new StreamScript());
            }
            simulator.script(scripts.toArray(ScriptedAnswer[]::new));

            List<AssertSubscriber<String>> subscribers = new ArrayList<>();
            for (int i = 0; i < STREAMS; i++) {
                subscribers.add(claude.reactive().stream("Hello").text().subscribe()
                        .withSubscriber(AssertSubscriber.create(Long.MAX_VALUE)));
            }
            // every stream is open and has begun before any of them goes on
            scripts.forEach(script -> script.send(Simulated.start() + Simulated.text("Hi")));
            subscribers.forEach(subscriber -> subscriber.awaitItems(1, Duration.ofSeconds(60)));
            assertThat(threads().size() - threads).isLessThan(20);

            scripts.forEach(script -> {
                script.send(Simulated.stop());
                script.end();
            });
            subscribers.forEach(subscriber -> subscriber.awaitCompletion(Duration.ofSeconds(60)));
            assertThat(subscribers).allSatisfy(subscriber -> assertThat(subscriber.getItems()).containsExactly("Hi"));
        }
    }

    @Test
    void closingAClientEndsItsConnections() {
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().start()) {
            ClaudeClient claude = Simulated.client(clients, simulator);
            claude.generate("Hello");
            claude.stream("Hello").finalMessage();

            claude.close();

            assertThat(simulator.requests()).hasSize(2)
                    .allSatisfy(request -> assertThat(request.connectionClosed()).succeedsWithin(Duration.ofSeconds(10)));
        }
    }

    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(thread -> thread.getName() + thread.getId())
                .collect(Collectors.toSet());
    }
}
