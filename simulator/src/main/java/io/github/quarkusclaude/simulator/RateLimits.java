package io.github.quarkusclaude.simulator;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps the rate limits of {@code POST /v1/messages}, for every credential and class of models by itself. */
final class RateLimits {

    private final long requestsPerMinute;
    private final long inputTokensPerMinute;
    private final long outputTokensPerMinute;
    private final Clock clock;
    private final Map<Account, Allowance> allowances = new ConcurrentHashMap<>();

    private record Account(String credential, String modelClass) {
    }

    RateLimits(long requestsPerMinute, long inputTokensPerMinute, long outputTokensPerMinute, Clock clock) {
        this.requestsPerMinute = requestsPerMinute;
        this.inputTokensPerMinute = inputTokensPerMinute;
        this.outputTokensPerMinute = outputTokensPerMinute;
        this.clock = clock;
    }

    Allowance of(Caller caller, Model model) {
        return allowances.computeIfAbsent(new Account(caller.credential(), model.limitClass()), account -> new Allowance(
                new TokenBucket(requestsPerMinute, clock),
                new TokenBucket(inputTokensPerMinute, clock),
                new TokenBucket(outputTokensPerMinute, clock)));
    }
}
