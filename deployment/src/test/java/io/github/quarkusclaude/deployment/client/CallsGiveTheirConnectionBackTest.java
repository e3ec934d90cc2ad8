package io.github.quarkusclaude.deployment.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.error.NetworkException;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.Scenario;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;

/** However a call ends, the next one has its place: here there is one for each kind of calls. */
@Timeout(120)
class CallsGiveTheirConnectionBackTest {

    private static final String PROMPT = "Say exactly: hi";

    /** In turns of the event loop: from before anything was done until the answer is on its way. */
    private static final int MOMENTS = 40;

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Simulated.application()
            .overrideConfigKey("quarkus.claude.connection-pool-size", "1")
            .overrideConfigKey("quarkus.claude.retry.max-retries", "0")
            .overrideConfigKey("quarkus.claude.timeout", "3s");

    @Inject
    ClaudeClients clients;

    @Inject
    Vertx vertx;

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
    void ifTheyAreCancelledAtWhateverMoment() throws Exception {
        // the REST client is made by a thread that may wait
        assertThat(claude.models()).isNotEmpty();
        for (int turns = 0; turns < MOMENTS; turns++) {
            // so that each time there must be a new connection
            simulator.refuseConnections();
            simulator.acceptConnections();
            cancelAfter(turns, () -> claude.reactive().generate("cancelled").subscribe().with(answer -> {
            }, failure -> {
            }));
            cancelAfter(turns, () -> claude.reactive().stream("cancelled").finalMessage().subscribe().with(answer -> {
            }, failure -> {
            }));
            assertThat(claude.generate(PROMPT).text()).as("%d turns", turns).isEqualTo("hi");
            assertThat(claude.stream(PROMPT).finalMessage().text()).as("%d turns", turns).isEqualTo("hi");
        }
    }

    private void cancelAfter(int turns, Supplier<Cancellable> call) throws Exception {
        CompletableFuture<Void> cancelled = new CompletableFuture<>();
        vertx.runOnContext(turn -> {
            Cancellable made = call.get();
            cancelAfter(turns, made, cancelled);
        });
        cancelled.get(30, TimeUnit.SECONDS);
    }

    private void cancelAfter(int turns, Cancellable call, CompletableFuture<Void> cancelled) {
        if (turns == 0) {
            call.cancel();
            cancelled.complete(null);
        } else {
            vertx.runOnContext(turn -> cancelAfter(turns - 1, call, cancelled));
        }
    }

    @Test
    void ifTheyTakeTooLong() {
        for (Scenario stall : new Scenario[] { Scenario.STALL_AT_START, Scenario.STALL }) {
            simulator.scenario(stall);
            assertThatThrownBy(() -> claude.generate(PROMPT)).isInstanceOf(NetworkException.class);
            assertThat(claude.generate(PROMPT).text()).isEqualTo("hi");
        }
    }
}
