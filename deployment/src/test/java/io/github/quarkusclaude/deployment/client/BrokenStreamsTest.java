package io.github.quarkusclaude.deployment.client;

import static io.github.quarkusclaude.deployment.client.Simulated.event;
import static io.github.quarkusclaude.deployment.client.Simulated.start;
import static io.github.quarkusclaude.deployment.client.Simulated.stop;
import static io.github.quarkusclaude.deployment.client.Simulated.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.error.AuthenticationException;
import io.github.quarkusclaude.error.ClaudeException;
import io.github.quarkusclaude.error.MalformedResponseException;
import io.github.quarkusclaude.error.NetworkException;
import io.github.quarkusclaude.error.OverloadedException;
import io.github.quarkusclaude.error.RateLimitException;
import io.github.quarkusclaude.error.ServerException;
import io.github.quarkusclaude.error.TruncatedStreamException;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.ScriptedAnswer;
import io.github.quarkusclaude.simulator.StreamScript;
import io.quarkus.test.QuarkusUnitTest;

/** Whatever goes wrong in a stream is a typed error that carries what had arrived. */
@Timeout(30)
class BrokenStreamsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Simulated.application()
            .overrideConfigKey("quarkus.claude.retry.max-retries", "0");

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
    void aStreamThatEndsTooEarly() {
        simulator.script(sse(start() + text("Once")));

        assertThat(failure(TruncatedStreamException.class).phase()).isEqualTo(NetworkException.Phase.READ);
    }

    @Test
    void aConnectionThatIsLost() {
        StreamScript script = new StreamScript();
        simulator.script(script);
        script.send(start() + text("Once")).thenRun(script::abort);

        failure(TruncatedStreamException.class);
    }

    @Test
    void anErrorOfTheApi() {
        simulator.script(sse(start() + text("Once")
                + event("error",
                        "\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"},\"request_id\":\"req_7\"")));

        OverloadedException failure = failure(OverloadedException.class);
        assertThat(failure.status()).isEqualTo(200);
        assertThat(failure.requestId()).contains("req_7");
        assertThat(failure.type()).contains("overloaded_error");
    }

    @Test
    void anErrorAsFirstEvent() {
        simulator.script(sse(event("error", "\"error\":{\"type\":\"rate_limit_error\",\"message\":\"Slow down\"}")));

        RateLimitException failure = catchThrowableOfType(RateLimitException.class,
                () -> claude.stream("Hello").finalMessage());
        assertThat(failure.partialMessage()).isEmpty();
        assertThat(failure.requestId()).isPresent();
    }

    @Test
    void malformedJson() {
        simulator.script(sse(start() + text("Once") + "event: content_block_delta\ndata: {\"type\":\n\n" + stop()));

        failure(MalformedResponseException.class);
    }

    @Test
    void eventsOutOfOrder() {
        simulator.script(sse(start() + text("Once") + start()));

        failure(MalformedResponseException.class);
    }

    @Test
    void somethingElseThanAStream() {
        simulator.script(ScriptedAnswer.raw(200, "text/html", "<html>Sign in</html>".getBytes(StandardCharsets.UTF_8)));

        MalformedResponseException failure = catchThrowableOfType(MalformedResponseException.class,
                () -> claude.stream("Hello").finalMessage());
        assertThat(failure).hasMessageContaining("text/html");
    }

    @Test
    void aRefusalBeforeTheStream() {
        simulator.script(ScriptedAnswer.error(529, "overloaded_error", "Overloaded"),
                ScriptedAnswer.error(401, "authentication_error", "invalid x-api-key"),
                ScriptedAnswer.raw(502, "text/html", "<html>Bad gateway</html>".getBytes(StandardCharsets.UTF_8)));

        assertThat(catchThrowableOfType(OverloadedException.class, () -> claude.stream("Hello").finalMessage()).status())
                .isEqualTo(529);
        assertThat(catchThrowableOfType(AuthenticationException.class, () -> claude.stream("Hello").finalMessage())
                .requestId()).isPresent();
        assertThat(catchThrowableOfType(ServerException.class, () -> claude.stream("Hello").finalMessage()).details().body())
                .contains("Bad gateway");
    }

    @Test
    void answersInOnePieceFailTheSameWay() {
        simulator.script(ScriptedAnswer.error(529, "overloaded_error", "Overloaded"),
                ScriptedAnswer.raw(500, "text/plain", new byte[0]),
                ScriptedAnswer.raw(200, "application/json", "{\"id\":".getBytes(StandardCharsets.UTF_8)),
                ScriptedAnswer.raw(200, "text/html", "<html>Sign in</html>".getBytes(StandardCharsets.UTF_8)));

        assertThat(catchThrowableOfType(OverloadedException.class, () -> claude.generate("Hello")).requestId()).isPresent();
        assertThat(catchThrowableOfType(ServerException.class, () -> claude.generate("Hello"))).hasMessageContaining("empty");
        assertThat(catchThrowableOfType(MalformedResponseException.class, () -> claude.generate("Hello"))).isNotNull();
        assertThat(catchThrowableOfType(MalformedResponseException.class, () -> claude.generate("Hello"))).isNotNull();
    }

    @Test
    void howTheBytesAreCutAndTheLinesEndDoesNotMatter() {
        String stream = start() + text("Grüße, 世界 😀") + stop();
        for (String lineEnd : List.of("\n", "\r\n", "\r")) {
            byte[] bytes = stream.replace("\n", lineEnd).getBytes(StandardCharsets.UTF_8);
            List<byte[]> single = new ArrayList<>();
            for (byte b : bytes) {
                single.add(new byte[] { b });
            }
            simulator.script(ScriptedAnswer.sse(single));

            assertThat(claude.stream("Hello").finalMessage().text()).isEqualTo("Grüße, 世界 😀");
        }
    }

    @Test
    void anAnswerOfTwentyMegabytesArrivesWhole() {
        String megabyte = "0123456789abcdef".repeat(64 * 1024);
        StringBuilder stream = new StringBuilder(start());
        for (int i = 0; i < 20; i++) {
            stream.append(text(megabyte));
        }
        simulator.script(sse(stream + stop()), ScriptedAnswer.message(
                "{\"type\":\"message\",\"role\":\"assistant\",\"content\":[{\"type\":\"text\",\"text\":\"" + megabyte.repeat(20)
                        + "\"}]}"));

        assertThat(claude.stream("Hello").finalMessage().text()).hasSize(20 << 20);
        assertThat(claude.generate("Hello").text()).hasSize(20 << 20);
    }

    private static ScriptedAnswer sse(String stream) {
        return ScriptedAnswer.sse(stream.getBytes(StandardCharsets.UTF_8));
    }

    /** The failure of a stream that had begun with the word Once, the same for both kinds of clients. */
    private <T extends ClaudeException> T failure(Class<T> type) {
        T failure = catchThrowableOfType(type, () -> claude.stream("Hello").finalMessage());
        assertThat(failure).isNotNull();
        assertThat(failure.partialMessage().orElseThrow().text()).isEqualTo("Once");
        assertThat(failure.requestId()).isPresent();
        return failure;
    }
}
