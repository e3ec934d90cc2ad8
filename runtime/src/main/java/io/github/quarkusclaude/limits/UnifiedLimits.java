package io.github.quarkusclaude.limits;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The limits of a subscription, which has windows of time with a share that is used instead of numbers. Anthropic does not
 * document them; what an answer does not say is absent.
 *
 * @param status {@code allowed}, {@code rejected}, or another word in between
 * @param reset when the window that decides opens again
 * @param representativeClaim the window that decides, for example {@code five_hour}
 * @param windows the windows by the names of their headers, for example {@code 5h} and {@code 7d}
 * @param overageStatus whether use beyond the subscription is allowed
 * @param overageReset when that opens again
 * @param fallbackPercentage which share is left for a smaller model
 */
public record UnifiedLimits(@Nullable String status, @Nullable Instant reset, @Nullable String representativeClaim,
        Map<String, Window> windows, @Nullable String overageStatus, @Nullable Instant overageReset,
        @Nullable Double fallbackPercentage) {

    /** Nothing is known. */
    public static final UnifiedLimits UNKNOWN = new UnifiedLimits(null, null, null, Map.of(), null, null, null);

    private static final String REJECTED = "rejected";

    public UnifiedLimits {
        windows = Map.copyOf(windows);
    }

    /** The window that is used up; empty if there is none. */
    Optional<String> exhausted() {
        if (REJECTED.equals(status) && representativeClaim != null) {
            return Optional.of(representativeClaim);
        }
        return windows.entrySet().stream().filter(window -> REJECTED.equals(window.getValue().status()))
                .max(Comparator.comparing(window -> window.getValue().reset(),
                        Comparator.nullsFirst(Comparator.naturalOrder())))
                .map(Map.Entry::getKey);
    }

    /**
     * A window of time.
     *
     * @param status {@code allowed}, {@code rejected}, or another word in between
     * @param utilization the share that is used, from 0 to 1; more than 1 if more was used
     * @param reset when the window ends and the next one begins
     */
    public record Window(@Nullable String status, @Nullable Double utilization, @Nullable Instant reset) {

        static final Window UNKNOWN = new Window(null, null, null);

        /** How much is used, from 0 to 100, rounded half up; absent if that is not known. */
        public @Nullable Integer usedPercent() {
            return utilization == null ? null : (int) Math.min(100, Math.round(utilization * 100));
        }

        /** Whether less than a tenth is left. */
        boolean isLow() {
            return utilization != null && utilization > 0.9;
        }

        Window withStatus(String status) {
            return new Window(status, utilization, reset);
        }

        Window withUtilization(@Nullable Double utilization) {
            return new Window(status, utilization, reset);
        }

        Window withReset(@Nullable Instant reset) {
            return new Window(status, utilization, reset);
        }
    }
}
