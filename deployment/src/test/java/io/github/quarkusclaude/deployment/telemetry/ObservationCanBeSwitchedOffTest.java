package io.github.quarkusclaude.deployment.telemetry;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.observation.ClientObserver;
import io.quarkus.arc.All;
import io.quarkus.test.QuarkusUnitTest;

/** Metrics, traces and health can be switched off although the application has the extensions for them. */
class ObservationCanBeSwitchedOffTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Observed
            .application("quarkus-micrometer", "quarkus-opentelemetry", "quarkus-smallrye-health")
            .overrideConfigKey("quarkus.claude.metrics.enabled", "false")
            .overrideConfigKey("quarkus.claude.tracing.enabled", "false")
            .overrideConfigKey("quarkus.claude.health.enabled", "false")
            .overrideConfigKey("quarkus.otel.traces.exporter", "none");

    @Inject
    ClaudeClient claude;

    @All
    List<ClientObserver> observers;

    @AfterAll
    static void close() {
        Observed.close();
    }

    @Test
    void nobodyWatches() {
        assertThat(observers).isEmpty();
        assertThat(claude.generate("What is 6 * 7?").text()).contains("42");
    }

    @Test
    void nobodyChecks() {
        when().get("/q/health/ready").then().statusCode(200).body("checks", empty());
    }
}
