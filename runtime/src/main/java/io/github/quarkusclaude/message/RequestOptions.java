package io.github.quarkusclaude.message;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a request asks of the client, beside what it says to the API. Never part of the JSON.
 *
 * @param thinkingLevel how much the model should think; {@code quarkus.claude.thinking-level} if absent
 * @param unsupported what to do with parameters the model does not take; {@code quarkus.claude.unsupported} if absent
 * @param betas beta features to send in {@code anthropic-beta}, beside those the request needs anyway
 * @param betaFeatures whether beta features may be used at all; {@code quarkus.claude.beta.enabled} if absent. Where that
 *        is off, it stays off
 * @param headers further headers of this request, such as {@code anthropic-user-profile-id}
 * @param fallback what is asked in turn if the model does not answer; {@code quarkus.claude.fallback.to} if absent, nothing
 *        if empty
 */
public record RequestOptions(@Nullable ThinkingLevel thinkingLevel, @Nullable Unsupported unsupported, List<String> betas,
        @Nullable Boolean betaFeatures, Map<String, String> headers, @Nullable List<ModelRoute> fallback) {

    /** Everything as configured. */
    public static final RequestOptions DEFAULT = new RequestOptions(null, null, List.of(), null, Map.of(), null);

    public RequestOptions {
        betas = List.copyOf(betas);
        headers = Map.copyOf(headers);
        fallback = fallback == null ? null : List.copyOf(fallback);
    }

    /** These options with another thinking level. */
    public RequestOptions withThinkingLevel(@Nullable ThinkingLevel thinkingLevel) {
        return new RequestOptions(thinkingLevel, unsupported, betas, betaFeatures, headers, fallback);
    }

    /** These options with another way to treat what the model does not take. */
    public RequestOptions withUnsupported(@Nullable Unsupported unsupported) {
        return new RequestOptions(thinkingLevel, unsupported, betas, betaFeatures, headers, fallback);
    }

    /** These options with other beta features. */
    public RequestOptions withBetas(List<String> betas) {
        return new RequestOptions(thinkingLevel, unsupported, betas, betaFeatures, headers, fallback);
    }

    /** These options with beta features allowed or not. */
    public RequestOptions withBetaFeatures(@Nullable Boolean betaFeatures) {
        return new RequestOptions(thinkingLevel, unsupported, betas, betaFeatures, headers, fallback);
    }

    /** These options with other headers. */
    public RequestOptions withHeaders(Map<String, String> headers) {
        return new RequestOptions(thinkingLevel, unsupported, betas, betaFeatures, headers, fallback);
    }

    /**
     * These options with what is asked in turn if the model does not answer: nothing else if the list is empty, so that no
     * other model can answer; as configured if it is {@code null}.
     */
    public RequestOptions withFallback(@Nullable List<ModelRoute> fallback) {
        return new RequestOptions(thinkingLevel, unsupported, betas, betaFeatures, headers, fallback);
    }

    /** Without headers, which may hold credentials. */
    @Override
    public String toString() {
        return "RequestOptions[thinkingLevel=" + thinkingLevel + ", unsupported=" + unsupported + ", betas=" + betas
                + ", betaFeatures=" + betaFeatures + ", fallback=" + fallback + "]";
    }
}
