package io.github.quarkusclaude.deployment.client;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.error.ClaudeException;
import io.github.quarkusclaude.error.NetworkException;
import io.github.quarkusclaude.error.NetworkException.Phase;

/**
 * What became of a call.
 *
 * @param number which call it was
 * @param streamed whether the answer came in pieces
 * @param what "right", "given up", "late", or the type of the failure
 * @param requestId of the attempt that failed, if the failure knows it
 * @param problem what must not be; {@code null} if all is well
 */
record Ending(int number, boolean streamed, String what, @Nullable String requestId, @Nullable String problem) {

    static final String RIGHT = "right";
    static final String GIVEN_UP = "given up";
    static final String LATE = "late";

    static Ending answered(int number, boolean streamed, String text) {
        String expected = MixedCalls.words(number);
        return new Ending(number, streamed, RIGHT, null, text.equals(expected) ? null : "the answer was " + text);
    }

    static Ending givenUp(int number, boolean streamed) {
        return new Ending(number, streamed, GIVEN_UP, null, null);
    }

    static Ending failed(int number, boolean streamed, Throwable failure) {
        if (!(failure instanceof ClaudeException known)) {
            return new Ending(number, streamed, failure.getClass().getSimpleName(), null, "an unknown failure: " + failure);
        }
        boolean late = failure instanceof NetworkException network && network.phase() == Phase.TOTAL;
        return new Ending(number, streamed, late ? LATE : failure.getClass().getSimpleName(),
                known.requestId().orElse(null), null);
    }

    Ending withProblem(String found) {
        return new Ending(number, streamed, what, requestId, found);
    }
}
