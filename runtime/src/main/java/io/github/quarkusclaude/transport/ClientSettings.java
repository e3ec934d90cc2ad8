package io.github.quarkusclaude.transport;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.auth.CredentialSource;
import io.github.quarkusclaude.catalog.ModelPolicy;
import io.github.quarkusclaude.catalog.rules.PromptCaching;
import io.github.quarkusclaude.catalog.rules.RequestSettings;
import io.github.quarkusclaude.limits.AdmissionSettings;
import io.github.quarkusclaude.message.ThinkingLevel;
import io.github.quarkusclaude.message.Unsupported;

/**
 * Everything one client is made of.
 *
 * @param credentials what proves who asks
 * @param baseUrl where the API is
 * @param apiVersion the value of {@code anthropic-version}
 * @param model the model of requests that name none; the catalogue's default if absent
 * @param maxTokens {@code max_tokens} of requests that do not say
 * @param system the system prompt of requests that have none
 * @param thinkingLevel how much the model should think if the request does not say
 * @param unsupported what to do with parameters the model does not take if the request does not say
 * @param promptCaching whether prompts are cached although the request does not ask for it
 * @param headers further headers of every request
 * @param timeout how long a call may take in total
 * @param connectTimeout how long a connection may take to open
 * @param readTimeout how long a stream may be silent
 * @param connectionPoolSize how many connections may be open at once
 * @param connectionTtl how long an unused connection is kept
 * @param http2 whether to speak HTTP/2
 * @param tlsConfigurationName which TLS configuration to use
 * @param proxyConfigurationName which proxy configuration to use
 * @param policy which models may be used; all if absent
 * @param retry how calls that fail are made again
 * @param circuitBreaker when an endpoint is left alone
 * @param fallback what is asked in place of a model that does not answer
 * @param admission how calls are held back
 * @param streamResumes how often the rest of a stream that broke off is asked for; 0 for never
 */
public record ClientSettings(CredentialSource credentials, BaseUrl baseUrl, String apiVersion,
        @Nullable String model, @Nullable Integer maxTokens, @Nullable String system,
        @Nullable ThinkingLevel thinkingLevel, Unsupported unsupported, PromptCaching promptCaching,
        Map<String, String> headers,
        Duration timeout, Duration connectTimeout, Duration readTimeout, int connectionPoolSize, Duration connectionTtl,
        boolean http2, Optional<String> tlsConfigurationName, Optional<String> proxyConfigurationName,
        @Nullable ModelPolicy policy, RetrySettings retry, CircuitBreakerSettings circuitBreaker,
        FallbackSettings fallback, AdmissionSettings admission, int streamResumes) {

    /** What concerns the content of requests. */
    RequestSettings requests() {
        List<String> betas = headers.entrySet().stream()
                .filter(header -> RequestHead.BETA.equalsIgnoreCase(header.getKey())).map(Map.Entry::getValue).toList();
        return new RequestSettings(apiVersion, model, maxTokens, system, thinkingLevel, unsupported, betas, promptCaching,
                policy);
    }

    /** Without headers, which may hold credentials. */
    @Override
    public String toString() {
        return "ClientSettings[baseUrl=" + baseUrl + ", model=" + model + "]";
    }
}
