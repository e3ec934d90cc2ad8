package io.github.quarkusclaude.simulator;

import org.jspecify.annotations.Nullable;

/**
 * Why an answer ends.
 *
 * @param sequence the stop sequence that was met, if it was one
 */
record StopReason(String name, @Nullable String sequence) {

    static StopReason of(String name) {
        return new StopReason(name, null);
    }

    static StopReason sequence(String sequence) {
        return new StopReason("stop_sequence", sequence);
    }
}
