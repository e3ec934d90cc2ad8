package io.github.quarkusclaude.simulator;

import org.jspecify.annotations.Nullable;

/**
 * Why an answer ends.
 *
 * @param sequence the stop sequence that was met, if it was one
 * @param explanation for a refusal, why
 */
record StopReason(String name, @Nullable String sequence, @Nullable String explanation) {

    static StopReason of(String name) {
        return new StopReason(name, null, null);
    }

    static StopReason sequence(String sequence) {
        return new StopReason("stop_sequence", sequence, null);
    }

    static StopReason refusal(String explanation) {
        return new StopReason("refusal", null, explanation);
    }
}
