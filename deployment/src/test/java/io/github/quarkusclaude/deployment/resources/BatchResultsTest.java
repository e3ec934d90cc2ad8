package io.github.quarkusclaude.deployment.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.batch.BatchPolling;
import io.github.quarkusclaude.batch.BatchResult;
import io.github.quarkusclaude.error.MalformedResponseException;
import io.github.quarkusclaude.error.NetworkException;
import io.github.quarkusclaude.error.TruncatedStreamException;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** Results however they arrive. */
@Timeout(60)
class BatchResultsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = RawServer.application().overrideConfigKey("quarkus.claude.read-timeout", "1s");

    @Inject
    ClaudeClients clients;

    private RawServer server;
    private ClaudeClient claude;

    private void serve(Handler<HttpServerRequest> handler) {
        server = new RawServer(handler);
        claude = server.client(clients);
    }

    @AfterEach
    void close() {
        claude.close();
        server.close();
    }

    @Test
    void linesCutAnywhereWithAnyEnd() {
        byte[] bytes = (line("grüße") + "\r\n" + line("b") + "\n\n" + line("c")).getBytes(StandardCharsets.UTF_8);
        serve(request -> {
            HttpServerResponse response = request.response().setChunked(true);
            for (byte b : bytes) {
                response.write(Buffer.buffer(new byte[] { b }));
            }
            response.end();
        });

        assertThat(claude.batches().results("msgbatch_1")).extracting(BatchResult::customId).containsExactly("grüße", "b", "c");
        assertThat(server.requests()).containsExactly("GET /v1/messages/batches/msgbatch_1/results");
    }

    @Test
    void linesOfTwentyMegabytes() {
        String large = "x".repeat(20 << 20);
        serve(request -> request.response().end(line("a") + "\n" + line(large) + "\n" + line("b") + "\n"));

        assertThat(claude.batches().results("m")).extracting(result -> result.customId().length())
                .containsExactly(1, 20 << 20, 1);
    }

    @Test
    void aConnectionThatIsLostIsAFailureBehindWhatHadArrived() {
        serve(request -> request.response().setChunked(true).putHeader("request-id", "req_7").write(line("a") + "\n{\"cust")
                .onComplete(ignored -> request.connection().close()));

        AssertSubscriber<BatchResult> subscriber = claude.reactive().batches().results("m").subscribe()
                .withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
        subscriber.awaitFailure(Duration.ofSeconds(10));

        assertThat(subscriber.getItems()).hasSize(1);
        assertThat(subscriber.getFailure()).isInstanceOf(TruncatedStreamException.class);
        assertThat(((TruncatedStreamException) subscriber.getFailure()).requestId()).contains("req_7");
    }

    @Test
    void aLineThatIsNoJsonIsNamed() {
        serve(request -> request.response().putHeader("request-id", "req_8").end(line("a") + "\n<html>\n"));

        MalformedResponseException failure = catchThrowableOfType(MalformedResponseException.class,
                () -> claude.batches().results("m").toList());

        assertThat(failure).hasMessageContaining("Line 2").hasMessageContaining("req_8");
    }

    @Test
    void aSilentServerIsNotWaitedForForEver() {
        serve(request -> request.response().setChunked(true).write(line("a") + "\n"));

        NetworkException failure = catchThrowableOfType(NetworkException.class,
                () -> claude.batches().results("m").toList());

        assertThat(failure.phase()).isEqualTo(NetworkException.Phase.READ);
    }

    @Test
    void aServerThatFailsForAMomentDoesNotEndTheWaiting() {
        AtomicInteger calls = new AtomicInteger();
        serve(request -> {
            switch (calls.incrementAndGet()) {
                case 1 -> RawServer.json(request, "{\"id\":\"m\",\"processing_status\":\"in_progress\"}");
                case 2 -> request.response().setStatusCode(529).end(RawServer.error("overloaded_error", "Overloaded"));
                case 3 -> request.connection().close();
                default -> RawServer.json(request, "{\"id\":\"m\",\"processing_status\":\"ended\"}");
            }
        });

        assertThat(
                claude.batches().awaitEnd("m", BatchPolling.DEFAULT.withIntervals(Duration.ofMillis(1), Duration.ofMillis(2)))
                        .hasEnded())
                .isTrue();
        assertThat(calls).hasValue(4);
    }

    private static String line(String id) {
        return "{\"custom_id\":\"" + id + "\",\"result\":{\"type\":\"expired\"}}";
    }
}
