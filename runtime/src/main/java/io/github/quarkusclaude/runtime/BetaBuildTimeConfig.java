package io.github.quarkusclaude.runtime;

import java.util.List;
import java.util.Optional;

import io.quarkus.runtime.annotations.ConfigDocDefault;
import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * Beta features.
 */
@ConfigRoot(phase = ConfigPhase.BUILD_TIME)
@ConfigMapping(prefix = "quarkus.claude.beta")
public interface BetaBuildTimeConfig {

    /**
     * Whether requests may use beta features of the API. If not, `anthropic-beta` is never sent, and requests that use
     * something that needs it fail before they are sent.
     */
    @WithDefault("true")
    boolean enabled();

    /**
     * Values of `anthropic-beta` to send with every request.
     * <p>
     * What a request needs for the features it uses is sent anyway. A value that this version does not know can be used by
     * requests if it is in this list.
     */
    @ConfigDocDefault("none; the two of the guide in the classic catalogue profile")
    Optional<List<String>> features();
}
