package io.github.quarkusclaude.deployment.telemetry;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.error.ServerException;
import io.github.quarkusclaude.simulator.ScriptedAnswer;
import io.quarkus.test.QuarkusUnitTest;

/** With SmallRye Health, the application is not ready while the circuit of a client is open. */
class ReadinessTellsOfCircuitsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Observed.application("quarkus-smallrye-health")
            .overrideRuntimeConfigKey("quarkus.claude.retry.max-retries", "0")
            .overrideRuntimeConfigKey("quarkus.claude.circuit-breaker.request-volume-threshold", "2")
            .overrideRuntimeConfigKey("quarkus.claude.circuit-breaker.delay", "1h");

    @Inject
    ClaudeClient claude;

    @AfterAll
    static void close() {
        Observed.close();
    }

    @Test
    void downOnceItIsOpen() {
        when().get("/q/health/ready").then().statusCode(200).body("checks[0].name", equalTo("Claude clients"))
                .body("checks[0].data.'<default>: circuit'", equalTo("closed"));

        ScriptedAnswer broken = ScriptedAnswer.error(500, "api_error", "Internal server error");
        Observed.simulator().script(broken, broken);
        for (int call = 0; call < 2; call++) {
            assertThatThrownBy(() -> claude.generate("Hello")).isInstanceOf(ServerException.class);
        }

        when().get("/q/health/ready").then().statusCode(503)
                .body("checks[0].data.'<default>: circuit'", equalTo("open"))
                .body("checks[0].data.'<default>: credential'", equalTo("available"));
    }
}
