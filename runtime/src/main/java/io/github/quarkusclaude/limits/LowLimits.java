package io.github.quarkusclaude.limits;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Decides when it is time to warn about the limits of one class of models: once for each limit until its reset. A limit
 * without a reset is warned about again after it has recovered.
 * <p>
 * Not thread safe.
 */
final class LowLimits {

    private final String client;
    private final @Nullable String modelClass;
    private final Map<String, Instant> quietUntil = new HashMap<>();

    LowLimits(String client, @Nullable String modelClass) {
        this.client = client;
        this.modelClass = modelClass;
    }

    /**
     * What to warn about.
     *
     * @param said what an answer said
     * @param now when it came
     * @param date what the server's clock said, whose resets they are
     */
    List<RateLimitWarning> check(RateLimits said, Instant now, @Nullable String date) {
        List<RateLimitWarning> warnings = new ArrayList<>(0);
        said.buckets().forEach((bucket, state) -> {
            if (isNews(bucket.id(), bucket.isLow(state), state.reset(), now, date)) {
                warnings.add(new RateLimitWarning(client, modelClass, bucket.id(), state.limit(), state.remaining(),
                        state.usedPercent(), state.reset()));
            }
        });
        said.unified().windows().forEach((name, window) -> {
            String bucket = "unified-" + name;
            if (isNews(bucket, window.isLow(), window.reset(), now, date)) {
                warnings.add(new RateLimitWarning(client, modelClass, bucket, null, null, window.usedPercent(),
                        window.reset()));
            }
        });
        return warnings;
    }

    private boolean isNews(String bucket, boolean isLow, @Nullable Instant reset, Instant now, @Nullable String date) {
        Instant end = quietUntil.get(bucket);
        if (!isLow) {
            if (end == Instant.MAX) {
                quietUntil.remove(bucket);
            }
            return false;
        }
        if (end != null && now.isBefore(end)) {
            return false;
        }
        quietUntil.put(bucket, reset == null ? Instant.MAX : onOurClock(reset, now, date));
        return true;
    }

    private static Instant onOurClock(Instant reset, Instant now, @Nullable String date) {
        Instant theirs = date == null ? null : HeaderValues.instant(date);
        return theirs == null ? reset : now.plus(Duration.between(theirs, reset));
    }
}
