package io.github.quarkusclaude.simulator;

import java.time.Duration;
import java.util.Optional;

/**
 * A way to break an answer on purpose, so that a client's error handling can be exercised.
 * <p>
 * A fault is ordered either in Java, with {@link ClaudeSimulator#fault(Fault...)}, or by a client that sends the header
 * {@value #HEADER} with any request. The header holds one or more faults separated by commas; each is a name, {@code =}
 * and a number where the name asks for one. {@code status} may be followed by one of {@code ;retry-after=seconds},
 * {@code ;retry-after-ms=milliseconds} and {@code ;retry-after-date=seconds}, and by {@code ;code=} and an
 * {@code error_code}:
 *
 * <pre>
 * x-simulator-fault: status=529;retry-after=3
 * x-simulator-fault: status=429;code=enforced_spend_limit_reached
 * x-simulator-fault: crlf, slow=20
 * </pre>
 *
 * What is needed often has a name; see {@link Scenario}.
 * <p>
 * A header that names an unknown fault is answered with status 400 and the list of names. Faults that replace an
 * answer ({@code status}, {@code html-502}, {@code empty-body}, {@code reset}) leave a scripted answer for the next request.
 * The others bend what the simulator answers by itself, and scripted texts and messages; the bytes of scripted bodies and
 * streams are sent as they are.
 *
 * @param kind what goes wrong
 * @param value the number that goes with the kind: a status, a count of events or bytes, or a time; 0 if none does
 * @param retryAfter how a {@link Kind#STATUS} fault asks the client to wait, if it does
 * @param errorCode the {@code error_code} of a {@link Kind#STATUS} fault, if it has one
 */
public record Fault(Kind kind, int value, Optional<RetryAfter> retryAfter, Optional<String> errorCode) {

    /** The request header by which a client orders faults. */
    public static final String HEADER = "x-simulator-fault";

    /** What can go wrong. In a stream "after N" counts events, in any other answer bytes of the body. */
    public enum Kind {
        /** {@code status=529}: an error of the API with this status and the {@code error.type} that belongs to it. */
        STATUS("status", true),
        /** {@code html-502}: status 502 with an HTML page, as a gateway in between sends it. */
        HTML_502("html-502", false),
        /** {@code empty-body}: status 500 without a body. */
        EMPTY_BODY("empty-body", false),
        /** {@code reset}: the connection is reset before the head of the answer; with HTTP/2, the stream. */
        RESET("reset", false),
        /** {@code reset-after=N}: the connection is reset within the answer. */
        RESET_AFTER("reset-after", true),
        /** {@code reset-at-byte=N}: the connection is reset when N bytes of the body are sent, of a stream too. */
        RESET_AT_BYTE("reset-at-byte", true),
        /** {@code stall-after=N}: nothing more is sent, and the connection stays open. */
        STALL_AFTER("stall-after", true),
        /** {@code no-message-stop}: the stream ends properly, but without its {@code message_stop} event. */
        NO_MESSAGE_STOP("no-message-stop", false),
        /** {@code error-event-after=N}: an {@code error} event ends the stream; no effect on other answers. */
        ERROR_EVENT_AFTER("error-event-after", true),
        /** {@code malformed-json-after=N}: the JSON of the event that follows is cut; other bodies are cut after N bytes. */
        MALFORMED_JSON_AFTER("malformed-json-after", true),
        /** {@code duplicate-event-after=N}: the event that follows is sent twice; no effect on other answers. */
        DUPLICATE_EVENT_AFTER("duplicate-event-after", true),
        /** {@code one-byte-chunks}: every byte is sent alone. */
        ONE_BYTE_CHUNKS("one-byte-chunks", false),
        /** {@code crlf}: the lines of a stream end with CR LF; no effect on other answers. */
        CRLF("crlf", false),
        /**
         * {@code gzip}: the body is compressed if the request accepts that, the events of a stream one by one. No fault of
         * its own, but what a gateway may do; "after N" still counts what is unpacked.
         */
        GZIP("gzip", false),
        /** {@code slow=milliseconds}: a pause before every event, or before any other body. */
        SLOW("slow", true),
        /** {@code trickle=milliseconds}: the body is sent in pieces of at most 16 bytes, with a pause before each. */
        TRICKLE("trickle", true),
        /** {@code wrong-content-type}: a stream claims to be JSON, any other answer claims to be HTML. */
        WRONG_CONTENT_TYPE("wrong-content-type", false),
        /** {@code huge-headers=N}: there is one more header, whose value has N bytes. */
        HUGE_HEADERS("huge-headers", true),
        /**
         * {@code clock-skew=seconds}: the server's clock is ahead, or behind if the number is negative. That shows in the
         * headers that tell a time: {@code date}, {@code retry-after} as a date, and when rate limits are reset.
         */
        CLOCK_SKEW("clock-skew", true);

        private final String wireName;
        private final boolean numbered;

        Kind(String wireName, boolean numbered) {
            this.wireName = wireName;
            this.numbered = numbered;
        }

        /** The name by which the header orders this fault. */
        public String wireName() {
            return wireName;
        }

        boolean numbered() {
            return numbered;
        }

        boolean isForStreamsOnly() {
            return switch (this) {
                case NO_MESSAGE_STOP, ERROR_EVENT_AFTER, DUPLICATE_EVENT_AFTER, CRLF -> true;
                default -> false;
            };
        }
    }

    /**
     * @throws IllegalArgumentException if the value is negative, or a status that the API has no error for, or if there is
     *         something that belongs to another kind
     */
    public Fault {
        if (value < 0 && kind != Kind.CLOCK_SKEW) {
            throw new IllegalArgumentException(kind.wireName() + " needs a number that is not negative");
        }
        if (kind == Kind.STATUS && ErrorType.ofStatus(value).isEmpty()) {
            throw new IllegalArgumentException("the API has no error with status " + value);
        }
        if (kind != Kind.STATUS && (retryAfter.isPresent() || errorCode.isPresent())) {
            throw new IllegalArgumentException(kind.wireName() + " takes no parameters");
        }
    }

    /** A fault that needs no number. */
    public static Fault of(Kind kind) {
        return of(kind, 0);
    }

    /** A fault with its number. */
    public static Fault of(Kind kind, int value) {
        return new Fault(kind, value, Optional.empty(), Optional.empty());
    }

    /** An error of the API with this status, which does not say how long to wait. */
    public static Fault status(int status) {
        return of(Kind.STATUS, status);
    }

    /** An error of the API with this status that asks the client to wait, in whole seconds. */
    public static Fault status(int status, Duration retryAfter) {
        return status(status, RetryAfter.seconds(retryAfter));
    }

    /** An error of the API with this status that asks the client to wait. */
    public static Fault status(int status, RetryAfter retryAfter) {
        return new Fault(Kind.STATUS, status, Optional.of(retryAfter), Optional.empty());
    }

    /** This error with an {@code error_code}, by which clients tell errors of one status apart. */
    public Fault withErrorCode(String errorCode) {
        return new Fault(kind, value, retryAfter, Optional.of(errorCode));
    }
}
