package io.github.quarkusclaude.tool;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.message.Usage;

/**
 * Adds up what several messages used.
 */
final class UsageSum {

    private UsageSum() {
    }

    /** The sum of the four counters; other fields are those of single messages and left out. */
    static Usage of(Usage one, Usage other) {
        return new Usage(sum(one.inputTokens(), other.inputTokens()),
                sum(one.cacheCreationInputTokens(), other.cacheCreationInputTokens()),
                sum(one.cacheReadInputTokens(), other.cacheReadInputTokens()), null,
                sum(one.outputTokens(), other.outputTokens()), null, null, null, null, null, null, Map.of());
    }

    private static @Nullable Integer sum(@Nullable Integer one, @Nullable Integer other) {
        return one == null ? other : other == null ? one : Integer.valueOf(one + other);
    }
}
