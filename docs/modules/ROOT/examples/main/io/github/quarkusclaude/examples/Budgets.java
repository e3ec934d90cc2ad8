package io.github.quarkusclaude.examples;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClientName;
import io.github.quarkusclaude.error.BudgetExceededException;
import io.github.quarkusclaude.limits.BudgetEvent;
import io.github.quarkusclaude.limits.BudgetStatus;

/** What a client may spend. */
@ApplicationScoped
public class Budgets {

    @Inject
    @ClaudeClientName("summaries")
    ClaudeClient claude;

    private volatile Instant tryAgain = Instant.EPOCH;
    private volatile String alarm = "";

    Optional<String> summary(String text) {
        // tag::exceeded[]
        try {
            return Optional.of(claude.generate("Summarize: " + text).text());
        } catch (BudgetExceededException e) { // <1>
            tryAgain = e.reserved().signum() > 0 ? Instant.now().plus(Duration.ofSeconds(10)) // <2>
                    : e.periodEnd(); // <3>
            return Optional.empty();
        }
        // end::exceeded[]
    }

    BigDecimal remaining() {
        // tag::status[]
        BudgetStatus budget = claude.budget().orElseThrow(); // <1>
        return budget.limit().subtract(budget.spent()).subtract(budget.reserved()); // <2>
        // end::status[]
    }

    // tag::event[]
    void watch(@Observes BudgetEvent event) {
        alarm = event.client() + " has spent " + event.budget().spent() + " USD";
    }
    // end::event[]

    Instant tryAgain() {
        return tryAgain;
    }

    String alarm() {
        return alarm;
    }
}
