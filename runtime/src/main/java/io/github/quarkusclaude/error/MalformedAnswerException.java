package io.github.quarkusclaude.error;

import io.github.quarkusclaude.message.Message;

/**
 * The answer does not fit the type that was asked for. The message says where; the answer itself is only in
 * {@link #answer()}.
 */
public class MalformedAnswerException extends AnswerException {

    private static final long serialVersionUID = 1L;

    public MalformedAnswerException(String message, Message answer) {
        super(message, answer, null);
    }
}
