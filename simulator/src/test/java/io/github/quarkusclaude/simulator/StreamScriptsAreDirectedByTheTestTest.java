package io.github.quarkusclaude.simulator;

import static io.github.quarkusclaude.simulator.Api.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StreamScriptsAreDirectedByTheTestTest {

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
    void chunksArriveWhenTheyAreSent() throws Exception {
        StreamScript script = new StreamScript();
        simulator.script(script);
        try (RawConnection connection = new RawConnection(simulator)) {
            connection.post(simulator, ask("Hello"));
            connection.head();
            assertThat(script.started().get(5, TimeUnit.SECONDS).path()).isEqualTo("/v1/messages");

            script.send("one");
            assertThat(connection.until("one\r\n")).isEqualTo("3\r\none\r\n");
            assertThat(connection.available()).isZero();
            assertThat(script.send("three")).succeedsWithin(Duration.ofSeconds(5));
            assertThat(connection.until("three\r\n")).isEqualTo("5\r\nthree\r\n");
            script.end();
            assertThat(connection.until("\r\n\r\n")).isEqualTo("0\r\n\r\n");
        }
        assertThat(simulator.requests().get(0).answered()).succeedsWithin(Duration.ofSeconds(5));
        assertThat(script.closedByClient()).isNotDone();
    }

    @Test
    void whatIsSentTooEarlyWaitsForTheRequest() throws IOException {
        StreamScript script = new StreamScript();
        script.send("one ");
        script.send("two");
        script.end();
        simulator.script(script);

        assertThat(new Api(simulator).messages(ask("Hello")).body()).isEqualTo("one two");
    }

    @Test
    void anAbortResetsTheConnection() throws IOException {
        StreamScript script = new StreamScript();
        simulator.script(script);
        try (RawConnection connection = new RawConnection(simulator)) {
            connection.post(simulator, ask("Hello"));
            connection.head();
            script.send("one");
            connection.until("one\r\n");

            script.abort();

            assertThatIOException().isThrownBy(connection::read).isInstanceOf(SocketException.class)
                    .withMessageContaining("reset");
        }
        assertThat(script.closedByClient()).isNotDone();
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void aClientThatLeavesIsNoticedAtOnce(HttpClient.Version version) throws Exception {
        StreamScript script = new StreamScript();
        simulator.script(script);
        Api api = new Api(simulator, version);
        script.send("one");
        HttpResponse<InputStream> response = api.http()
                .send(api.request("POST", "/v1/messages", ask("Hello").toString()), BodyHandlers.ofInputStream());
        response.body().read();

        long left = System.nanoTime();
        response.body().close();
        script.closedByClient().get(5, TimeUnit.SECONDS);

        assertThat(Duration.ofNanos(System.nanoTime() - left)).isLessThan(Duration.ofMillis(500));
        assertThat(simulator.requests().get(0).closedByClient()).isDone();
        assertThat(simulator.requests().get(0).answered()).isNotDone();
        assertThat(simulator.requests().get(0).protocol())
                .isEqualTo(version == HttpClient.Version.HTTP_2 ? "HTTP/2" : "HTTP/1.1");
    }

    @Test
    void nothingCanBeSentToAClientThatHasLeft() throws Exception {
        StreamScript script = new StreamScript();
        simulator.script(script);
        try (RawConnection connection = new RawConnection(simulator)) {
            connection.post(simulator, ask("Hello"));
            connection.head();
        }
        script.closedByClient().get(5, TimeUnit.SECONDS);

        assertThat(script.send("late")).failsWithin(Duration.ofSeconds(5)).withThrowableOfType(ExecutionException.class);
    }

    @Test
    void aScriptServesOneRequestOnly() throws IOException {
        StreamScript script = new StreamScript();
        script.end();
        simulator.script(script, script);
        Api api = new Api(simulator);

        assertThat(api.messages(ask("Hello")).statusCode()).isEqualTo(200);
        assertThat(api.error(api.messages(ask("Hello")), 500).path("message").asText()).contains("one request only");
    }
}
