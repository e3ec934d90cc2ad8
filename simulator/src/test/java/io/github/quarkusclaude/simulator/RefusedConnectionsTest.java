package io.github.quarkusclaude.simulator;

import static io.github.quarkusclaude.simulator.Api.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefusedConnectionsTest {

    private ClaudeSimulator simulator;

    @BeforeEach
    void start() {
        simulator = ClaudeSimulator.builder().start();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void thePortRefusesUntilItIsOpenedAgain() throws IOException {
        int port = simulator.port();
        for (int i = 0; i < 3; i++) {
            simulator.refuseConnections();
            simulator.refuseConnections();

            assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> new RawConnection(simulator).close());

            simulator.acceptConnections();
            simulator.acceptConnections();
            new Api(simulator).answer(ask("Hello"));
        }
        assertThat(simulator.port()).isEqualTo(port);
        assertThat(simulator.requests()).hasSize(3);
    }

    @Test
    void openConnectionsAreClosed() throws IOException {
        try (RawConnection connection = new RawConnection(simulator)) {
            simulator.script(new StreamScript());
            connection.post(simulator, ask("Hello"));
            connection.head();

            simulator.refuseConnections();

            assertThat(simulator.requests().get(0).connectionClosed()).succeedsWithin(30, TimeUnit.SECONDS);
            assertThat(connection.read()).isEqualTo(-1);
        }
    }

    @Test
    void aSimulatorThatRefusesCanBeClosed() throws IOException {
        simulator.refuseConnections();
        simulator.close();
        simulator.acceptConnections();

        try (ServerSocket free = new ServerSocket(simulator.port())) {
            assertThat(free.isBound()).isTrue();
        }
    }
}
