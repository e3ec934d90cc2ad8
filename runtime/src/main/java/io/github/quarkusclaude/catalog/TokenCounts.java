package io.github.quarkusclaude.catalog;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.message.CacheCreation;
import io.github.quarkusclaude.message.Usage;
import io.github.quarkusclaude.message.UsageIteration;

/**
 * The tokens of one call of a model, by how they are charged.
 *
 * @param input neither from nor to the cache
 * @param cacheWrite5m to the cache for five minutes, which is also what is assumed where the API does not say how long
 * @param cacheWrite1h to the cache for one hour
 * @param cacheRead from the cache
 * @param output the answer
 */
record TokenCounts(long input, long cacheWrite5m, long cacheWrite1h, long cacheRead, long output) {

    /** @return {@code null} if the server did not count */
    static @Nullable TokenCounts of(Usage usage) {
        return of(usage.inputTokens(), usage.cacheCreationInputTokens(), usage.cacheCreation(), usage.cacheReadInputTokens(),
                usage.outputTokens());
    }

    /** @return {@code null} if the server did not count */
    static @Nullable TokenCounts of(UsageIteration step) {
        return of(step.inputTokens(), step.cacheCreationInputTokens(), step.cacheCreation(), step.cacheReadInputTokens(),
                step.outputTokens());
    }

    private static @Nullable TokenCounts of(@Nullable Integer input, @Nullable Integer written, @Nullable CacheCreation split,
            @Nullable Integer read, @Nullable Integer output) {
        if (input == null || output == null) {
            return null;
        }
        long oneHour = split == null ? 0 : orZero(split.oneHourTokens());
        long fiveMinutes = split == null ? 0 : orZero(split.fiveMinuteTokens());
        return new TokenCounts(input, Math.max(fiveMinutes, orZero(written) - oneHour), oneHour, orZero(read), output);
    }

    private static int orZero(@Nullable Integer tokens) {
        return tokens == null ? 0 : tokens;
    }

    long prompt() {
        return input + cached();
    }

    /** What would have been ordinary input without the cache. */
    long cached() {
        return cacheWrite5m + cacheWrite1h + cacheRead;
    }
}
