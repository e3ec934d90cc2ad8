package io.github.quarkusclaude.simulator;

import static io.github.quarkusclaude.simulator.Api.ask;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;

class Http2ClientsAreServedTest {

    private ClaudeSimulator simulator;

    @BeforeEach
    void start() {
        simulator = ClaudeSimulator.builder().start();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    /** Without care, about one in thirty of these answers is lost. */
    @Test
    void longAnswersSurviveTheUpgradeOfJavasOwnClient() throws Exception {
        for (int i = 0; i < 150; i++) {
            Api api = new Api(simulator, HttpClient.Version.HTTP_2);

            HttpResponse<String> response = api.http()
                    .sendAsync(api.request("GET", "/v1/models", null), BodyHandlers.ofString())
                    .get(10, TimeUnit.SECONDS);

            assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(response.body()).hasSizeGreaterThan(10_000);
        }
    }

    @Test
    void streamsWorkAfterAnUpgrade() throws Exception {
        Api api = new Api(simulator, HttpClient.Version.HTTP_2);

        assertThat(Event.names(api.stream(ask("Explain tides")))).endsWith("message_stop");
        assertThat(simulator.requests().get(0).protocol()).isEqualTo("HTTP/2");
    }

    @Test
    void clientsThatKnowNeedNoUpgrade() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            HttpClientOptions options = new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2)
                    .setHttp2ClearTextUpgrade(false);

            Buffer body = vertx.createHttpClient(options)
                    .request(HttpMethod.GET, simulator.port(), "127.0.0.1", "/v1/models")
                    .compose(request -> request.putHeader("x-api-key", simulator.apiKey())
                            .putHeader("anthropic-version", "2026-10-21")
                            .send()
                            .compose(HttpClientResponse::body))
                    .toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);

            assertThat(body.toJsonObject().getJsonArray("data").size()).isGreaterThan(15);
            assertThat(simulator.requests().get(0).protocol()).isEqualTo("HTTP/2");
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
    }
}
