package io.github.quarkusclaude.deployment.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.error.BudgetExceededException;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.Scenario;
import io.quarkus.test.QuarkusUnitTest;

/** An attempt whose answer was lost may have cost as much as it may cost at most, which is a bit more than a cent here. */
@Timeout(30)
class EachAttemptIsChargedTest {

    private static final BigDecimal CENT = new BigDecimal("0.01");

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Simulated.application()
            .overrideConfigKey("quarkus.claude.retry.max-retries", "5")
            .overrideConfigKey("quarkus.claude.retry.initial-delay", "10ms")
            .overrideConfigKey("quarkus.claude.budget.limit", "0.05")
            .overrideConfigKey("quarkus.claude.budget.period", "P1Y")
            .overrideConfigKey("quarkus.claude.model", "claude-sonnet-5-5")
            .overrideConfigKey("quarkus.claude.max-tokens", "1000");

    @Inject
    ClaudeClients clients;

    private ClaudeSimulator simulator;
    private ClaudeClient claude;

    @BeforeEach
    void connect() {
        simulator = ClaudeSimulator.builder().start();
        claude = Simulated.client(clients, simulator);
    }

    @AfterEach
    void close() {
        claude.close();
        simulator.close();
    }

    @Test
    void whatWasLostCountsBesideWhatWasAnswered() {
        simulator.scenario(Scenario.RESET);

        assertThat(claude.generate("Say exactly: hi").text()).isEqualTo("hi");

        assertThat(spent()).isBetween(CENT, CENT.multiply(BigDecimal.valueOf(2)));
        assertThat(claude.budget().orElseThrow().reserved()).isEqualByComparingTo("0");
    }

    @Test
    void whatTheApiHasRefusedDoesNot() {
        simulator.scenario(Scenario.OVERLOADED.times(2));

        assertThat(claude.generate("Say exactly: hi").text()).isEqualTo("hi");

        assertThat(spent()).isLessThan(CENT);
    }

    @Test
    void noAttemptIsMadeBeyondTheBudget() {
        simulator.scenario(Scenario.RESET.times(10));

        assertThatThrownBy(() -> claude.generate("Say exactly: hi")).isInstanceOf(BudgetExceededException.class);

        assertThat(simulator.requests()).hasSize(4);
        assertThat(spent()).isLessThanOrEqualTo(new BigDecimal("0.05"));
    }

    private BigDecimal spent() {
        return claude.budget().orElseThrow().spent();
    }
}
