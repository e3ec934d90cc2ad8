package io.github.quarkusclaude.runtime;

import java.util.Map;

import io.quarkus.runtime.annotations.ConfigDocMapKey;
import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefaults;
import io.smallrye.config.WithParentName;
import io.smallrye.config.WithUnnamedKey;

/**
 * Claude
 */
@ConfigRoot(phase = ConfigPhase.RUN_TIME)
@ConfigMapping(prefix = "quarkus.claude")
public interface ClaudeRuntimeConfig {

    /** The name of the client without a name. */
    String DEFAULT_CLIENT = "<default>";

    /**
     * The clients: the default one, and named ones.
     */
    @WithParentName
    @WithDefaults
    @WithUnnamedKey(DEFAULT_CLIENT)
    @ConfigDocMapKey("client-name")
    Map<String, ClaudeClientConfig> clients();

    /** The full name of a property of a client. */
    static String property(String client, String key) {
        return client.equals(DEFAULT_CLIENT) ? "quarkus.claude." + key : "quarkus.claude.\"" + client + "\"." + key;
    }
}
