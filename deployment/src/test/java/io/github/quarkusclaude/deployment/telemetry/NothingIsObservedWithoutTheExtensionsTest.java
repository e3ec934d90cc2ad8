package io.github.quarkusclaude.deployment.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.observation.ClientObserver;
import io.quarkus.arc.All;
import io.quarkus.test.QuarkusUnitTest;

/** An application without the extensions for metrics, traces and health has nothing of them, and its clients work. */
class NothingIsObservedWithoutTheExtensionsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Observed.application();

    @Inject
    ClaudeClient claude;

    @All
    List<ClientObserver> observers;

    @AfterAll
    static void close() {
        Observed.close();
    }

    @Test
    void clientsWork() {
        assertThat(claude.generate("What is 6 * 7?").text()).contains("42");
        assertThat(claude.stream("What is 6 * 7?").finalMessage().text()).contains("42");
    }

    @Test
    void nobodyWatches() {
        assertThat(observers).isEmpty();
    }
}
