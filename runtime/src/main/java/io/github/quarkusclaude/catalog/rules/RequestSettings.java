package io.github.quarkusclaude.catalog.rules;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.catalog.ModelPolicy;
import io.github.quarkusclaude.message.ThinkingLevel;
import io.github.quarkusclaude.message.Unsupported;

/**
 * What a client fills into requests that do not say.
 *
 * @param apiVersion the value of {@code anthropic-version}
 * @param model the model; the catalogue's default if absent
 * @param maxTokens {@code max_tokens}; a default that fits the model if absent
 * @param system the system prompt; none if absent
 * @param thinkingLevel how much the model should think; the model's own way if absent
 * @param unsupported what to do with parameters the model does not take
 * @param betas values of {@code anthropic-beta} to send with every request
 * @param caching whether prompts are cached although the request does not ask for it
 * @param policy which models may be used; all if absent
 */
public record RequestSettings(String apiVersion, @Nullable String model, @Nullable Integer maxTokens,
        @Nullable String system, @Nullable ThinkingLevel thinkingLevel, Unsupported unsupported, List<String> betas,
        PromptCaching caching, @Nullable ModelPolicy policy) {

    public RequestSettings {
        betas = List.copyOf(betas);
    }

    /** The content of these settings, for a server and an account that others are about. */
    RequestSettings sentBy(RequestSettings other) {
        return new RequestSettings(other.apiVersion, model, maxTokens, system, thinkingLevel, unsupported, other.betas, caching,
                other.policy);
    }
}
