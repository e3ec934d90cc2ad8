package io.github.quarkusclaude.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.quarkusclaude.simulator.Fault.Kind;

/**
 * A failure with a name: one or more {@linkplain Fault faults} that a request meets at once, and how many requests in a row
 * meet them.
 * <p>
 * A scenario is ordered in Java, with {@link ClaudeSimulator#scenario(Scenario...)} for the next requests or
 * {@link ClaudeSimulator#chaos(double, Scenario...)} for a share of all requests, or by a client that sends the header
 * {@value #HEADER} with any request. The header holds names separated by commas, all of which that request meets at once.
 * {@link RecordedRequest#scenarios()} tells afterwards.
 *
 * <pre>
 * simulator.scenario(Scenario.OVERLOADED_BURST, Scenario.RATE_LIMITED.times(2));
 * simulator.chaos(0.3, Scenario.RESET, Scenario.STALL.and(Scenario.COMPRESSED));
 * </pre>
 *
 * In a stream of a short text the first event is {@code message_start}, the second {@code content_block_start}, and the
 * fourth the first that brings content.
 *
 * @param name lower-case words joined by hyphens
 * @param requests how many requests in a row meet it when it is ordered for the next ones; at least 1
 * @param faults what each of these requests meets
 */
public record Scenario(String name, int requests, List<Fault> faults) {

    /** The request header by which a client orders scenarios. */
    public static final String HEADER = "x-simulator-scenario";

    private static final String SPEND_LIMIT_CODE = "enforced_spend_limit_reached";
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int HOUR = 3600;
    private static final int MID_CONTENT = 4;

    /** The connection is reset before the answer; with HTTP/2, the stream. */
    public static final Scenario RESET = of("reset", Fault.of(Kind.RESET));
    /** The connection is reset when 100 bytes of the body are sent: in a stream within the first event. */
    public static final Scenario RESET_AT_BYTE = of("reset-at-byte", Fault.of(Kind.RESET_AT_BYTE, 100));
    /** The connection is reset when a stream has brought its first content; any other answer after 4 bytes. */
    public static final Scenario RESET_MID_CONTENT = of("reset-mid-content", Fault.of(Kind.RESET_AFTER, MID_CONTENT));
    /** Nothing comes after the head of the answer, and the connection stays open. */
    public static final Scenario STALL_AT_START = of("stall-at-start", Fault.of(Kind.STALL_AFTER, 0));
    /** Nothing comes after the first content of a stream, or 4 bytes of another answer; the connection stays open. */
    public static final Scenario STALL = of("stall", Fault.of(Kind.STALL_AFTER, MID_CONTENT));
    /** The answer is complete, but comes 16 bytes at a time, one piece in 5 milliseconds. */
    public static final Scenario SLOW_TRICKLE = of("slow-trickle", Fault.of(Kind.TRICKLE, 5));
    /** Half of the JSON of a stream's fourth event is missing; any other answer ends after 3 bytes. */
    public static final Scenario HALF_JSON = of("half-json", Fault.of(Kind.MALFORMED_JSON_AFTER, MID_CONTENT - 1));
    /** A stream claims to be JSON, any other answer claims to be HTML. */
    public static final Scenario WRONG_CONTENT_TYPE = of("wrong-content-type", Fault.of(Kind.WRONG_CONTENT_TYPE));
    /** Status 502 with an HTML page, as a gateway in between sends it. */
    public static final Scenario BAD_GATEWAY = of("bad-gateway", Fault.of(Kind.HTML_502));
    /** Status 500 without a body. */
    public static final Scenario EMPTY_ERROR = of("empty-error", Fault.of(Kind.EMPTY_BODY));
    /** Status 500, {@code api_error}. */
    public static final Scenario SERVER_ERROR = of("server-error", Fault.status(500));
    /** Status 504, {@code timeout_error}. */
    public static final Scenario TIMEOUT_ERROR = of("timeout-error", Fault.status(504));
    /** Status 429 with {@code retry-after: 1}. */
    public static final Scenario RATE_LIMITED = of("rate-limited", Fault.status(429, RetryAfter.seconds(SECOND)));
    /** Status 429 with {@code retry-after-ms: 250}. */
    public static final Scenario RATE_LIMITED_MILLISECONDS = of("rate-limited-milliseconds",
            Fault.status(429, RetryAfter.milliseconds(Duration.ofMillis(250))));
    /** Status 429 with a date for {@code retry-after}, one to two seconds from now by the clock of the simulator. */
    public static final Scenario RATE_LIMITED_DATE = of("rate-limited-date",
            Fault.status(429, RetryAfter.date(SECOND)));
    /** Status 429 that does not say how long to wait. */
    public static final Scenario RATE_LIMITED_SILENTLY = of("rate-limited-silently", Fault.status(429));
    /** Twenty times status 429 with {@code retry-after-ms: 10}, which is too short. */
    public static final Scenario RATE_LIMIT_STORM = of("rate-limit-storm",
            Fault.status(429, RetryAfter.milliseconds(Duration.ofMillis(10)))).times(20);
    /** Status 429 for usage that grows too fast, {@code ramp_limit_exceeded}, with {@code retry-after: 1}. */
    public static final Scenario RAMP_LIMITED = of("ramp-limited",
            Fault.status(429, RetryAfter.seconds(SECOND)).withErrorCode("ramp_limit_exceeded"));
    /** Status 429 because the money for this month is spent, {@code enforced_spend_limit_reached}; waiting is of no use. */
    public static final Scenario SPEND_LIMIT = of("spend-limit", Fault.status(429).withErrorCode(SPEND_LIMIT_CODE));
    /** Status 529, {@code overloaded_error}. */
    public static final Scenario OVERLOADED = of("overloaded", Fault.status(529));
    /** Five times status 529. */
    public static final Scenario OVERLOADED_BURST = of("overloaded-burst", Fault.status(529)).times(5);
    /** An {@code overloaded_error} event ends the stream after its first content. */
    public static final Scenario OVERLOADED_MID_STREAM = of("overloaded-mid-stream",
            Fault.of(Kind.ERROR_EVENT_AFTER, MID_CONTENT));
    /** The stream ends properly, but without its {@code message_stop}. */
    public static final Scenario NO_MESSAGE_STOP = of("no-message-stop", Fault.of(Kind.NO_MESSAGE_STOP));
    /** The first {@code content_block_start} of a stream comes twice. */
    public static final Scenario DUPLICATE_EVENT = of("duplicate-event", Fault.of(Kind.DUPLICATE_EVENT_AFTER, 1));
    /** The body is compressed if the request accepts that. */
    public static final Scenario COMPRESSED = of("compressed", Fault.of(Kind.GZIP));
    /** There is a header of 64 KB. */
    public static final Scenario HUGE_HEADERS = of("huge-headers", Fault.of(Kind.HUGE_HEADERS, 64 * 1024));
    /** The clock of the server is an hour ahead. */
    public static final Scenario CLOCK_AHEAD = of("clock-ahead", Fault.of(Kind.CLOCK_SKEW, HOUR));
    /** The clock of the server is an hour behind. */
    public static final Scenario CLOCK_BEHIND = of("clock-behind", Fault.of(Kind.CLOCK_SKEW, -HOUR));

