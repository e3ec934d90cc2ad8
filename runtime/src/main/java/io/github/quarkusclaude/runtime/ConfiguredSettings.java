package io.github.quarkusclaude.runtime;

import static io.github.quarkusclaude.runtime.ClaudeRuntimeConfig.property;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.auth.DetectedCredential;
import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.catalog.ModelPolicy;
import io.github.quarkusclaude.catalog.SubscriptionTier;
import io.github.quarkusclaude.catalog.rules.BetaFeatures;
import io.github.quarkusclaude.error.AuthenticationException;
import io.github.quarkusclaude.runtime.auth.ConfiguredBaseUrl;
import io.github.quarkusclaude.runtime.auth.ConfiguredCredentials;
import io.github.quarkusclaude.transport.BaseUrl;
import io.github.quarkusclaude.transport.ClientSettings;
import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * Turns configuration into the settings of a client, or says what is wrong with it.
 */
final class ConfiguredSettings {

    private final ClaudeRuntimeConfig config;
    private final ConfiguredCredentials credentials;
    private final ConfiguredPolicies policies;
    private final ConfiguredFallbacks fallbacks;

    ConfiguredSettings(ClaudeRuntimeConfig config, ConfiguredCredentials credentials, ModelCatalog catalog) {
        this.config = config;
        this.credentials = credentials;
        this.policies = new ConfiguredPolicies(catalog);
        this.fallbacks = new ConfiguredFallbacks(config, catalog);
    }

    /**
     * The settings of a client.
     *
     * @throws AuthenticationException if there is no valid credential
     * @throws ConfigurationException if the base URL is malformed or a number or time is none that can be
     */
    ClientSettings of(String client) {
        return of(client, credentials::of, null, null, null);
    }

    /** The same with what a program sets instead of the configuration. */
    ClientSettings of(String client, ConfiguredCredentials.Overrides overrides, @Nullable String model,
            @Nullable SubscriptionTier tier) {
        return of(client, name -> credentials.of(name, overrides), overrides.baseUrl(), model, tier);
    }

    private ClientSettings of(String client, Function<String, DetectedCredential> credential, @Nullable BaseUrl otherUrl,
            @Nullable String otherModel, @Nullable SubscriptionTier otherTier) {
        ClaudeClientConfig settings = config.clients().get(client);
        checkNumbers(client, settings);
        BaseUrl configuredUrl = otherUrl != null ? otherUrl : ConfiguredBaseUrl.of(client, settings);
        DetectedCredential detected = credential.apply(client);
        BaseUrl baseUrl = configuredUrl != null ? configuredUrl
                : detected.baseUrl() == null ? BaseUrl.ANTHROPIC : new BaseUrl(detected.baseUrl());
        Optional<SubscriptionTier> setTier = Optional.ofNullable(otherTier).or(() -> credentials.setTier(client));
        ModelPolicy policy = policy(client, setTier, detected);
        // the default model of a tier that nobody has set is for requests it does not allow only
        boolean isAskedFor = setTier.isPresent() || settings.policy().isPresent();
        String model = Optional.ofNullable(otherModel).or(settings::model)
                .orElse(isAskedFor ? policy.defaultModel() : null);
        return new ClientSettings(detected.source(), baseUrl, settings.apiVersion(),
                model, settings.maxTokens().orElse(null),
                settings.system().orElse(null), settings.thinkingLevel().orElse(null), settings.unsupported(),
                settings.promptCaching(), headers(settings), settings.timeout(), settings.connectTimeout(),
                settings.readTimeout(), settings.connectionPoolSize(), settings.connectionTtl(), settings.http2(),
                settings.tlsConfigurationName(), settings.proxyConfigurationName(), policy,
                settings.retry().settings(), settings.circuitBreaker().settings(),
                fallbacks.of(client, policy, this::policy), ConfiguredLimits.of(settings.limits()),
                settings.stream().resumes());
    }

    private ModelPolicy policy(String client) {
        return policy(client, credentials.setTier(client), credentials.of(client));
    }

