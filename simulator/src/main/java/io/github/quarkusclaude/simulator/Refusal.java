package io.github.quarkusclaude.simulator;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A refusal that was ordered by the words of a prompt.
 *
 * @param category the category of what was asked for; null if none is told
 */
record Refusal(@Nullable String category) {

    private static final Pattern TRIGGER = Pattern.compile("ANTHROPIC_MAGIC_STRING_TRIGGER_REFUSAL"
            + "(?:_(CYBER|BIO|FRONTIER_LLM|REASONING_EXTRACTION|GENERAL_HARMS))?");
    /** Where a refused request goes when the caller leaves the choice to the API. */
    static final String DEFAULT_FALLBACK = "claude-opus-4-8";

    static Optional<Refusal> ordered(Prompt prompt) {
        Matcher trigger = TRIGGER.matcher(prompt.text());
        return trigger.find()
                ? Optional.of(new Refusal(trigger.group(1) == null ? null : trigger.group(1).toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    /** The model that answers instead, if the request names one. */
    static Optional<String> fallback(MessagesRequest request) {
        JsonNode fallbacks = request.body().path("fallbacks");
        if (fallbacks.isTextual()) {
            return Optional.of(DEFAULT_FALLBACK);
        }
        return Optional.ofNullable(fallbacks.path(0).path("model").asText(null));
    }

    void describe(ObjectNode message, MessagesRequest request, String creditToken) {
        ObjectNode details = message.putObject("stop_details").put("type", "refusal").put("category", category)
                .put("explanation", "The prompt holds the words that make the simulator refuse.");
        if (request.caller().uses(Beta.FALLBACK_CREDIT)) {
            details.put("fallback_credit_token", creditToken).put("fallback_has_prefill_claim", false)
                    .put("recommended_model", DEFAULT_FALLBACK);
        }
    }
}
