package io.github.quarkusclaude.runtime;

import static io.github.quarkusclaude.runtime.ClaudeRuntimeConfig.property;

import java.util.List;

import io.github.quarkusclaude.limits.AdmissionSettings;

/**
 * Turns configuration into the settings by which calls are held back.
 */
final class ConfiguredLimits {

    private ConfiguredLimits() {
    }

    static AdmissionSettings of(LimitsConfig limits) {
        return new AdmissionSettings(limits.pacing(), limits.maxConcurrent(), limits.maxQueued(), limits.maxWait());
    }

    /** Adds what is wrong with the settings of a client. */
    static void check(String client, LimitsConfig limits, List<String> problems) {
        if (limits.maxConcurrent() < 1) {
            problems.add(property(client, "limits.max-concurrent") + " is " + limits.maxConcurrent() + "; make it at least 1");
        }
        if (limits.maxQueued() < 0) {
            problems.add(property(client, "limits.max-queued") + " is " + limits.maxQueued()
                    + "; make it 0, so that no call waits, or more");
        }
        limits.maxWait().filter(wait -> wait.isNegative() || wait.isZero())
                .ifPresent(wait -> problems.add(property(client, "limits.max-wait") + " is " + wait
                        + "; make it longer than nothing. So that no call waits, set " + property(client, "limits.max-queued")
                        + " to 0"));
    }
}
