package io.github.quarkusclaude.message;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.error.ClaudeException;

/**
 * Which model a request was for, which one was asked, and what was tried before. Not part of the JSON of a message: the API
 * does not know what was asked of the client.
 *
 * @param requested the model of the request, or the default if it named none
 * @param effective the model whose answer this is, by the name it was asked by
 * @param reason why it is another model, or another client; absent if it is neither
 * @param client the name of the client that asked, if it is another one than the one the request was made with
 * @param attempts what was tried besides, in order: each was left for the next one. Empty unless a fallback is configured
 *        ({@code quarkus.claude.fallback.to}) and was needed
 */
public record ModelChoice(String requested, String effective, @Nullable Reason reason, @Nullable String client,
        List<Attempt> attempts) {

    public ModelChoice {
        attempts = List.copyOf(attempts);
    }

    /** A choice with which the client asked itself, at the first attempt. */
    public ModelChoice(String requested, String effective, @Nullable Reason reason) {
        this(requested, effective, reason, null, List.of());
    }

    /** Why a model, or a client, was left for another one. */
    public enum Reason {
        /** The subscription tier, or the application's policy, does not have the model. */
        POLICY,
        /** The API had too much to do. */
        OVERLOAD,
        /** The API failed, or could not be reached. */
        OUTAGE,
        /** The API does not have the model, or does not have it any more. */
        RETIREMENT,
        /** More was asked for than the limits of the account allow. */
        RATE_LIMIT,
        /** The model declined. */
        REFUSAL,
        /** The turn of the conversation was begun like this, for one of the other reasons, and a turn is not changed over. */
        OPEN_TURN,
        /** It did not answer for another reason; only what stood in for the model of the request is left for this. */
        FAILURE
    }

    /**
     * Something that was tried and did not give the answer.
     *
     * @param route the model, and the client if it was another one
     * @param reason why it was left
     * @param failure how it failed; absent if it answered
     * @param answer what it answered: a refusal. It was billed like any answer, {@link Message#usage()} tells how many
     *        tokens; the usage of the message this belongs to does not include them. Absent if it failed
     */
    public record Attempt(ModelRoute route, Reason reason, @Nullable Throwable failure, @Nullable Message answer) {

        /** The API's id of the request, if the failure tells. */
        public Optional<String> requestId() {
            return failure instanceof ClaudeException known ? known.requestId()
                    : Optional.empty();
        }

        /** Without what was said. */
        @Override
        public String toString() {
            return "Attempt[route=" + route + ", reason=" + reason + ", failure=" + failure + "]";
        }
    }

    /** Whether another model, or another client, answered than the request was for. */
    public boolean isFallback() {
        return reason != null;
    }

    /** The model that answered, and the client if it was another one. */
    public ModelRoute route() {
        return new ModelRoute(effective, client);
    }
}
