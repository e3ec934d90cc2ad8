package io.github.quarkusclaude.deployment.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.batch.BatchRequest;
import io.github.quarkusclaude.error.ClaudeException;
import io.github.quarkusclaude.error.NetworkException;
import io.github.quarkusclaude.error.OverloadedException;
import io.github.quarkusclaude.error.RateLimitException;
import io.github.quarkusclaude.error.TruncatedStreamException;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.Fault;
import io.github.quarkusclaude.simulator.Fault.Kind;
import io.github.quarkusclaude.simulator.RecordedRequest;
import io.github.quarkusclaude.simulator.Scenario;
import io.github.quarkusclaude.stream.MessageStart;
import io.github.quarkusclaude.stream.StreamEvent;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.subscription.Cancellable;

@Timeout(30)
class FailedCallsAreMadeAgainTest {

    private static final String PROMPT = "Say exactly: hi";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Simulated.application()
            .overrideConfigKey("quarkus.claude.retry.initial-delay", "10ms")
            .overrideConfigKey("quarkus.claude.circuit-breaker.enabled", "false")
            .overrideConfigKey("quarkus.claude.timeout", "5s");

    private static final List<Scenario> PASSING = List.of(Scenario.OVERLOADED, Scenario.SERVER_ERROR, Scenario.TIMEOUT_ERROR,
            Scenario.BAD_GATEWAY, Scenario.EMPTY_ERROR, Scenario.RESET, Scenario.RATE_LIMITED_MILLISECONDS,
            Scenario.RATE_LIMITED_SILENTLY, Scenario.of("conflict", Fault.status(409)));

    private static final List<Scenario> LASTING = List.of(Scenario.SPEND_LIMIT, Scenario.of("invalid", Fault.status(400)),
            Scenario.of("missing", Fault.status(404)), Scenario.of("billing", Fault.status(402)));

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

    @Test
    void twiceIfTheFailureMayPass() {
        for (Scenario scenario : PASSING) {
            meet(scenario.times(2));

            assertThat(claude.generate(PROMPT).text()).as(scenario.name()).isEqualTo("hi");
            assertThat(simulator.requests()).as(scenario.name()).hasSize(3)
                    .extracting(RecordedRequest::body).containsOnly(simulator.requests().get(0).body());
        }
    }

    @Test
    void andNotForever() {
        for (Scenario scenario : PASSING) {
            meet(scenario.times(100));

            assertThatThrownBy(() -> claude.generate(PROMPT)).as(scenario.name()).isInstanceOf(ClaudeException.class);
            assertThat(simulator.requests()).as(scenario.name()).hasSize(3);
        }
    }

    @Test
    void notIfTheNextAnswerWouldBeTheSame() {
        for (Scenario scenario : LASTING) {
            meet(scenario);

            assertThatThrownBy(() -> claude.generate(PROMPT)).as(scenario.name()).isInstanceOf(ClaudeException.class);
            assertThat(simulator.requests()).as(scenario.name()).hasSize(1);
        }
    }

