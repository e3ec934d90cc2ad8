package io.github.quarkusclaude.simulator;

import static io.github.quarkusclaude.simulator.Api.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import io.vertx.core.Vertx;

class SimulatorsStartAndStopCleanlyTest {

    @Test
    void aFreePortIsFoundOnTheLoopbackAddress() {
        try (ClaudeSimulator first = ClaudeSimulator.builder().start();
                ClaudeSimulator second = ClaudeSimulator.builder().start()) {
            assertThat(first.port()).isPositive().isNotEqualTo(second.port());
            assertThat(first.baseUrl()).isEqualTo("http://127.0.0.1:" + first.port());
        }
    }

    @Test
    void aGivenPortIsTakenAndGivenBack() throws IOException {
        int port;
        try (ClaudeSimulator first = ClaudeSimulator.builder().start()) {
            port = first.port();
        }
        try (ClaudeSimulator second = ClaudeSimulator.builder().port(port).host("localhost").start()) {
            assertThat(second.port()).isEqualTo(port);
            new Api(second).answer(ask("Hello"));
        }
    }

    @Test
    void aPortInUseIsAnErrorThatNamesIt() {
        try (ClaudeSimulator first = ClaudeSimulator.builder().start()) {
            assertThatIllegalStateException().isThrownBy(() -> ClaudeSimulator.builder().port(first.port()).start())
                    .withMessage("The simulator cannot listen on 127.0.0.1:" + first.port());
        }
    }

    @Test
    void closingEndsStreamsUnderWay() throws IOException {
        ClaudeSimulator simulator = ClaudeSimulator.builder().start();
        simulator.script(new StreamScript());
        try (RawConnection connection = new RawConnection(simulator)) {
            connection.post(simulator, ask("Hello"));
            connection.head();

            simulator.close();
            simulator.close();

            assertThat(connection.read()).isEqualTo(-1);
            assertThatIOException().isThrownBy(() -> new RawConnection(simulator));
        }
    }

    @Test
    void aSharedVertxStaysOpen() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            try (ClaudeSimulator simulator = ClaudeSimulator.builder().vertx(vertx).start()) {
                new Api(simulator).answer(ask("Hello"));
            }
            assertThat(vertx.deploymentIDs()).isEmpty();
            try (ClaudeSimulator again = ClaudeSimulator.builder().vertx(vertx).start()) {
                new Api(again).answer(ask("Hello"));
            }
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void aSharedVertxMayBeClosedFirst() throws Exception {
        Vertx vertx = Vertx.vertx();
        ClaudeSimulator simulator = ClaudeSimulator.builder().vertx(vertx).start();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);

        assertTimeoutPreemptively(Duration.ofSeconds(10), simulator::close);
    }

    @Test
    void closingOnAnEventLoopDoesNotWait() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            ClaudeSimulator simulator = ClaudeSimulator.builder().vertx(vertx).start();
            CompletableFuture<Void> returned = new CompletableFuture<>();
            vertx.runOnContext(turn -> {
                simulator.close();
                returned.complete(null);
            });

            returned.get(10, TimeUnit.SECONDS);
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
                while (!vertx.deploymentIDs().isEmpty()) {
                    Thread.onSpinWait();
                }
            });
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void anEventLoopIsNotKeptWaiting() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            CompletableFuture<Throwable> failure = new CompletableFuture<>();
            vertx.runOnContext(turn -> {
                try {
                    ClaudeSimulator.builder().vertx(vertx).start();
                    failure.complete(null);
                } catch (IllegalStateException e) {
                    failure.complete(e);
                }
            });

            assertThat(failure.get(10, TimeUnit.SECONDS)).hasMessageContaining("event loop");
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void theContextClassLoaderOfTheCallerIsNeitherKeptNorChanged() throws Exception {
        ClassLoader reloaded = new ClassLoader(getClass().getClassLoader()) {
        };
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(reloaded);
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().start()) {
            assertThat(simulator.port()).isPositive();
            assertThat(thread.getContextClassLoader()).isSameAs(reloaded);
            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(other -> other.getName().startsWith("vert.x-"))
                    .noneMatch(other -> other.getContextClassLoader() == reloaded);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void sensibleSettingsAreAskedFor() {
        ClaudeSimulator.Builder builder = ClaudeSimulator.builder();

        assertThatIllegalArgumentException().isThrownBy(() -> builder.port(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.port(70_000));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.requestsPerMinute(0));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.recordedRequests(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.tokenDelay(Duration.ofMillis(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.catalog("antique").start())
                .withMessageContaining("antique");
    }
}
