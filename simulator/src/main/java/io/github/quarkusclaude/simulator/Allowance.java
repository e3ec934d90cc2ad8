package io.github.quarkusclaude.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** What one credential may still use. */
final class Allowance {

    private static final String PREFIX = "anthropic-ratelimit-";

    private final TokenBucket requests;
    private final TokenBucket input;
    private final TokenBucket output;

    Allowance(TokenBucket requests, TokenBucket input, TokenBucket output) {
        this.requests = requests;
        this.input = input;
        this.output = output;
    }

    /** Takes a request and its input tokens. @throws ApiException 429 if a limit is exhausted; then nothing is taken */
    synchronized void admit(long inputTokens) {
        demand(requests, 1, "requests");
        demand(input, inputTokens, "input tokens");
        demand(output, 1, "output tokens");
        requests.take(1);
        input.take(inputTokens);
    }

    /** Takes output tokens, which are not known before the answer. */
    synchronized void spend(long outputTokens) {
        output.take(outputTokens);
    }

    /** The state of all limits, as response headers. */
    synchronized Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        put(headers, "requests", requests.limit(), requests.remaining(), requests.fullAt());
        put(headers, "input-tokens", input.limit(), input.remaining(), input.fullAt());
        put(headers, "output-tokens", output.limit(), output.remaining(), output.fullAt());
        Instant bothFull = input.fullAt().isAfter(output.fullAt()) ? input.fullAt() : output.fullAt();
        put(headers, "tokens", input.limit() + output.limit(), input.remaining() + output.remaining(), bothFull);
        return headers;
    }

    private void demand(TokenBucket bucket, long amount, String what) {
        if (bucket.has(amount)) {
            return;
        }
        Duration wait = bucket.timeUntil(amount);
        Map<String, String> headers = headers();
        headers.put("retry-after", Long.toString(Math.max(1, wait.plusNanos(999_999_999).toSeconds())));
        throw new ApiException(ErrorType.RATE_LIMIT
                .error("This request would exceed the rate limit of " + bucket.limit() + " " + what + " per minute"), headers);
    }

    private static void put(Map<String, String> headers, String name, long limit, long remaining, Instant reset) {
        headers.put(PREFIX + name + "-limit", Long.toString(limit));
        headers.put(PREFIX + name + "-remaining", Long.toString(remaining));
        headers.put(PREFIX + name + "-reset", reset.plusMillis(999).truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