    private ModelPolicy policy(String client, Optional<SubscriptionTier> setTier, DetectedCredential detected) {
        return policies.of(client, config.clients().get(client),
                setTier.orElseGet(() -> credentials.tier(client, detected.source())));
    }

    private static Map<String, String> headers(ClaudeClientConfig settings) {
        Map<String, String> headers = new LinkedHashMap<>(ConfigProvider.getConfig()
                .getOptionalValue(CustomHeaders.VARIABLE, String.class).map(CustomHeaders::parse).orElse(Map.of()));
        headers.keySet().removeIf(name -> settings.headers().keySet().stream().anyMatch(name::equalsIgnoreCase));
        headers.putAll(settings.headers());
        if (settings.longContextBeta().orElse(false)) {
            headers.merge("anthropic-beta", BetaFeatures.LONG_CONTEXT, (set, more) -> set + "," + more);
        }
        return headers;
    }

    private static void checkNumbers(String client, ClaudeClientConfig settings) {
        List<String> problems = new ArrayList<>();
        settings.maxTokens().filter(tokens -> tokens < 1)
                .ifPresent(tokens -> problems.add(property(client, "max-tokens") + " is " + tokens + "; make it at least 1"));
        if (settings.connectionPoolSize() < 1) {
            problems.add(property(client, "connection-pool-size") + " is " + settings.connectionPoolSize()
                    + "; make it at least 1");
        }
        ConfiguredBudgets.check(client, settings.budget(), problems);
        ConfiguredLimits.check(client, settings.limits(), problems);
        check(client, settings.retry(), problems);
        check(client, settings.circuitBreaker(), problems);
        if (settings.stream().maxResumes() < 1) {
            problems.add(property(client, "stream.max-resumes") + " is " + settings.stream().maxResumes()
                    + "; make it at least 1, or switch stream.resume off");
        }
        Map<String, Duration> times = new LinkedHashMap<>();
        times.put("timeout", settings.timeout());
        times.put("connect-timeout", settings.connectTimeout());
        times.put("read-timeout", settings.readTimeout());
        times.put("connection-ttl", settings.connectionTtl());
        times.forEach((key, time) -> {
            if (time.isNegative() || time.isZero()) {
                problems.add(property(client, key) + " is " + time + "; make it longer than nothing");
            }
        });
        if (!problems.isEmpty()) {
            throw new ConfigurationException(String.join(". ", problems));
        }
    }

    private static void check(String client, RetryConfig retry, List<String> problems) {
        if (retry.maxRetries() < 0) {
            problems.add(property(client, "retry.max-retries") + " is " + retry.maxRetries()
                    + "; make it 0 for no retries, or more");
        }
        if (retry.initialDelay().isNegative()) {
            problems.add(property(client, "retry.initial-delay") + " is " + retry.initialDelay() + "; make it 0 or longer");
        }
        if (retry.maxDelay().isNegative()) {
            problems.add(property(client, "retry.max-delay") + " is " + retry.maxDelay() + "; make it 0 or longer");
        }
        checkShare(client, "retry.jitter", retry.jitter(), problems);
    }

    private static void check(String client, CircuitBreakerConfig circuitBreaker, List<String> problems) {
        if (circuitBreaker.requestVolumeThreshold() < 1) {
            problems.add(property(client, "circuit-breaker.request-volume-threshold") + " is "
                    + circuitBreaker.requestVolumeThreshold() + "; make it at least 1");
        }
        if (circuitBreaker.successThreshold() < 1) {
            problems.add(property(client, "circuit-breaker.success-threshold") + " is " + circuitBreaker.successThreshold()
                    + "; make it at least 1");
        }
        if (circuitBreaker.delay().isNegative()) {
            problems.add(
                    property(client, "circuit-breaker.delay") + " is " + circuitBreaker.delay() + "; make it 0 or longer");
        }
        checkShare(client, "circuit-breaker.failure-ratio", circuitBreaker.failureRatio(), problems);
    }

    private static void checkShare(String client, String key, double share, List<String> problems) {
        if (!(share >= 0 && share <= 1)) {
            problems.add(property(client, key) + " is " + share + "; it must be from 0 to 1");
        }
    }
}
