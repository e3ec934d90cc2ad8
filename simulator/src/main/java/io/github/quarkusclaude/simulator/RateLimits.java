package io.github.quarkusclaude.simulator;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps the rate limits of {@code POST /v1/messages}, for every credential by itself. */
final class RateLimits {

    private final long requestsPerMinute;
    private final long inputTokensPerMinute;
    private final long outputTokensPerMinute;
    private final Clock clock;
    private final Map<String, Allowance> allowances = new ConcurrentHashMap<>();

    RateLimits(long requestsPerMinute, long inputTokensPerMinute, long outputTokensPerMinute, Clock clock) {
        this.requestsPerMinute = requestsPerMinute;
        this.inputTokensPerMinute = inputTokensPerMinute;
        this.outputTokensPerMinute = outputTokensPerMinute;
        this.clock = clock;
    }

    Allowance of(Caller caller) {
        return allowances.computeIfAbsent(caller.credential(), credential -> new Allowance(
                new TokenBucket(requestsPerMinute, clock),
                new TokenBucket(inputTokensPerMinute, clock),
                new TokenBucket(outputTokensPerMinute, clock)));
    }
}