    @Test
    void theApiHasTheLastWordOnIt() {
        simulator.answerHeaders(Map.of("x-should-retry", "false"));
        simulator.scenario(Scenario.OVERLOADED);
        assertThatThrownBy(() -> claude.generate(PROMPT)).isInstanceOf(OverloadedException.class);
        assertThat(simulator.requests()).hasSize(1);

        simulator.reset();
        simulator.answerHeaders(Map.of("x-should-retry", "true"));
        simulator.scenario(Scenario.of("invalid", Fault.status(400)));
        assertThat(claude.generate(PROMPT).text()).isEqualTo("hi");
        assertThat(simulator.requests()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void notBeforeTheTimeTheApiAsksFor(boolean streamed) {
        Scenario scenario = Scenario.RATE_LIMITED_MILLISECONDS;
        simulator.scenario(scenario);

        assertThat(streamed ? claude.stream(PROMPT).finalMessage() : claude.generate(PROMPT)).extracting(Message::text)
                .isEqualTo("hi");

        List<RecordedRequest> requests = simulator.requests();
        assertThat(requests).hasSize(2);
        assertThat(Duration.between(requests.get(0).receivedAt(), requests.get(1).receivedAt()))
                .isGreaterThanOrEqualTo(Duration.ofMillis(250));
    }

    @Test
    void notIfThatIsTooLate() {
        simulator.scenario(Scenario.of("patience", Fault.status(429, Duration.ofMinutes(1))));

        RateLimitException failure = (RateLimitException) catchThrowable(() -> claude.generate(PROMPT));
        assertThat(failure.retryAfter()).contains(Duration.ofMinutes(1));
        assertThat(simulator.requests()).hasSize(1);
    }

    @Test
    void allAttemptsTogetherHaveOneDeadline() {
        simulator.scenario(Scenario.RATE_LIMITED_MILLISECONDS, Scenario.STALL_AT_START);

        assertThatThrownBy(() -> claude.generate(PROMPT)).isInstanceOfSatisfying(NetworkException.class, failure -> {
            assertThat(failure.phase()).isEqualTo(NetworkException.Phase.TOTAL);
            assertThat(failure).hasMessageContaining("5 s").hasCauseInstanceOf(RateLimitException.class);
        });
        assertThat(simulator.requests()).hasSize(2);
        Duration taken = Duration.between(simulator.requests().get(1).receivedAt(),
                simulator.requests().get(1).closedByClient().orTimeout(20, TimeUnit.SECONDS).join());
        assertThat(taken).as("the second attempt has only what the first one left").isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aStreamIsOpenedAgainAsLongAsNothingOfItIsKnown() {
        for (Scenario scenario : List.of(Scenario.OVERLOADED, Scenario.RESET, Scenario.RESET_AT_BYTE,
                Scenario.of("error first", Fault.of(Kind.ERROR_EVENT_AFTER, 0)),
                Scenario.of("error behind message_start", Fault.of(Kind.ERROR_EVENT_AFTER, 1)),
                Scenario.of("reset behind message_start", Fault.of(Kind.RESET_AFTER, 1)))) {
            meet(scenario.times(2));

            List<StreamEvent> events = claude.reactive().stream(PROMPT).collect().asList()
                    .await().atMost(Duration.ofSeconds(30));

            assertThat(simulator.requests()).as(scenario.name()).hasSize(3);
            assertThat(events).filteredOn(MessageStart.class::isInstance).hasSize(1);
        }
    }

    @Test
    void aStreamThatBreaksOffLaterIsNotMadeAgain() {
        for (Scenario scenario : List.of(Scenario.OVERLOADED_MID_STREAM, Scenario.RESET_MID_CONTENT)) {
            meet(scenario);

            ClaudeException failure = (ClaudeException) catchThrowable(() -> claude.stream(PROMPT).finalMessage());

            assertThat(failure).isInstanceOfAny(OverloadedException.class, TruncatedStreamException.class);
            assertThat(failure.partialMessage()).isPresent();
            assertThat(simulator.requests()).as(scenario.name()).hasSize(1);
        }
    }

    @Test
    void aCallThatIsCancelledIsNotMadeAgain() {
        Scenario second = Scenario.of("a second", Fault.status(429, Duration.ofSeconds(1)));
        simulator.scenario(second);
        Cancellable cancelled = claude.reactive().generate("Say exactly: cancelled").subscribe().with(message -> {
        });
        while (simulator.requests().isEmpty()) {
            assertThat(Thread.interrupted()).as("the time is up").isFalse();
            Thread.onSpinWait();
        }
        assertThat(simulator.requests().get(0).answered()).succeedsWithin(Duration.ofSeconds(20));
        cancelled.cancel();

        // had it gone on, its turn would have come before that of this call
        simulator.scenario(second);
        claude.generate(PROMPT);

        assertThat(simulator.requests()).hasSize(3)
                .filteredOn(request -> request.body().toString().contains("cancelled")).hasSize(1);
    }

    @Test
    void nothingIsMadeTwiceThatMayHaveBeenDone() {
        simulator.scenario(Scenario.RESET);
        assertThatThrownBy(() -> claude.batches().create(List.of(new BatchRequest("a", MessageRequest.of(PROMPT)))))
                .isInstanceOf(NetworkException.class);
        assertThat(simulator.requests()).hasSize(1);

        simulator.reset();
        simulator.scenario(Scenario.OVERLOADED);
        claude.batches().create(List.of(new BatchRequest("a", MessageRequest.of(PROMPT))));
        assertThat(simulator.requests()).hasSize(2);
        assertThat(simulator.batches()).hasSize(1);
    }

    @Test
    void whatIsOnlyReadIsReadAgain() {
        String batch = simulator.addBatch(3).id();
        simulator.scenario(Scenario.RESET.times(2));
        try (Stream<?> results = claude.batches().results(batch)) {
            assertThat(results).hasSize(3);
        }
        simulator.scenario(Scenario.RESET.times(2));
        assertThat(claude.models()).isNotEmpty();
        simulator.scenario(Scenario.SERVER_ERROR.times(2));
        assertThat(claude.countTokens(PROMPT).inputTokens()).isPositive();
    }

    private void meet(Scenario scenario) {
        simulator.reset();
        simulator.scenario(scenario);
    }
}