    private static final List<Scenario> ALL = List.of(RESET, RESET_AT_BYTE, RESET_MID_CONTENT, STALL_AT_START, STALL,
            SLOW_TRICKLE, HALF_JSON, WRONG_CONTENT_TYPE, BAD_GATEWAY, EMPTY_ERROR, SERVER_ERROR, TIMEOUT_ERROR, RATE_LIMITED,
            RATE_LIMITED_MILLISECONDS, RATE_LIMITED_DATE, RATE_LIMITED_SILENTLY, RATE_LIMIT_STORM, RAMP_LIMITED, SPEND_LIMIT,
            OVERLOADED, OVERLOADED_BURST, OVERLOADED_MID_STREAM, NO_MESSAGE_STOP, DUPLICATE_EVENT, COMPRESSED, HUGE_HEADERS,
            CLOCK_AHEAD, CLOCK_BEHIND);

    /** @throws IllegalArgumentException if the number of requests is not positive, or there is no fault */
    public Scenario {
        if (requests < 1) {
            throw new IllegalArgumentException("The number of requests must be positive");
        }
        faults = List.copyOf(faults);
        if (faults.isEmpty()) {
            throw new IllegalArgumentException("A scenario needs a fault");
        }
    }

    /** A scenario of one's own, for one request. It cannot be ordered by header. */
    public static Scenario of(String name, Fault... faults) {
        return new Scenario(name, 1, List.of(faults));
    }

    /** The scenarios of this class, all there are by name. */
    public static List<Scenario> all() {
        return ALL;
    }

    /** @throws IllegalArgumentException if there is no scenario with this name; the message says which there are */
    public static Scenario named(String name) {
        Optional<Scenario> found = ALL.stream().filter(scenario -> scenario.name.equals(name)).findFirst();
        return found.orElseThrow(() -> new IllegalArgumentException("unknown scenario \"" + name + "\"; known are "
                + ALL.stream().map(Scenario::name).collect(Collectors.joining(", "))));
    }

    /** This for another number of requests in a row. */
    public Scenario times(int requests) {
        return new Scenario(name, requests, faults);
    }

    /** Both at once, for as many requests as this one; of two faults of the same kind that of this one counts. */
    public Scenario and(Scenario other) {
        return new Scenario(name + "+" + other.name, requests, Stream.concat(faults.stream(), other.faults.stream()).toList());
    }

    /** Tells whether an answer in one piece would be what it is without this. */
    boolean isForStreamsOnly() {
        return faults.stream().allMatch(fault -> fault.kind().isForStreamsOnly());
    }
}
