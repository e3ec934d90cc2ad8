package io.github.quarkusclaude.deployment.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.Fault;
import io.github.quarkusclaude.simulator.Scenario;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.subscription.Cancellable;

/** What is asked and answered may be large, and calls may take long: nothing of them is kept until the longest would end. */
@Timeout(120)
class EndedCallsAreForgottenTest {

    private static final int CALLS = 20;

    /** Shorter than a call may take, ten minutes by default, and longer than anything here does. */
    private static final Duration SOON = Duration.ofSeconds(60);

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Simulated.application()
            .withApplicationRoot(jar -> jar.addClasses(Simulated.class, TlsGateway.class, Traces.class))
            .overrideConfigKey("quarkus.claude.retry.initial-delay", "10ms")
            // the second call is to be made although the first was asked for patience
            .overrideConfigKey("quarkus.claude.limits.pacing", "false");

    @Inject
    ClaudeClients clients;

    private final Traces traces = new Traces();
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
    void ofAnAnswerInOnePiece() throws Exception {
        for (int i = 0; i < CALLS; i++) {
            traces.of(claude.generate(request(i)));
        }
        claude.generate("The last answer may be remembered");

        assertNothingIsLeft();
    }

    @Test
    void ofAStream() throws Exception {
        for (int i = 0; i < CALLS; i++) {
            traces.of(claude.stream(request(i)).finalMessage());
        }
        claude.stream("The last answer may be remembered").finalMessage();

        assertNothingIsLeft();
    }

    @Test
    void ofAFailure() throws Exception {
        simulator.scenario(Scenario.OVERLOADED.times(CALLS * 10));
        for (int i = 0; i < CALLS; i++) {
            int number = i;
            traces.of(catchThrowable(() -> claude.generate(request(number))));
            traces.of(catchThrowable(() -> claude.stream(request(number)).finalMessage()));
        }
        simulator.reset();
        claude.generate("The last answer may be remembered");

        assertNothingIsLeft();
    }

    @Test
    void ofACallThatIsCancelledBeforeItIsMadeAgain() throws Exception {
        simulator.scenario(Scenario.of("patience", Fault.status(429, Duration.ofMinutes(5))).times(CALLS));
        for (int i = 0; i < CALLS; i++) {
            giveUp(i);
        }

        assertNothingIsLeft();
    }

    private void giveUp(int number) {
        CompletableFuture<Message> answer = new CompletableFuture<>();
        Cancellable call = claude.reactive().generate(request(number)).subscribe().with(answer::complete);
        while (simulator.requests().size() <= number) {
            assertThat(Thread.interrupted()).as("the time is up").isFalse();
            Thread.onSpinWait();
        }
        assertThat(simulator.requests().get(number).answered()).succeedsWithin(SOON);
        call.cancel();
        assertThat(answer).isNotDone();
    }

    private MessageRequest request(int number) {
        return traces.of(MessageRequest.of("Say exactly: " + number));
    }

    private void assertNothingIsLeft() throws InterruptedException {
        assertThat(traces.leftAfter(SOON)).isEmpty();
    }
}
