package io.github.quarkusclaude.error;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.message.Message;

/**
 * The model answered, but not with the value that was asked for.
 */
public class AnswerException extends ClaudeException {

    private static final long serialVersionUID = 1L;

    private final transient Message answer;

    AnswerException(String message, Message answer, @Nullable Throwable cause) {
        super(ErrorDetails.of(200, message).withPartialMessage(answer), cause);
        this.answer = answer;
    }

    /** What it answered instead. It was charged for. */
    public Message answer() {
        return answer;
    }
}
