package io.github.quarkusclaude.deployment.client;

import static java.util.Map.entry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.github.quarkusclaude.simulator.RecordedRequest;
import io.github.quarkusclaude.simulator.Scenario;

/** What the chaos consists of, and what each of it may do to a call. */
final class Weather {

    private static final String RIGHT = Ending.RIGHT;
    private static final String NETWORK = "NetworkException";
    private static final String TRUNCATED = "TruncatedStreamException";
    private static final String SERVER = "ServerException";
    private static final String MALFORMED = "MalformedResponseException";
    private static final String RATE_LIMIT = "RateLimitException";
    private static final String OVERLOADED = "OverloadedException";

    /** The circuit breaker answers at any moment, whatever the attempt before has met. */
    private static final String CIRCUIT_OPEN = "UnavailableException";

    /** What may become of a call whose last attempt met it: of one in one piece, and of a stream. */
    private static final Map<String, List<Set<String>>> ENDINGS = Map.ofEntries(
            both(Scenario.RESET, NETWORK),
            // the answer of a count is shorter
            entry(Scenario.RESET_AT_BYTE.name(), List.of(Set.of(RIGHT, NETWORK), Set.of(NETWORK, TRUNCATED))),
            both(Scenario.RESET_MID_CONTENT, NETWORK, TRUNCATED),
            both(Scenario.STALL_AT_START, NETWORK),
            both(Scenario.STALL, NETWORK),
            both(Scenario.SLOW_TRICKLE, RIGHT),
            both(Scenario.HALF_JSON, MALFORMED),
            entry(Scenario.WRONG_CONTENT_TYPE.name(), List.of(Set.of(RIGHT), Set.of(MALFORMED))),
            both(Scenario.BAD_GATEWAY, SERVER),
            both(Scenario.EMPTY_ERROR, SERVER),
            both(Scenario.TIMEOUT_ERROR, SERVER),
            both(Scenario.RATE_LIMIT_STORM, RATE_LIMIT),
            both(Scenario.RATE_LIMITED_SILENTLY, RATE_LIMIT),
            both(Scenario.OVERLOADED, OVERLOADED),
            both(Scenario.OVERLOADED_MID_STREAM, OVERLOADED),
            both(Scenario.NO_MESSAGE_STOP, TRUNCATED),
            both(Scenario.DUPLICATE_EVENT, MALFORMED),
            both(Scenario.COMPRESSED, RIGHT),
            both(Scenario.HUGE_HEADERS, NETWORK));

    /** Behind these a call may be made again: none of them has let content through. */
    private static final Set<String> PASSING = Set.of(Scenario.RESET.name(), Scenario.RESET_AT_BYTE.name(),
            Scenario.STALL_AT_START.name(), Scenario.BAD_GATEWAY.name(), Scenario.EMPTY_ERROR.name(),
            Scenario.TIMEOUT_ERROR.name(), Scenario.RATE_LIMIT_STORM.name(), Scenario.RATE_LIMITED_SILENTLY.name(),
            Scenario.OVERLOADED.name(), Scenario.HUGE_HEADERS.name(),
            // the reset may overtake what was sent before; the reader would notice a second beginning
            Scenario.RESET_MID_CONTENT.name());

    private final int maxRetries;
    private final Duration silence;

    /** @param silence how long a client waits for a sign of life before it makes a call again */
    Weather(int maxRetries, Duration silence) {
        this.maxRetries = maxRetries;
        this.silence = silence;
    }

    private static Map.Entry<String, List<Set<String>>> both(Scenario scenario, String... endings) {
        return entry(scenario.name(), List.of(Set.of(endings), Set.of(endings)));
    }

    static Scenario[] scenarios() {
        return ENDINGS.keySet().stream().sorted().map(Scenario::named).toArray(Scenario[]::new);
    }

    /** What is wrong about a call, by the attempts that the server has seen of it. */
    List<String> problems(Ending ending, List<RecordedRequest> attempts) {
        List<String> problems = new ArrayList<>();
        if (ending.problem() != null) {
            problems.add(ending.problem());
        }
        if (attempts.size() > maxRetries + 1) {
            problems.add("it was made too often");
        }
        for (int i = 1; i < attempts.size(); i++) {
            RecordedRequest before = attempts.get(i - 1);
            if (!mayBeFollowed(before, attempts.get(i))) {
                problems.add("it was made again behind " + before.scenarios());
            }
        }
        if (!attempts.isEmpty()) {
            RecordedRequest last = attempts.get(attempts.size() - 1);
            if (!isExplained(ending, last) && !isLost(ending, attempts)) {
                problems.add("its last attempt met " + last.scenarios());
            }
            if (ending.requestId() != null && !ending.requestId().equals(last.requestId())) {
                problems.add("it failed with an attempt that was not the last one");
            }
        } else if (ending.what().equals(RIGHT)) {
            problems.add("nobody was asked");
        }
        return problems.stream().map(problem -> ending + ": " + problem).toList();
    }

    /** Behind a fault, a time-out, or the end of a connection that another call has closed in the moment it was passed on. */
    private boolean mayBeFollowed(RecordedRequest attempt, RecordedRequest next) {
        if (!attempt.scenarios().isEmpty() && PASSING.containsAll(attempt.scenarios())) {
            return true;
        }
        Instant noticed = next.receivedAt().plus(silence);
        boolean lost = attempt.connectionClosed().isDone() && attempt.connectionClosed().join().isBefore(noticed);
        return lost || Duration.between(attempt.receivedAt(), next.receivedAt()).compareTo(silence) >= 0;
    }

    private static boolean isExplained(Ending ending, RecordedRequest last) {
        return switch (ending.what()) {
            case Ending.GIVEN_UP, Ending.LATE, CIRCUIT_OPEN -> true;
            default -> expected(ending, last).anyMatch(ending.what()::equals);
        };
    }

    /**
     * Whether a call failed with a connection although the server knows of no reason: another call has closed it in the moment
     * it was passed on, perhaps before the server saw the last attempt. There must not be many of these.
     */
    boolean isLost(Ending ending, List<RecordedRequest> attempts) {
        if (attempts.isEmpty() || !ending.what().equals(NETWORK) || ending.requestId() != null) {
            return false;
        }
        RecordedRequest last = attempts.get(attempts.size() - 1);
        boolean unseen = attempts.size() <= maxRetries;
        return !isExplained(ending, last) && (unseen || last.connectionClosed().isDone());
    }

    private static Stream<String> expected(Ending ending, RecordedRequest last) {
        if (last.scenarios().isEmpty()) {
            return last.connectionClosed().isDone() ? Stream.of(RIGHT, NETWORK, TRUNCATED) : Stream.of(RIGHT);
        }
        return last.scenarios().stream().flatMap(name -> ENDINGS.get(name).get(ending.streamed() ? 1 : 0).stream());
    }
}
