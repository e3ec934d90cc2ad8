package io.github.quarkusclaude.deployment.client;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.error.ClaudeException;
import io.github.quarkusclaude.error.RateLimitException;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.Scenario;
import io.quarkus.test.QuarkusUnitTest;

/** What the simulator has a name for, the client has a type for; what does no harm, it takes. */
@Timeout(60)
class EveryFailureHasItsTypeTest {

    /** More than anybody tries. */
    private static final int OFTEN = 100;

    private static final String REFUSED = "refused";

    /** What becomes of an answer in one piece and of a stream: the type of the failure, or what was asked for. */
    private static final Map<String, List<String>> OUTCOMES = Map.ofEntries(
            entry("reset", List.of("NetworkException", "NetworkException")),
            entry("reset-at-byte", List.of("NetworkException", "TruncatedStreamException")),
            entry("reset-mid-content", List.of("NetworkException", "TruncatedStreamException")),
            entry("stall-at-start", List.of("NetworkException", "NetworkException")),
            entry("stall", List.of("NetworkException", "NetworkException")),
            entry("half-json", List.of("MalformedResponseException", "MalformedResponseException")),
            entry("bad-gateway", List.of("ServerException", "ServerException")),
            entry("empty-error", List.of("ServerException", "ServerException")),
            entry("server-error", List.of("ServerException", "ServerException")),
            entry("timeout-error", List.of("ServerException", "ServerException")),
            entry("rate-limited", List.of("RateLimitException", "RateLimitException")),
            entry("rate-limited-milliseconds", List.of("RateLimitException", "RateLimitException")),
            entry("rate-limited-date", List.of("RateLimitException", "RateLimitException")),
            entry("rate-limited-silently", List.of("RateLimitException", "RateLimitException")),
            entry("rate-limit-storm", List.of("RateLimitException", "RateLimitException")),
            entry("ramp-limited", List.of("RateLimitException", "RateLimitException")),
            entry("spend-limit", List.of("RateLimitException", "RateLimitException")),
            entry("overloaded", List.of("OverloadedException", "OverloadedException")),
            entry("overloaded-burst", List.of("OverloadedException", "OverloadedException")),
            entry("overloaded-mid-stream", List.of("hi", "OverloadedException")),
            entry("no-message-stop", List.of("hi", "TruncatedStreamException")),
            entry("duplicate-event", List.of("hi", "MalformedResponseException")),
            entry("wrong-content-type", List.of("hi", "MalformedResponseException")),
            entry("huge-headers", List.of("NetworkException", "NetworkException")),
            entry("slow-trickle", List.of("hi", "hi")),
            entry("compressed", List.of("hi", "hi")),
            entry("clock-ahead", List.of("hi", "hi")),
            entry("clock-behind", List.of("hi", "hi")),
            entry(REFUSED, List.of("NetworkException", "NetworkException")));

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Simulated.application()
            .overrideConfigKey("quarkus.claude.read-timeout", "500ms")
            // one failure after the other
            .overrideConfigKey("quarkus.claude.limits.pacing", "false")
            .overrideConfigKey("quarkus.claude.timeout", "3s");

    @Inject
    ClaudeClients clients;

    private ClaudeSimulator simulator;
    private ClaudeClient claude;

    @BeforeEach
    void connect() {
        simulator = ClaudeSimulator.builder().start();
        claude = Simulated.client(clients, simulator);
    }

    @AfterEach
    void close() {
        claude.close();
        simulator.close();
    }

    @ParameterizedTest
    @MethodSource("everything")
    void whateverHappens(String scenario) {
        meet(scenario);
        String whole = outcome(() -> claude.generate("Say exactly: hi"));
        meet(scenario);
        String streamed = outcome(() -> claude.stream("Say exactly: hi").finalMessage());

        assertThat(List.of(whole, streamed)).isEqualTo(OUTCOMES.get(scenario));
    }

    static Stream<String> everything() {
        return Stream.concat(Stream.of(REFUSED), Scenario.all().stream().map(Scenario::name));
    }

    @Test
    void howLongToWaitIsReadInEveryForm() {
        assertThat(waitFor(Scenario.RATE_LIMITED)).contains(Duration.ofSeconds(1));
        assertThat(waitFor(Scenario.RATE_LIMITED_MILLISECONDS)).contains(Duration.ofMillis(250));
        assertThat(waitFor(Scenario.RATE_LIMITED_DATE))
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ZERO, Duration.ofSeconds(2)));
        for (Scenario wrongClock : List.of(Scenario.CLOCK_AHEAD, Scenario.CLOCK_BEHIND)) {
            assertThat(waitFor(Scenario.RATE_LIMITED_DATE.and(wrongClock))).as(wrongClock.name())
                    .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2)));
        }
        assertThat(waitFor(Scenario.RATE_LIMITED_SILENTLY)).isEmpty();
        assertThat(waitFor(Scenario.SPEND_LIMIT)).isEmpty();
    }

    @Test
    void moneyThatIsSpentIsToldByItsCode() {
        simulator.scenario(Scenario.SPEND_LIMIT.times(OFTEN));

        assertThat(catchThrowableOfType(RateLimitException.class, () -> claude.generate("Hello")).code())
                .contains("enforced_spend_limit_reached");
    }

    private void meet(String scenario) {
        simulator.reset();
        if (scenario.equals(REFUSED)) {
            simulator.refuseConnections();
        } else {
            simulator.scenario(Scenario.named(scenario).times(OFTEN));
        }
    }

    private Optional<Duration> waitFor(Scenario scenario) {
        simulator.reset();
        simulator.scenario(scenario.times(OFTEN));
        return catchThrowableOfType(RateLimitException.class, () -> claude.generate("Hello")).retryAfter();
    }

    /** The text of the answer, or the type of the failure. */
    private static String outcome(Supplier<Message> call) {
        try {
            return call.get().text();
        } catch (ClaudeException e) {
            return e.getClass().getSimpleName();
        }
    }
}
