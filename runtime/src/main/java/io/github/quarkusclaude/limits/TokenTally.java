package io.github.quarkusclaude.limits;

import java.util.function.Consumer;

import io.github.quarkusclaude.message.Usage;

/**
 * Counts the tokens of one message as they become known, so that those of a stream that is abandoned count too. To be used
 * by one thread at a time.
 */
public final class TokenTally {

    private final LimitState state;
    private boolean begun;
    private int input;
    private int output;
    private Consumer<Usage> also = usage -> {
    };

    TokenTally(LimitState state) {
        this.state = state;
    }

    /** Takes the usage of the message so far, which is cumulative. */
    public void reached(Usage usage) {
        int newInput = usage.totalInputTokens();
        int newOutput = usage.totalTokens() - newInput;
        state.used(!begun, newInput - input, newOutput - output);
        begun = true;
        input = newInput;
        output = newOutput;
        also.accept(usage);
    }

    /** Hands the usage on to another one who counts as well. */
    public TokenTally alsoTo(Consumer<Usage> other) {
        also = other;
        return this;
    }
}
