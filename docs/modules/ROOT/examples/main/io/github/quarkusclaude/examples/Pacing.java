package io.github.quarkusclaude.examples;

import java.time.Duration;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.error.TooManyCallsException;

/** Calls that cannot wait. */
final class Pacing {

    private Pacing() {
    }

    static String answer(ClaudeClient claude, String question) {
        // tag::busy[]
        try {
            return claude.generate(question).text();
        } catch (TooManyCallsException e) {
            String limit = e.bucket().orElse("calls"); // <1>
            long seconds = e.retryAfter().map(Duration::toSeconds).orElse(1L); // <2>
            return "Too many " + limit + ". Ask again in " + (seconds + 1) + " seconds";
        }
        // end::busy[]
    }
}
