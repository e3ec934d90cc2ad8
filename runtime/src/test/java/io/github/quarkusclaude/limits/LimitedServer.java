package io.github.quarkusclaude.limits;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A server with buckets of tokens that refill continuously, for one class of models of an organization. */
final class LimitedServer {

    private final VirtualTime time;
    private final Bucket requests;
    private final Bucket input;
    private final Bucket output;
    private final long seconds;
    private int served;
    private int refused;
    private Duration lastServed = Duration.ZERO;

    private final class Bucket {

        private final long limit;
        private double level;
        private long used;
        private Duration at;

        Bucket(long limit) {
            this.limit = limit;
            this.level = limit;
            this.at = time.passed();
        }

        private void refill() {
            Duration now = time.passed();
            level = Math.min(limit, level + now.minus(at).toNanos() * (double) limit / (seconds * 1e9));
            at = now;
        }

        void take(long units) {
            level -= units;
            used += units;
        }

        double use() {
            return used / (limit + limit * lastServed.toMillis() / (seconds * 1e3));
        }

        boolean lacks(long units) {
            refill();
            return level < units;
        }

        long left() {
            refill();
            return Math.max(0, (long) level);
        }

        Duration untilFull() {
            refill();
            return until(limit);
        }

        Duration until(long units) {
            return Duration.ofNanos((long) ((Math.min(limit, units) - level) * seconds * 1e9 / limit));
        }
    }

    LimitedServer(VirtualTime time, long requests, long input, long output, long seconds) {
        this.time = time;
        this.seconds = seconds;
        this.requests = new Bucket(requests);
        this.input = new Bucket(input);
        this.output = new Bucket(output);
    }

    static LimitedServer perMinute(VirtualTime time, long requests, long input, long output) {
        return new LimitedServer(time, requests, input, output, 60);
    }

    /** The head of the answer to a request. */
    ResponseMetadata ask(long inputTokens, long outputTokens) {
        Duration wait = null;
        if (requests.lacks(1)) {
            wait = requests.until(1);
        } else if (input.lacks(inputTokens)) {
            wait = input.until(inputTokens);
        } else if (output.lacks(1)) {
            wait = output.until(1);
        }
        if (wait == null) {
            served++;
            lastServed = time.passed();
            requests.take(1);
            input.take(inputTokens);
            output.take(outputTokens);
        } else {
            refused++;
        }
        return head(wait == null ? 200 : 429, wait);
    }

    private ResponseMetadata head(int status, @Nullable Duration wait) {
        Map<String, String> headers = new LinkedHashMap<>();
        put(headers, "requests", requests.limit, requests.left(), requests.untilFull());
        put(headers, "input-tokens", input.limit, input.left(), input.untilFull());
        put(headers, "output-tokens", output.limit, output.left(), output.untilFull());
        Duration bothFull = input.untilFull().compareTo(output.untilFull()) > 0 ? input.untilFull() : output.untilFull();
        put(headers, "tokens", input.limit + output.limit, (input.left() + output.left()) / 1_000 * 1_000, bothFull);
        Duration retryAfter = wait == null ? null : Duration.ofSeconds(Math.max(1, wait.plusNanos(999_999_999).toSeconds()));
        return new ResponseMetadata(status, null, null, null, RateLimits.from(headers), retryAfter, time.instant());
    }

    private void put(Map<String, String> headers, String name, long limit, long left, Duration untilFull) {
        String prefix = "anthropic-ratelimit-" + name;
        headers.put(prefix + "-limit", Long.toString(limit));
        headers.put(prefix + "-remaining", Long.toString(left));
        headers.put(prefix + "-reset",
                time.instant().plus(untilFull).plusMillis(999).truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** The time as the header {@code date} has it. */
    String date() {
        return time.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    int served() {
        return served;
    }

    int refused() {
        return refused;
    }

    /** Which share was used of what could have been until the last request was served. */
    double use() {
        return Math.max(requests.use(), Math.max(input.use(), output.use()));
    }
}
