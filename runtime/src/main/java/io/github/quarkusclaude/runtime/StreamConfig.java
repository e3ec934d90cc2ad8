package io.github.quarkusclaude.runtime;

import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithDefault;

/**
 * What happens to streams that break off.
 */
@ConfigGroup
public interface StreamConfig {

    /**
     * Whether the rest of a stream that broke off after content had arrived is asked for with another request, which counts and
     * costs like any other.
     * <p>
     * Only where the text of an answer breaks off, or between two blocks, and for failures that may pass. A model that
     * continues a text it is given does that; another one is asked by a message of the user to go on. The answer tells where
     * it was joined (`Message.joins()`).
     */
    @WithDefault("false")
    boolean resume();

    /**
     * How often the rest of one stream is asked for at most. The pauses before are those of `retry`, and everything must end
     * within `timeout`.
     */
    @WithDefault("2")
    int maxResumes();

    default int resumes() {
        return resume() ? maxResumes() : 0;
    }
}
