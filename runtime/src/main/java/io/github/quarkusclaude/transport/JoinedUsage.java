package io.github.quarkusclaude.transport;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.message.CacheCreation;
import io.github.quarkusclaude.message.OutputTokensDetails;
import io.github.quarkusclaude.message.ServerToolUsage;
import io.github.quarkusclaude.message.Usage;
import io.github.quarkusclaude.message.UsageIteration;

/**
 * Adds up what the parts of a joined message used. Each part is an iteration of its own, since prices depend on the length of
 * single prompts.
 */
final class JoinedUsage {

    private static final String MESSAGE = "message";

    private JoinedUsage() {
    }

    /** What is the same for all parts is that of the last one. */
    static Usage of(Usage before, Usage part) {
        if (before == Usage.UNKNOWN) {
            return part;
        }
        List<UsageIteration> iterations = new ArrayList<>(iterations(before));
        iterations.addAll(iterations(part));
        Map<String, RawJson> additional = new HashMap<>(before.additionalFields());
        additional.putAll(part.additionalFields());
        additional.values().removeIf(RawJson.NULL::equals);
        return new Usage(sum(before.inputTokens(), part.inputTokens()),
                sum(before.cacheCreationInputTokens(), part.cacheCreationInputTokens()),
                sum(before.cacheReadInputTokens(), part.cacheReadInputTokens()),
                sum(before.cacheCreation(), part.cacheCreation()), sum(before.outputTokens(), part.outputTokens()),
                sum(before.outputTokensDetails(), part.outputTokensDetails()),
                sum(before.serverToolUse(), part.serverToolUse()), or(part.serviceTier(), before.serviceTier()),
                or(part.inferenceGeo(), before.inferenceGeo()), or(part.speed(), before.speed()), iterations, additional);
    }

    private static List<UsageIteration> iterations(Usage usage) {
        return usage.iterations() != null ? usage.iterations()
                : List.of(new UsageIteration(MESSAGE, null, usage.inputTokens(), usage.cacheCreationInputTokens(),
                        usage.cacheReadInputTokens(), usage.cacheCreation(), usage.outputTokens(), Map.of()));
    }

    private static @Nullable Integer sum(@Nullable Integer one, @Nullable Integer other) {
        return one == null ? other : other == null ? one : Integer.valueOf(one + other);
    }

    private static @Nullable CacheCreation sum(@Nullable CacheCreation one, @Nullable CacheCreation other) {
        return one == null ? other
                : other == null ? one
                        : new CacheCreation(
                                sum(one.fiveMinuteTokens(), other.fiveMinuteTokens()),
                                sum(one.oneHourTokens(), other.oneHourTokens()),
                                other.additionalFields());
    }

    private static @Nullable OutputTokensDetails sum(@Nullable OutputTokensDetails one, @Nullable OutputTokensDetails other) {
        return one == null ? other
                : other == null ? one
                        : new OutputTokensDetails(
                                sum(one.thinkingTokens(), other.thinkingTokens()), other.additionalFields());
    }

    private static @Nullable ServerToolUsage sum(@Nullable ServerToolUsage one, @Nullable ServerToolUsage other) {
        return one == null ? other
                : other == null ? one
                        : new ServerToolUsage(
                                sum(one.webSearchRequests(), other.webSearchRequests()),
                                sum(one.webFetchRequests(), other.webFetchRequests()),
                                other.additionalFields());
    }

    private static <T> @Nullable T or(@Nullable T later, @Nullable T before) {
        return later == null ? before : later;
    }
}
