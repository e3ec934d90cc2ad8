package io.github.quarkusclaude.deployment.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ReactiveClaudeClient;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.StreamScript;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;

@Timeout(60)
class WaitsAreMeasuredTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Observed.application("quarkus-micrometer")
            .withApplicationRoot(jar -> jar.addClasses(Observed.class, Registry.class)
                    .addAsServiceProvider(ConfigSource.class, Observed.class))
            .overrideRuntimeConfigKey("quarkus.claude.limits.max-concurrent", "1");

    @Inject
    ReactiveClaudeClient claude;

    @Inject
    MeterRegistry registry;

    @Singleton
    static class Registry {

        @Produces
        @Singleton
        SimpleMeterRegistry registry() {
            return new SimpleMeterRegistry();
        }
    }

    @AfterAll
    static void close() {
        Observed.close();
    }

    @Test
    void ofCallsThatWaitForTheirTurn() {
        ClaudeSimulator simulator = Observed.simulator();
        StreamScript unanswered = new StreamScript();
        simulator.script(unanswered);
        AssertSubscriber<Object> first = claude.stream("Hello").subscribe().withSubscriber(AssertSubscriber.create(1));
        CompletableFuture<Message> second = claude.generate("Say exactly: hi").subscribeAsCompletionStage();
        assertThat(second).isNotDone();

        first.cancel();

        assertThat(second).succeedsWithin(30, TimeUnit.SECONDS).extracting(Message::text).isEqualTo("hi");
        assertThat(registry.get("claude.client.wait").timer().count()).isEqualTo(1);
    }
}
