package io.github.quarkusclaude.runtime.telemetry;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.limits.LimitState;
import io.github.quarkusclaude.limits.RateLimit;
import io.github.quarkusclaude.limits.RateLimitBucket;
import io.github.quarkusclaude.limits.RateLimits;
import io.github.quarkusclaude.limits.UnifiedLimits;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

/**
 * What is left of the limits of one client: gauges for each limit the API has told of, since which there are is only known
 * then.
 */
final class LimitGauges {

    /** The names of windows come from the server. */
    private static final int MAX_GAUGES = 200;

    private final MeterRegistry registry;
    private final String client;
    private final LimitState limits;
    private final Clock clock;
    private final Set<Tags> known = ConcurrentHashMap.newKeySet();

    LimitGauges(MeterRegistry registry, String client, LimitState limits, Clock clock) {
        this.registry = registry;
        this.client = client;
        this.limits = limits;
        this.clock = clock;
    }

    /** Adds what has been told of a class of models for the first time. */
    void update(String modelClass) {
        RateLimits told = limits.limits(modelClass);
        for (RateLimitBucket bucket : told.buckets().keySet()) {
            Tags tags = Tags.of(CallMeters.CLIENT, client, "model.class", modelClass, "bucket", bucket.id());
            if (isNew(tags)) {
                gauge("claude.client.ratelimit.limit", "How much is allowed", tags,
                        state -> orUnknown(state.limits(modelClass).of(bucket).limit()));
                gauge("claude.client.ratelimit.remaining", "How much of it is left", tags,
                        state -> orUnknown(remaining(state.limits(modelClass).of(bucket))));
            }
        }
        for (String window : told.unified().windows().keySet()) {
            Tags tags = Tags.of(CallMeters.CLIENT, client, "model.class", modelClass, "window", window);
            if (isNew(tags)) {
                gauge("claude.client.ratelimit.utilization", "The share of a window of a subscription that is used", tags,
                        state -> utilization(state.limits(modelClass).unified().windows(), window));
            }
        }
    }

    private boolean isNew(Tags tags) {
        return !known.contains(tags) && known.size() < MAX_GAUGES && known.add(tags);
    }

    private void gauge(String name, String description, Tags tags, ToDoubleFunction<LimitState> value) {
        Gauge.builder(name, limits, value).description(description).tags(tags).register(registry);
    }

    /** What was left when it was told, until all of it is available again. */
    private @Nullable Long remaining(RateLimit limit) {
        return limit.reset() != null && limit.limit() != null && !clock.instant().isBefore(limit.reset()) ? limit.limit()
                : limit.remaining();
    }

    private double utilization(Map<String, UnifiedLimits.Window> windows, String name) {
        UnifiedLimits.Window window = windows.get(name);
        if (window == null || window.utilization() == null) {
            return Double.NaN;
        }
        return window.reset() != null && !clock.instant().isBefore(window.reset()) ? 0 : window.utilization();
    }

    private static double orUnknown(@Nullable Long value) {
        return value == null ? Double.NaN : value;
    }
}
