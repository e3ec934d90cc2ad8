package io.github.quarkusclaude.error;

import java.util.Optional;

import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.StopDetails;

/**
 * The model declined to answer. Another model, or another wording, may help.
 */
public class RefusalException extends AnswerException {

    private static final long serialVersionUID = 1L;

    public RefusalException(Message answer) {
        super(describe(answer), answer, null);
    }

    private static String describe(Message answer) {
        StringBuilder message = new StringBuilder("The model declined to answer");
        category(answer).ifPresent(category -> message.append(", category ").append(category));
        explanation(answer).ifPresent(explanation -> message.append(": ").append(explanation));
        return message.toString();
    }

    /** What the request touched, such as {@code cyber} or {@code bio}; empty if the API does not say. */
    public Optional<String> category() {
        return category(answer());
    }

    /** Why, in words for people; empty if the API does not say. */
    public Optional<String> explanation() {
        return explanation(answer());
    }

    private static Optional<String> category(Message answer) {
        return Optional.ofNullable(answer.stopDetails()).map(StopDetails::category);
    }

    private static Optional<String> explanation(Message answer) {
        return Optional.ofNullable(answer.stopDetails()).map(StopDetails::explanation);
    }
}
