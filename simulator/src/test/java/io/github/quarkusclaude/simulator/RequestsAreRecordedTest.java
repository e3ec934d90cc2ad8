package io.github.quarkusclaude.simulator;

import static io.github.quarkusclaude.simulator.Api.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import io.vertx.core.Future;

class RequestsAreRecordedTest {

    @Test
    void withEverythingTheyHad() throws Exception {
        VirtualClock clock = new VirtualClock();
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().clock(clock).start()) {
            Api api = new Api(simulator).header("Anthropic-Beta", "a,b");
            String id = api.send("POST", "/v1/messages?beta=true&x=%20", ask("Hello").toString()).headers()
                    .firstValue("request-id").orElseThrow();

            RecordedRequest request = simulator.requests().get(0);
            assertThat(request.requestId()).isEqualTo(id);
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.path()).isEqualTo("/v1/messages");
            assertThat(request.query()).contains("beta=true&x=%20");
            assertThat(request.protocol()).isEqualTo("HTTP/1.1");
            assertThat(request.header("X-API-KEY")).contains(simulator.apiKey());
            assertThat(request.headers().get("anthropic-beta")).containsExactly("a,b");
            assertThat(request.body()).isEqualTo(ask("Hello"));
            assertThat(new String(request.bodyBytes())).isEqualTo(ask("Hello").toString());
            assertThat(request.receivedAt()).isEqualTo(Instant.parse("2026-11-22T12:00:00Z"));
            assertThat(request.answered()).succeedsWithin(30, TimeUnit.SECONDS).isEqualTo(clock.instant());
            assertThat(request.closedByClient()).isNotDone();
        }
    }

    @Test
    void evenIfTheyAreRefused() throws IOException {
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().start()) {
            Api api = new Api(simulator).header("x-api-key", null);
            api.send("POST", "/v1/messages", "no json");
            api.get("/nowhere");

            assertThat(simulator.requests()).extracting(RecordedRequest::path).containsExactly("/v1/messages", "/nowhere");
            assertThat(simulator.requests().get(0).body().isMissingNode()).isTrue();
            assertThat(simulator.requests().get(0).header("x-api-key")).isEmpty();
        }
    }

    @Test
    void inACopyThatDoesNotChange() throws IOException {
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().start()) {
            Api api = new Api(simulator);
            api.get("/v1/models");
            List<RecordedRequest> before = simulator.requests();
            api.get("/v1/models");

            assertThat(before).hasSize(1);
            assertThat(simulator.requests()).hasSize(2);
            assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> before.remove(0));
            assertThatExceptionOfType(UnsupportedOperationException.class)
                    .isThrownBy(() -> before.get(0).headers().remove("x-api-key"));
            simulator.reset();
            assertThat(simulator.requests()).isEmpty();
        }
    }

    @Test
    void withoutKeysInTheirDescription() throws IOException {
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().apiKey("my-little-secret").start()) {
            new Api(simulator).answer(ask("Hello"));

            assertThat(simulator.requests().toString()).contains("POST /v1/messages req_").doesNotContain("my-little-secret");
            assertThat(simulator.toString()).doesNotContain("my-little-secret");
        }
    }

    @Test
    void onlyTheNewestIfThereAreMany() throws IOException {
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().recordedRequests(2).start()) {
            Api api = new Api(simulator);
            for (int i = 0; i < 4; i++) {
                api.get("/v1/models?limit=" + (i + 1));
            }

            assertThat(simulator.requests()).extracting(request -> request.query().orElseThrow())
                    .containsExactly("limit=3", "limit=4");
        }
    }

    @Test
    void onlyTheNewestIfTheyAreLarge() {
        RequestLog log = new RequestLog(1_000);
        for (int i = 0; i < 3; i++) {
            log.add(new RecordedRequest("req_" + i, new RequestLine("POST", "/", null, "HTTP/1.1"), Map.of(),
                    new byte[30 * 1024 * 1024], new Json(),
                    new Connection(1, Future.succeededFuture(), new CompletableFuture<>()),
                    Instant.EPOCH));
        }

        assertThat(log.all()).extracting(RecordedRequest::requestId).containsExactly("req_1", "req_2");
    }

    @Test
    void notAtAllIfThatIsWanted() throws IOException {
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().recordedRequests(0).start()) {
            new Api(simulator).answer(ask("Hello"));

            assertThat(simulator.requests()).isEmpty();
        }
    }

    @Test
    void withTheConnectionTheyCameOver() throws Exception {
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().start()) {
            Api api = new Api(simulator);
            api.answer(ask("Hello"));
            api.answer(ask("Hello"));
            try (RawConnection other = new RawConnection(simulator)) {
                other.post(simulator, ask("Hello"));
                other.head();
                assertThat(simulator.requests().get(2).connectionClosed()).isNotDone();
            }

            List<RecordedRequest> requests = simulator.requests();
            assertThat(requests.get(1).connectionId()).isEqualTo(requests.get(0).connectionId());
            assertThat(requests.get(2).connectionId()).isNotEqualTo(requests.get(0).connectionId());
            assertThat(requests.get(2).connectionClosed()).succeedsWithin(30, TimeUnit.SECONDS);
            assertThat(requests.get(0).connectionClosed()).isNotDone();
        }
    }
}
