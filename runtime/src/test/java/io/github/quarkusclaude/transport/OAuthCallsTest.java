package io.github.quarkusclaude.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

import io.github.quarkusclaude.auth.OAuthHttp;
import io.github.quarkusclaude.error.MalformedResponseException;
import io.github.quarkusclaude.error.NetworkException;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;

class OAuthCallsTest {

    private final Vertx vertx = Vertx.vertx();
    private final OAuthCalls calls = new OAuthCalls(vertx, new HttpClientOptions());
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        calls.close();
        server.stop(0);
        vertx.close().toCompletionStage().toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
    }

    private OAuthHttp.Request serving(HttpHandler handler) {
        server.createContext("/", exchange -> {
            try (exchange) {
                asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                        + exchange.getRequestHeaders().getFirst("content-type") + " "
                        + exchange.getRequestHeaders().getFirst("x-more") + " "
                        + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                handler.handle(exchange);
            }
        });
        return request("http://127.0.0.1:" + server.getAddress().getPort() + "/a/token?x=1");
    }

    private static OAuthHttp.Request request(String uri) {
        return new OAuthHttp.Request(URI.create(uri), "text/x", "secret".getBytes(StandardCharsets.UTF_8),
                Map.of("x-more", "more"));
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("request-id", "req_7");
        exchange.getResponseHeaders().add("location", "/elsewhere");
        exchange.sendResponseHeaders(status, 0);
        exchange.getResponseBody().write(body);
    }

    @Test
    void whatIsPutInIsSentAndWhatIsAnsweredComesBack() {
        OAuthHttp.Answer answer = calls.post(serving(exchange -> answer(exchange, 400, "ä".getBytes(StandardCharsets.UTF_8))));
        assertThat(asked).containsExactly("POST /a/token?x=1 text/x more secret");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.requestId()).isEqualTo("req_7");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("ä");
    }

    @ParameterizedTest
    @ValueSource(ints = { 301, 302, 303, 307, 308 })
    void redirectsAreNotFollowed(int status) {
        assertThat(calls.post(serving(exchange -> answer(exchange, status, new byte[0]))).status()).isEqualTo(status);
        assertThat(asked).hasSize(1);
    }

    @Test
    void anAnswerMayBeAMebibyteAndNoMore() {
        int[] size = { OAuthHttp.MAX_ANSWER };
        OAuthHttp.Request request = serving(exchange -> answer(exchange, 200, new byte[size[0]]));
        assertThat(calls.post(request).body()).hasSize(OAuthHttp.MAX_ANSWER);
        size[0]++;
        assertThatThrownBy(() -> calls.post(request)).isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("1048576");
    }

    @Test
    void silenceHasAnEnd() {
        CountDownLatch over = new CountDownLatch(1);
        try (OAuthCalls hasty = new OAuthCalls(vertx, new HttpClientOptions(), Duration.ofMillis(50))) {
            OAuthHttp.Request request = serving(exchange -> await(over));
            assertThatThrownBy(() -> hasty.post(request)).isInstanceOf(NetworkException.class)
                    .hasMessageContaining("did not answer").hasMessageNotContaining("secret");
        } finally {
            over.countDown();
        }
    }

    private static void await(CountDownLatch over) {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void failedConnectionsAreSaid() {
        OAuthHttp.Request request = serving(exchange -> {
        });
        server.stop(0);
        assertThatThrownBy(() -> calls.post(request)).isInstanceOf(NetworkException.class)
                .hasMessageContaining("No connection").hasMessageNotContaining("secret");
    }
}
