package io.github.quarkusclaude.catalog;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.error.ClaudeException;
import io.github.quarkusclaude.message.ModelChoice.Reason;
import io.github.quarkusclaude.message.ModelRoute;

/**
 * Another model, or another client, is asked in place of one that did not answer. Fired as a CDI event for every request,
 * both to {@code @Observes} and {@code @ObservesAsync}. Whether the other one answers is told by the answer.
 *
 * @param client the name of the client with which the request was made, {@code <default>} for the one without a name
 * @param from what did not answer
 * @param to what is asked now
 * @param reason why
 * @param failure how the first one failed; absent if it declined
 */
public record FallbackEvent(String client, ModelRoute from, ModelRoute to, Reason reason, @Nullable Throwable failure) {

    /** The API's id of the request that was not answered, if it is known. */
    public Optional<String> requestId() {
        return failure instanceof ClaudeException known ? known.requestId() : Optional.empty();
    }
}
