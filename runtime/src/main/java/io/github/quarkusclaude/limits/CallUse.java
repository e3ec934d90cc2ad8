package io.github.quarkusclaude.limits;

/**
 * What calls take from limits.
 *
 * @param requests how many there are
 * @param input their input tokens, without those read from the prompt cache
 * @param output their output tokens
 */
record CallUse(long requests, long input, long output) {

    static final CallUse NONE = new CallUse(0, 0, 0);

    long of(RateLimitBucket bucket) {
        return switch (bucket) {
            case REQUESTS -> requests;
            case INPUT_TOKENS, FAST_INPUT_TOKENS, PRIORITY_INPUT_TOKENS -> input;
            case OUTPUT_TOKENS, FAST_OUTPUT_TOKENS, PRIORITY_OUTPUT_TOKENS -> output;
            case TOKENS -> input + output;
        };
    }

    CallUse plus(CallUse other) {
        return new CallUse(requests + other.requests, input + other.input, output + other.output);
    }

    CallUse minus(CallUse other) {
        return new CallUse(requests - other.requests, input - other.input, output - other.output);
    }
}
