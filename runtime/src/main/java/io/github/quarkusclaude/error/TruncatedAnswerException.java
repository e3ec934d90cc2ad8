package io.github.quarkusclaude.error;

import io.github.quarkusclaude.message.Message;

/**
 * The answer was cut off before it was complete: {@code max_tokens} was reached, or the context window is full.
 * {@link #answer()} has what was written.
 */
public class TruncatedAnswerException extends AnswerException {

    private static final long serialVersionUID = 1L;

    public TruncatedAnswerException(Message answer) {
        super("The answer was cut off (" + answer.stopReason() + "). Ask for more max_tokens, or for less", answer, null);
    }
}
