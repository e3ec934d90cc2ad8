package io.github.quarkusclaude.deployment.client;

import static io.github.quarkusclaude.deployment.client.Simulated.start;
import static io.github.quarkusclaude.deployment.client.Simulated.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.error.NetworkException;
import io.github.quarkusclaude.error.NetworkException.Phase;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.StreamScript;
import io.github.quarkusclaude.stream.StreamEvent;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;

@Timeout(30)
class TimeOutsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Simulated.application()
            .overrideConfigKey("quarkus.claude.read-timeout", "300ms")
            .overrideConfigKey("quarkus.claude.timeout", "1500ms");

    @Inject
    ClaudeClients clients;

    private ClaudeSimulator simulator;

    @BeforeEach
    void startSimulator() {
        simulator = ClaudeSimulator.builder().start();
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void aSilentStreamFailsWithWhatHadArrived() {
        StreamScript script = new StreamScript();
        simulator.script(script);
        script.send(start() + text("Once"));

        NetworkException failure = streamFailure();

        assertThat(failure.phase()).isEqualTo(Phase.READ);
        assertThat(failure).hasMessageContaining("quarkus.claude.read-timeout");
        assertThat(failure.partialMessage().orElseThrow().text()).isEqualTo("Once");
        assertThat(script.closedByClient()).succeedsWithin(30, TimeUnit.SECONDS);
    }

    @Test
    void aStreamThatNeverEndsFailsInTheEnd() {
        StreamScript script = new StreamScript();
        simulator.script(script);
        script.send(start());
        io.vertx.core.Vertx vertx = io.vertx.core.Vertx.vertx();
        try {
            // never silent for long
            vertx.setPeriodic(50, timer -> script.send(text("x")));

            NetworkException failure = streamFailure();

            assertThat(failure.phase()).isEqualTo(Phase.TOTAL);
            assertThat(failure).hasMessageContaining("quarkus.claude.timeout");
            assertThat(failure.partialMessage().orElseThrow().text()).startsWith("xxx");
        } finally {
            vertx.close();
        }
    }

    @Test
    void aReaderThatTakesItsTimeIsNotMistakenForASilentServer() {
        StreamScript script = new StreamScript();
        simulator.script(script);
        script.send(start() + text("Once"));
        try (ClaudeClient claude = Simulated.client(clients, simulator)) {
            AssertSubscriber<String> subscriber = claude.reactive().stream("Hello").text().subscribe()
                    .withSubscriber(AssertSubscriber.create(1));
            subscriber.awaitItems(1, Duration.ofSeconds(5));

            // it asks for nothing: only the total time can end this
            subscriber.awaitFailure(Duration.ofSeconds(10));

            assertThat(((NetworkException) subscriber.getFailure()).phase()).isEqualTo(Phase.TOTAL);
        }
    }

    @Test
    void norIsOneThatHasYetToBegin() {
        StreamScript script = new StreamScript();
        simulator.script(script);
        script.send(start() + text("Once"));
        try (ClaudeClient claude = Simulated.client(clients, simulator)) {
            AssertSubscriber<StreamEvent> subscriber = claude.reactive().stream("Hello").subscribe()
                    .withSubscriber(AssertSubscriber.create(0));

            subscriber.awaitFailure(Duration.ofSeconds(10));

            assertThat(((NetworkException) subscriber.getFailure()).phase()).isEqualTo(Phase.TOTAL);
        }
    }

    @Test
    void anAnswerInOnePieceMayBeSilentUntilItIsComplete() {
        StreamScript silent = new StreamScript();
        simulator.script(silent);

        NetworkException failure;
        try (ClaudeClient claude = Simulated.client(clients, simulator)) {
            failure = catchThrowableOfType(NetworkException.class, () -> claude.generate("Hello"));
        }

        assertThat(failure.phase()).isEqualTo(Phase.TOTAL);
        assertThat(silent.closedByClient()).succeedsWithin(30, TimeUnit.SECONDS);
    }

    @Test
    void aServerThatRefusesConnections() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (ClaudeClient claude = clients.builder().baseUrl("http://127.0.0.1:" + port).build()) {
            assertThat(catchThrowableOfType(NetworkException.class, () -> claude.generate("Hello")).phase())
                    .isEqualTo(Phase.CONNECT);
            assertThat(catchThrowableOfType(NetworkException.class, () -> claude.stream("Hello").finalMessage()).phase())
                    .isEqualTo(Phase.CONNECT);
        }
    }

    @Test
    void aHostThatDoesNotExist() {
        try (ClaudeClient claude = clients.builder().baseUrl("http://no-such-host.invalid").build()) {
            for (NetworkException failure : new NetworkException[] {
                    catchThrowableOfType(NetworkException.class, () -> claude.generate("Hello")),
                    catchThrowableOfType(NetworkException.class, () -> claude.stream("Hello").finalMessage()) }) {
                assertThat(failure.phase()).isEqualTo(Phase.CONNECT);
                assertThat(failure).hasMessageContaining("no-such-host.invalid");
            }
        }
    }

    private NetworkException streamFailure() {
        try (ClaudeClient claude = Simulated.client(clients, simulator)) {
            return catchThrowableOfType(NetworkException.class, () -> claude.stream("Hello").finalMessage());
        }
    }
}
