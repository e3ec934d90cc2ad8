package io.github.quarkusclaude.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class BudgetsTest {

    @Inject
    Budgets budgets;

    @Test
    void whatFitsIsSentAndWhatDoesNotIsNot() {
        assertThat(budgets.summary("Once upon a time there was a king.")).isPresent();
        BigDecimal remaining = budgets.remaining();
        assertThat(remaining).isBetween(new BigDecimal("0.3"), new BigDecimal("0.5"));

        assertThat(budgets.summary("A long story. ".repeat(20_000))).isEmpty();
        assertThat(budgets.remaining()).isEqualByComparingTo(remaining);
        assertThat(budgets.tryAgain()).isAfter("1970-01-01T00:00:00Z");
        assertThat(budgets.alarm()).startsWith("summaries has spent 0.");
    }
}
