package io.github.quarkusclaude.limits;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.message.Usage;

/**
 * Expects what calls will use, by what the last ones of their kind have used.
 */
final class CallForecast {

    private static final double GUESSED_OUTPUT_TOKENS = 500;

    /** How much of the prompt counts: what is read from the cache does not, and sizes are only about right. */
    private final Forecast inputShare = new Forecast(1);
    private final Forecast outputTokens = new Forecast(GUESSED_OUTPUT_TOKENS);

    CallUse expect(CallSize size) {
        long input = size.inputTokens() == 0 ? 0 : (long) (size.inputTokens() * inputShare.next());
        return new CallUse(1, input, Math.min(size.maxOutputTokens(), (long) outputTokens.next()));
    }

    /** What a call has used that was expected to use something else. */
    CallUse learn(CallSize size, Usage usage) {
        long input = (long) usage.totalInputTokens() - orZero(usage.cacheReadInputTokens());
        long output = orZero(usage.outputTokens());
        if (size.inputTokens() > 0) {
            inputShare.learn((double) input / size.inputTokens());
        }
        outputTokens.learn(output);
        return new CallUse(1, input, output);
    }

    private static long orZero(@Nullable Integer number) {
        return number == null ? 0 : number;
    }
}
