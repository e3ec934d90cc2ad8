package io.github.quarkusclaude.deployment.catalog;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.catalog.ClaudeModel;
import io.github.quarkusclaude.catalog.EffortRules;
import io.github.quarkusclaude.catalog.Lifecycle;
import io.github.quarkusclaude.catalog.Limits;
import io.github.quarkusclaude.catalog.ModelStatus;

/**
 * What can be wrong with one model, looked at alone. Prices have their own checks.
 */
final class ModelChecks {

    private final LocalDate today;
    private final CatalogProblems problems;

    ModelChecks(LocalDate today, CatalogProblems problems) {
        this.today = today;
        this.problems = problems;
    }

    void check(ModelEntry entry) {
        ClaudeModel model = entry.model();
        if (model.displayName().isBlank()) {
            problems.add(entry.origin(), "display_name", "is missing; give the name people read");
        }
        String line = model.line();
        // the oldest models had no line, and nobody chooses among retired ones by it
        if (line == null ? model.lifecycle().status() != ModelStatus.RETIRED : line.isBlank()) {
            problems.add(entry.origin(), "line", "is missing; name the family of the model, for example sonnet");
        }
        checkLifecycle(entry.origin(), model.lifecycle());
        checkLimits(entry.origin(), model.limits());
        checkEffort(entry.origin(), model.effort());
    }

    private void checkLifecycle(EntryOrigin origin, Lifecycle lifecycle) {
        checkOrder(origin, "its release", lifecycle.released(), "deprecated", lifecycle.deprecated());
        checkOrder(origin, "its release", lifecycle.released(), "retires", lifecycle.retires());
        checkOrder(origin, "its deprecation", lifecycle.deprecated(), "retires", lifecycle.retires());
        checkOrder(origin, "the earliest day promised", lifecycle.retiresNotBefore(), "retires", lifecycle.retires());
        LocalDate retires = lifecycle.retires();
        if (lifecycle.status() == ModelStatus.RETIRED && retires != null && retires.isAfter(today)) {
            problems.add(origin, "lifecycle.status", "is retired, but the model retires on " + retires
                    + "; make it deprecated until then, or correct the date");
        }
    }

    private void checkOrder(EntryOrigin origin, String first, @Nullable LocalDate firstDay, String second,
            @Nullable LocalDate secondDay) {
        if (firstDay != null && secondDay != null && firstDay.isAfter(secondDay)) {
            problems.add(origin, "lifecycle." + second,
                    "is " + secondDay + ", before " + first + " (" + firstDay + "); correct one of them");
        }
    }

    private void checkLimits(EntryOrigin origin, Limits limits) {
        checkPositive(origin, "max_input_tokens", limits.maxInputTokens());
        checkPositive(origin, "max_tokens", limits.maxTokens());
        checkPositive(origin, "max_tokens_batch", limits.maxTokensBatch());
        checkPositive(origin, "cache_minimum_tokens", limits.cacheMinimumTokens());
        checkFits(origin, "max_tokens", limits.maxTokens(), limits.maxInputTokens());
        checkFits(origin, "max_tokens_batch", limits.maxTokensBatch(), limits.maxInputTokens());
    }

    private void checkPositive(EntryOrigin origin, String field, @Nullable Integer tokens) {
        if (tokens != null && tokens <= 0) {
            problems.add(origin, "limits." + field,
                    "is " + tokens + "; make it greater than 0, or leave it out if it is not known");
        }
    }

    private void checkFits(EntryOrigin origin, String field, @Nullable Integer tokens, @Nullable Integer maxInputTokens) {
        if (tokens != null && maxInputTokens != null && tokens > maxInputTokens) {
            problems.add(origin, "limits." + field, "is " + tokens + ", more than the context window of "
                    + maxInputTokens + " tokens, which holds prompt and answer; correct one of them");
        }
    }

    private void checkEffort(EntryOrigin origin, EffortRules effort) {
        if (effort.supported().isNo() && (!effort.levels().isEmpty() || effort.defaultLevel() != null)) {
            problems.add(origin, "effort.levels", "or the default level is set although the model takes no effort;"
                    + " remove it, or do not say that effort is not supported");
        } else if (effort.defaultLevel() != null && !effort.levels().isEmpty()
                && !effort.levels().contains(effort.defaultLevel())) {
            problems.add(origin, "effort.default", "is " + effort.defaultLevel().id()
                    + ", which is not one of the levels; use one of them or add it to the levels");
        }
    }
}
