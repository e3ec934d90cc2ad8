package io.github.quarkusclaude.service.cli;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.Dependent;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.catalog.rules.BetaFeatures;
import io.github.quarkusclaude.message.MessageRequestBuilder;
import io.github.quarkusclaude.message.ModelRoute;
import io.github.quarkusclaude.message.RequestOptions;
import io.github.quarkusclaude.message.ThinkingConfig;
import io.github.quarkusclaude.message.ThinkingLevel;
import io.github.quarkusclaude.message.Unsupported;
import io.quarkus.arc.Unremovable;
import picocli.CommandLine.Option;

/** How the model thinks, and what it is asked beyond the ordinary API. */
@Dependent
@Unremovable
class ModelOptions {

    /** What {@code --thinking} alone means. */
    private static final int DEFAULT_BUDGET = 10_000;

    private final BetaFeatures betaFeatures;

    @Nullable
    @Option(names = "--thinking-level", paramLabel = "LEVEL", description = "How much to think: none, minimal, low, medium, high, xhigh or max.")
    ThinkingLevel thinkingLevel;

    @Option(names = "--thinking", description = "Think, up to " + DEFAULT_BUDGET
            + " tokens unless a level or a budget is given.")
    boolean thinking;

    @Nullable
    @Option(names = "--thinking-budget", paramLabel = "N", description = "Think up to this many tokens, at least 1024. Models without budgets get the level that comes nearest.")
    Integer thinkingBudget;

    @Nullable
    @Option(names = "--enable-beta", arity = "0..1", paramLabel = "BOOL", fallbackValue = "true", description = "Whether beta features may be used; they are by default.")
    Boolean enableBeta;

    @Option(names = "--beta", paramLabel = "VALUE", description = "A beta feature to ask for (anthropic-beta). Can be repeated.")
    List<String> betas = new ArrayList<>();

    @Nullable
    @Option(names = "--unsupported", paramLabel = "adapt|reject", description = "What to do with options the model does not take: translate or drop them with a warning (the default), or fail.")
    Unsupported unsupported;

    @Option(names = "--fallback", paramLabel = "MODEL", converter = ModelRouteConverter.class, description = "A model to ask if the first one is overloaded, out of order or gone. Can be repeated.")
    List<ModelRoute> fallback = new ArrayList<>();

    ModelOptions(BetaFeatures betaFeatures) {
        this.betaFeatures = betaFeatures;
    }

    @Option(names = "--thinkingLevel", hidden = true)
    void otherSpelling(ThinkingLevel thinkingLevel) {
        this.thinkingLevel = thinkingLevel;
    }

    @Option(names = "--think", hidden = true)
    void otherSpelling(boolean thinking) {
        this.thinking = thinking;
    }

    @Option(names = "--thinkingBudget", hidden = true)
    void otherSpelling(Integer thinkingBudget) {
        this.thinkingBudget = thinkingBudget;
    }

    void applyTo(MessageRequestBuilder request) {
        checkBetas();
        request.options(RequestOptions.DEFAULT.withBetas(betas).withBetaFeatures(enableBeta).withUnsupported(unsupported)
                .withThinkingLevel(thinkingLevel).withFallback(fallback.isEmpty() ? null : fallback));
        if (thinkingBudget != null) {
            request.thinking(ThinkingConfig.enabled(thinkingBudget));
        } else if (thinkingLevel != null) {
            // takes the place of what a request file says
            request.thinking(null);
        } else if (thinking) {
            request.thinking(ThinkingConfig.enabled(DEFAULT_BUDGET));
        }
    }

    /** The client would refuse them as well, but with the advice it has for those who build applications. */
    private void checkBetas() {
        for (String value : String.join(",", betas).split(",")) {
            if (!value.isBlank()) {
                betaFeatures.objectionTo(value.strip()).ifPresent(objection -> {
                    throw new UsageException(objection + " Correct --beta; a feature newer than this program needs a newer"
                            + " one");
                });
            }
        }
    }
}
