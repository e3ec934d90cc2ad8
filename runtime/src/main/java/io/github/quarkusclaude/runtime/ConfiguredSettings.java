package io.github.quarkusclaude.runtime;

import static io.github.quarkusclaude.runtime.ClaudeRuntimeConfig.DEFAULT_CLIENT;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.auth.ApiKey;
import io.github.quarkusclaude.auth.ApiKeyCredential;
import io.github.quarkusclaude.auth.AuthMethod;
import io.github.quarkusclaude.auth.CredentialSource;
import io.github.quarkusclaude.auth.FixedCredential;
import io.github.quarkusclaude.error.AuthenticationException;
import io.github.quarkusclaude.error.ErrorDetails;
import io.github.quarkusclaude.transport.ApiKeyHeader;
import io.github.quarkusclaude.transport.BaseUrl;
import io.github.quarkusclaude.transport.ClientSettings;
import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * Turns configuration into the settings of a client, or says what is wrong with it.
 */
final class ConfiguredSettings {

    private final ClaudeRuntimeConfig config;

    ConfiguredSettings(ClaudeRuntimeConfig config) {
        this.config = config;
    }

    /** What a program sets instead of the configuration. */
    record Overrides(@Nullable String apiKey, @Nullable String baseUrl, @Nullable String model) {

        static final Overrides NONE = new Overrides(null, null, null);
    }

    /**
     * The settings of a client.
     *
     * @throws AuthenticationException if there is no valid credential
     * @throws ConfigurationException if the base URL is malformed or a number or time is none that can be
     */
    ClientSettings of(String client) {
        return of(client, Overrides.NONE);
    }

    ClientSettings of(String client, Overrides overrides) {
        ClaudeClientConfig settings = config.clients().get(client);
        checkNumbers(client, settings);
        BaseUrl baseUrl = baseUrl(client, or(overrides.baseUrl(), settings.baseUrl().orElse(null)));
        ApiKey apiKey = apiKey(client, baseUrl, or(overrides.apiKey(), settings.apiKey().orElse(null)));
        CredentialSource credentials = new FixedCredential(AuthMethod.API_KEY, property(client, "api-key"),
                new ApiKeyCredential(apiKey, settings.apiKeyHeader() == ApiKeyHeader.AUTHORIZATION, null));
        return new ClientSettings(credentials, baseUrl, settings.apiVersion(),
                or(overrides.model(), settings.model().orElse(null)), settings.maxTokens().orElse(null),
                settings.system().orElse(null), settings.thinkingLevel().orElse(null), settings.unsupported(),
                settings.promptCaching(), settings.headers(), settings.timeout(), settings.connectTimeout(),
                settings.readTimeout(), settings.connectionPoolSize(), settings.connectionTtl(), settings.http2(),
                settings.tlsConfigurationName(), settings.proxyConfigurationName());
    }

    private static void checkNumbers(String client, ClaudeClientConfig settings) {
        List<String> problems = new ArrayList<>();
        settings.maxTokens().filter(tokens -> tokens < 1)
                .ifPresent(tokens -> problems.add(property(client, "max-tokens") + " is " + tokens + "; make it at least 1"));
        if (settings.connectionPoolSize() < 1) {
            problems.add(property(client, "connection-pool-size") + " is " + settings.connectionPoolSize()
                    + "; make it at least 1");
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

    private static @Nullable String or(@Nullable String override, @Nullable String configured) {
        return override != null ? override : configured;
    }

    private static BaseUrl baseUrl(String client, @Nullable String text) {
        if (text == null) {
            return BaseUrl.ANTHROPIC;
        }
        try {
            return BaseUrl.of(text);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(
                    e.getMessage() + ". Set " + property(client, "base-url") + " or ANTHROPIC_BASE_URL");
        }
    }

    private static ApiKey apiKey(String client, BaseUrl baseUrl, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new AuthenticationException(ErrorDetails.of("No API key for " + describe(client) + ". Set the property "
                    + property(client, "api-key") + " or the environment variable ANTHROPIC_API_KEY"), null);
        }
        return baseUrl.isAnthropic() ? ApiKey.of(text) : ApiKey.ofGateway(text);
    }

    private static String describe(String client) {
        return client.equals(DEFAULT_CLIENT) ? "Claude" : "the Claude client \"" + client + "\"";
    }

    /** The name of a property of a client. */
    static String property(String client, String key) {
        return client.equals(DEFAULT_CLIENT) ? "quarkus.claude." + key : "quarkus.claude.\"" + client + "\"." + key;
    }
}
