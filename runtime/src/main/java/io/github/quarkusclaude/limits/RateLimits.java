package io.github.quarkusclaude.limits;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Everything an answer says about rate limits. The API need not say anything: it does so for messages, and usually not for
 * token counts, models, files and batches.
 *
 * @param buckets the limits by what they count; without those that are not known
 * @param unified the limits of a subscription
 * @param others headers that begin with {@code anthropic-ratelimit-} and that this version does not know, names in lower case
 */
public record RateLimits(Map<RateLimitBucket, RateLimit> buckets, UnifiedLimits unified, Map<String, String> others) {

    /** Nothing is known. */
    public static final RateLimits UNKNOWN = new RateLimits(Map.of(), UnifiedLimits.UNKNOWN, Map.of());

    public RateLimits {
        // in the order of the buckets, for people who read it
        buckets = buckets.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(buckets));
        others = Map.copyOf(others);
    }

    /**
     * Reads them from the headers of an answer. What makes no sense counts as absent; nothing makes it fail.
     *
     * @param headers names, in any letter case, and values
     */
    public static RateLimits from(Map<String, String> headers) {
        RateLimitReader reader = new RateLimitReader();
        headers.forEach(reader::add);
        return reader.end();
    }

    /** Reads them from the headers of an answer. */
    public static RateLimits from(ResponseHeaders headers) {
        RateLimitReader reader = new RateLimitReader();
        headers.forEach(reader::add);
        return reader.end();
    }

    /**
     * Of what there is nothing left: the window of a subscription that decides, for example {@code five_hour}, or the
     * {@linkplain RateLimitBucket#id() id} of a bucket; of several buckets that which is the last to be full again.
     *
     * @return empty if there is something left of all that is known, which may still be too little for a request
     */
    public Optional<String> exhausted() {
        return unified.exhausted().or(() -> buckets.entrySet().stream()
                .filter(bucket -> Long.valueOf(0).equals(bucket.getValue().remaining()))
                .max(Comparator.comparing((Map.Entry<RateLimitBucket, RateLimit> bucket) -> !bucket.getKey().isSum())
                        .thenComparing(bucket -> bucket.getValue().reset(),
                                Comparator.nullsFirst(Comparator.naturalOrder())))
                .map(bucket -> bucket.getKey().id()));
    }

    /** A limit; {@link RateLimit#UNKNOWN} if the API did not tell it. */
    public RateLimit of(RateLimitBucket bucket) {
        return buckets.getOrDefault(bucket, RateLimit.UNKNOWN);
    }

    /** The limit of requests. */
    public RateLimit requests() {
        return of(RateLimitBucket.REQUESTS);
    }

    /** The tightest limit of tokens in force. */
    public RateLimit tokens() {
        return of(RateLimitBucket.TOKENS);
    }

    /** The limit of input tokens. */
    public RateLimit inputTokens() {
        return of(RateLimitBucket.INPUT_TOKENS);
    }

    /** The limit of output tokens. */
    public RateLimit outputTokens() {
        return of(RateLimitBucket.OUTPUT_TOKENS);
    }

    /** Whether nothing is known. */
    public boolean isUnknown() {
        return this == UNKNOWN || equals(UNKNOWN);
    }

    /** These limits with what a later answer says over them. */
    RateLimits updatedBy(RateLimits later) {
        boolean tellsAll = later.buckets.keySet().containsAll(buckets.keySet())
                && (unified == UnifiedLimits.UNKNOWN || later.unified != UnifiedLimits.UNKNOWN)
                && (others.isEmpty() || !later.others.isEmpty());
        if (tellsAll) {
            return later;
        }
        Map<RateLimitBucket, RateLimit> merged = new EnumMap<>(RateLimitBucket.class);
        merged.putAll(buckets);
        merged.putAll(later.buckets);
        return new RateLimits(merged, later.unified == UnifiedLimits.UNKNOWN ? unified : later.unified,
                later.others.isEmpty() ? others : later.others);
    }
}
