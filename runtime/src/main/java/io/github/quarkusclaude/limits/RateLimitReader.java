package io.github.quarkusclaude.limits;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Collects what the headers of one answer say about rate limits. Looks at each header once; most are none of its own.
 */
final class RateLimitReader {

    private static final String PREFIX = "anthropic-";
    private static final String OTHERS = "anthropic-ratelimit-";

    private enum Part {
        LIMIT,
        REMAINING,
        RESET
    }

    private record Field(RateLimitBucket bucket, Part part) {
    }

    /** By the whole name, so that nothing has to be cut apart. */
    private static final Map<String, Field> FIELDS = fields();

    private final Map<RateLimitBucket, RateLimit> buckets = new EnumMap<>(RateLimitBucket.class);
    private final Map<String, String> others = new HashMap<>();
    private @Nullable UnifiedReader unified;

    private static Map<String, Field> fields() {
        Map<String, Field> fields = new HashMap<>();
        for (RateLimitBucket bucket : RateLimitBucket.values()) {
            for (Part part : Part.values()) {
                fields.put(bucket.header() + "-" + part.name().toLowerCase(Locale.ROOT), new Field(bucket, part));
            }
        }
        return fields;
    }

    void add(String name, String value) {
        if (!name.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
            return;
        }
        String key = name.toLowerCase(Locale.ROOT);
        Field field = FIELDS.get(key);
        if (field != null) {
            put(field, value);
        } else if (key.startsWith(OTHERS)) {
            if (unified == null) {
                unified = new UnifiedReader();
            }
            if (!unified.add(key.substring(OTHERS.length()), value)) {
                others.put(key, value);
            }
        }
    }

    private void put(Field field, String value) {
        RateLimit before = buckets.getOrDefault(field.bucket(), RateLimit.UNKNOWN);
        RateLimit now = switch (field.part()) {
            case LIMIT -> new RateLimit(HeaderValues.count(value), before.remaining(), before.reset());
            case REMAINING -> new RateLimit(before.limit(), HeaderValues.count(value), before.reset());
            case RESET -> new RateLimit(before.limit(), before.remaining(), HeaderValues.instant(value));
        };
        if (!now.equals(RateLimit.UNKNOWN)) {
            buckets.put(field.bucket(), now);
        }
    }

    RateLimits end() {
        if (buckets.isEmpty() && unified == null) {
            return RateLimits.UNKNOWN;
        }
        return new RateLimits(buckets, unified == null ? UnifiedLimits.UNKNOWN : unified.end(), others);
    }
}
