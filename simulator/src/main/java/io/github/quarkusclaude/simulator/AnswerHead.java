package io.github.quarkusclaude.simulator;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

import io.vertx.core.MultiMap;

/** Completes the head of an answer: with the date, and with what faults do to headers. */
final class AnswerHead {

    private static final String PADDING = "x-simulator-padding";
    private static final String LIMITS = "anthropic-ratelimit-";
    private static final String RESET = "-reset";

    private AnswerHead() {
    }

    /** @param now the time by the true clock */
    static void complete(MultiMap headers, Faults faults, Instant now) {
        Duration skew = faults.clockSkew();
        headers.set("date", RetryAfter.httpDate(now.plus(skew)));
        if (!skew.isZero()) {
            for (String name : List.copyOf(headers.names())) {
                if (name.startsWith(LIMITS) && name.endsWith(RESET)) {
                    headers.set(name, shifted(headers.get(name), skew));
                }
            }
        }
        OptionalInt padding = faults.value(Fault.Kind.HUGE_HEADERS);
        if (padding.isPresent()) {
            headers.set(PADDING, "p".repeat(padding.getAsInt()));
        }
    }

    /** What a test has scripted need not be a time. */
    private static String shifted(String time, Duration skew) {
        try {
            return Instant.parse(time).plus(skew).toString();
        } catch (DateTimeException e) {
            return time;
        }
    }
}
