package io.github.quarkusclaude.runtime.auth;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.runtime.ClaudeClientConfig;
import io.github.quarkusclaude.runtime.ClaudeRuntimeConfig;
import io.github.quarkusclaude.transport.BaseUrl;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Where the API of a client is, as far as that is configured. */
public final class ConfiguredBaseUrl {

    private ConfiguredBaseUrl() {
    }

    /**
     * The address; {@code null} if none is set.
     *
     * @throws ConfigurationException if what is set is none
     */
    public static @Nullable BaseUrl of(String client, ClaudeClientConfig config) {
        try {
            return config.baseUrl().map(BaseUrl::of).orElse(null);
        } catch (IllegalArgumentException e) {
            // without the cause, which says no more
            throw new ConfigurationException(e.getMessage() + ". Set " + ClaudeRuntimeConfig.property(client, "base-url")
                    + " or ANTHROPIC_BASE_URL");
        }
    }
}
