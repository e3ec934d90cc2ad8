package io.github.quarkusclaude.simulator;

import java.util.Map;

/** Headers that a test has ordered for all answers. */
final class AnswerHeaders {

    private volatile Map<String, String> headers = Map.of();

    void set(Map<String, String> ordered) {
        headers = Map.copyOf(ordered);
    }

    Map<String, String> get() {
        return headers;
    }
}
