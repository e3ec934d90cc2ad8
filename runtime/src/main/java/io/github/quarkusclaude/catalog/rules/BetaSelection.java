package io.github.quarkusclaude.catalog.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.quarkusclaude.catalog.ClaudeModel;
import io.github.quarkusclaude.message.MessageRequest;

/**
 * Decides which values of {@code anthropic-beta} a request is sent with: the caller's, those of the application, and those
 * that what it uses needs.
 */
final class BetaSelection {

    private static final int LONG_CONTEXT_TOKENS = 1_000_000;

    private final BetaFeatures features;

    BetaSelection(BetaFeatures features) {
        this.features = features;
    }

    BetaFeatures features() {
        return features;
    }

    /** Whether a budget is for all thinking between tool calls together, so that it may exceed {@code max_tokens}. */
    static boolean isInterleaved(MessageRequest request, RuleContext context) {
        boolean tools = request.tools() != null && !request.tools().isEmpty();
        return context.betas().enabled()
                && (tools || BetaNames.containsFeature(callers(context), BetaNames.INTERLEAVED_THINKING)
                        || BetaNames.containsFeature(context.betas().features(), BetaNames.INTERLEAVED_THINKING));
    }

    /** The values, without duplicates. */
    List<String> of(MessageRequest request, RuleContext context) {
        List<String> callers = callers(context);
        List<FeatureBeta> needed = FeatureBeta.neededBy(request, context);
        if (!context.betas().enabled()) {
            refuse(callers, needed, context);
            return List.of();
        }
        Set<String> values = new LinkedHashSet<>();
        for (String value : callers) {
            if (isEffective(value, context)) {
                values.add(value);
            }
        }
        values.addAll(features.features());
        for (FeatureBeta beta : needed) {
            if (beta.isExact() || !BetaNames.containsFeature(values, beta.value())) {
                values.add(beta.value());
            }
        }
        return List.copyOf(values);
    }

    /** The headers that are not about beta features. */
    Map<String, String> otherHeaders(Map<String, String> headers) {
        Map<String, String> others = new LinkedHashMap<>(headers);
        others.keySet().removeIf(BetaNames.HEADER::equalsIgnoreCase);
        return others;
    }

    private static List<String> callers(RuleContext context) {
        List<String> values = new ArrayList<>();
        context.settings().betas().forEach(value -> addAll(value, values));
        context.options().betas().forEach(value -> addAll(value, values));
        context.options().headers().forEach((name, value) -> {
            if (BetaNames.HEADER.equalsIgnoreCase(name)) {
                addAll(value, values);
            }
        });
        return values;
    }

    private static void addAll(String text, List<String> values) {
        for (String value : text.split(",")) {
            if (!value.isBlank()) {
                values.add(value.strip());
            }
        }
    }

    private boolean isEffective(String value, RuleContext context) {
        Optional<String> objection = features.objectionTo(value);
        if (objection.isPresent()) {
            context.problem(objection.get()
                    + " If it is newer than this version, build the application with it in quarkus.claude.beta.features");
            return false;
        }
        BetaState state = features.known().get(value);
        if (state == BetaState.WITHOUT_EFFECT && !features.features().contains(value)) {
            context.warn("beta " + value, "The beta feature " + value + " has no effect any more and is not sent. Remove it");
            return false;
        }
        if (value.equals(BetaFeatures.LONG_CONTEXT) && hasLongContext(context.model())
                && !features.features().contains(value)) {
            context.warn("beta " + value, "The beta feature " + value + " has no effect on " + context.model().id()
                    + ", which has a context window of " + context.model().limits().maxInputTokens()
                    + " tokens anyway, and is not sent");
            return false;
        }
        if (state == BetaState.OLD_SHAPES) {
            context.warn("beta " + value, "The beta feature " + value
                    + " makes the API answer in old shapes, which are not read. Remove it");
        }
        return true;
    }

    private static boolean hasLongContext(ClaudeModel model) {
        Integer window = model.limits().maxInputTokens();
        return window != null && window >= LONG_CONTEXT_TOKENS;
    }

    private static void refuse(List<String> callers, List<FeatureBeta> needed, RuleContext context) {
        if (!callers.isEmpty()) {
            context.warn("betas switched off", "The beta features " + String.join(", ", callers)
                    + " are not sent, because " + reason(context));
        }
        for (FeatureBeta beta : needed) {
            if (beta.isRequired()) {
                context.problem(beta.feature() + " needs the beta feature " + beta.value()
                        + ", but " + reason(context) + ". Leave it out, or allow beta features");
            }
        }
    }

    private static String reason(RuleContext context) {
        return Boolean.FALSE.equals(context.options().betaFeatures()) ? "the request forbids beta features"
                : "quarkus.claude.beta.enabled is false";
    }
}
