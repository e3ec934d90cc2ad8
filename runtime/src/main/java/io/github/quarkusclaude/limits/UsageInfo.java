package io.github.quarkusclaude.limits;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a client has used since it was made, and what it may still use. A snapshot: it does not change.
 * <p>
 * What remains and the percentages are those of the model class that was told of last; {@link #limits()} has them for all.
 *
 * @param requestCount how many answers there were, refusals and those about files, batches and models included
 * @param messagesUsed how many messages were answered, at least in part; those of batches are not counted
 * @param messagesRemaining how many requests remain; -1 if unknown
 * @param messageQuotaPercent how much of the limit of requests is used, from 0 to 100; absent if unknown
 * @param tokensUsed input and output tokens of those messages, as far as streams have told them
 * @param inputTokensUsed their input tokens, those read from or written to the prompt cache included
 * @param outputTokensUsed their output tokens
 * @param tokensRemaining how many tokens remain by the tightest limit, in thousands; -1 if unknown
 * @param tokenQuotaPercent how much of that limit is used, from 0 to 100; absent if unknown
 * @param isRateLimited whether the last answer for a class of models asked to wait, and the time is not over
 * @param rateLimitExpiresAt when it is over, for the class that waits longest; absent if none waits
 * @param lastRequestTimestamp when the last answer began; absent before the first one
 * @param limits the last known limits by class of models: the family in the catalogue, such as {@code sonnet}, or the id of
 *        a model that has none; under the empty name those told with files and other things that are not about a model
 */
public record UsageInfo(long requestCount, long messagesUsed, long messagesRemaining, @Nullable Integer messageQuotaPercent,
        long tokensUsed, long inputTokensUsed, long outputTokensUsed, long tokensRemaining,
        @Nullable Integer tokenQuotaPercent, boolean isRateLimited, @Nullable Instant rateLimitExpiresAt,
        @Nullable Instant lastRequestTimestamp, Map<String, RateLimits> limits) {

    public UsageInfo {
        limits = Map.copyOf(limits);
    }
}
