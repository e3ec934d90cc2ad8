package io.github.quarkusclaude.examples;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.limits.RateLimit;
import io.github.quarkusclaude.limits.RateLimitWarning;
import io.github.quarkusclaude.limits.RateLimits;
import io.github.quarkusclaude.limits.ResponseMetadata;
import io.github.quarkusclaude.limits.UsageInfo;

/** What is left of the rate limits. */
@ApplicationScoped
public class RateLimitsInUse {

    private final List<String> alarms = new CopyOnWriteArrayList<>();

    boolean mayGoOn(ClaudeClient claude) {
        // tag::usage[]
        UsageInfo usage = claude.usage(); // <1>
        if (usage.isRateLimited()) { // <2>
            return false;
        }
        Integer percent = usage.tokenQuotaPercent(); // <3>
        return percent == null || percent < 80;
        // end::usage[]
    }

    long outputLeft(ClaudeClient claude) {
        // tag::limits[]
        RateLimits sonnet = claude.usage().limits().getOrDefault("sonnet", RateLimits.UNKNOWN); // <1>
        RateLimit output = sonnet.outputTokens();
        return output.remaining() == null ? Long.MAX_VALUE : output.remaining(); // <2>
        // end::limits[]
    }

    String forSupport(ClaudeClient claude) {
        // tag::last[]
        ResponseMetadata last = claude.lastResponse();
        return "Status " + last.status() + ", request " + last.requestId() + ", organization " + last.organizationId();
        // end::last[]
    }

    // tag::warning[]
    void warn(@Observes RateLimitWarning warning) {
        alarms.add(warning.modelClass() + ": " + warning.usedPercent() + " % of " + warning.bucket() + " is used");
    }
    // end::warning[]

    List<String> alarms() {
        return alarms;
    }
}
