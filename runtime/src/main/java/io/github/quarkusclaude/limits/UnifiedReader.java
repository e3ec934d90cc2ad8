package io.github.quarkusclaude.limits;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Collects the limits of a subscription from the headers of one answer.
 */
final class UnifiedReader {

    private static final String UNIFIED = "unified-";

    private final Map<String, UnifiedLimits.Window> windows = new HashMap<>();
    private @Nullable String status;
    private @Nullable Instant reset;
    private @Nullable String representativeClaim;
    private @Nullable String overageStatus;
    private @Nullable Instant overageReset;
    private @Nullable Double fallbackPercentage;

    /**
     * Takes a header.
     *
     * @param name its name behind {@code anthropic-ratelimit-}, in lower case
     * @return whether it is one of a subscription
     */
    boolean add(String name, String value) {
        boolean isUnified = name.startsWith(UNIFIED);
        switch (isUnified ? name.substring(UNIFIED.length()) : name) {
            // seen with and without the prefix
            case "overage-status" -> overageStatus = value;
            case "overage-reset" -> overageReset = HeaderValues.instant(value);
            case "fallback-percentage" -> fallbackPercentage = HeaderValues.share(value);
            default -> {
                return isUnified && addUnified(name.substring(UNIFIED.length()), value);
            }
        }
        return true;
    }

    private boolean addUnified(String name, String value) {
        switch (name) {
            case "status" -> status = value;
            case "reset" -> reset = HeaderValues.instant(value);
            case "representative-claim" -> representativeClaim = value;
            default -> {
                return addToWindow(name, value);
            }
        }
        return true;
    }

    private boolean addToWindow(String name, String value) {
        int dash = name.lastIndexOf('-');
        if (dash < 1) {
            return false;
        }
        String window = name.substring(0, dash);
        UnifiedLimits.Window before = windows.getOrDefault(window, UnifiedLimits.Window.UNKNOWN);
        UnifiedLimits.Window now = switch (name.substring(dash + 1)) {
            case "status" -> before.withStatus(value);
            case "utilization" -> before.withUtilization(HeaderValues.share(value));
            case "reset" -> before.withReset(HeaderValues.instant(value));
            default -> null;
        };
        if (now != null && !now.equals(UnifiedLimits.Window.UNKNOWN)) {
            windows.put(window, now);
        }
        return now != null;
    }

    UnifiedLimits end() {
        UnifiedLimits read = new UnifiedLimits(status, reset, representativeClaim, windows, overageStatus, overageReset,
                fallbackPercentage);
        return read.equals(UnifiedLimits.UNKNOWN) ? UnifiedLimits.UNKNOWN : read;
    }
}
