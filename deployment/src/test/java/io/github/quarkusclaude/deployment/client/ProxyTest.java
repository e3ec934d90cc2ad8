package io.github.quarkusclaude.deployment.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.quarkus.test.QuarkusUnitTest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.RequestOptions;

@Timeout(30)
class ProxyTest {

    /** Chosen once: the class is loaded a second time for the application. */
    private static final String PORT_PROPERTY = "test.proxy.port";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Simulated.application()
            .overrideConfigKey("quarkus.claude.proxy-configuration-name", "outside")
            .overrideConfigKey("quarkus.proxy.\"outside\".host", "127.0.0.1")
            .overrideConfigKey("quarkus.proxy.\"outside\".port", port());

    @Inject
    ClaudeClients clients;

    @Inject
    Vertx vertx;

    private static String port() {
        if (System.getProperty(PORT_PROPERTY) == null) {
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                System.setProperty(PORT_PROPERTY, Integer.toString(free.getLocalPort()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return System.getProperty(PORT_PROPERTY);
    }

    @Test
    void bothKindsOfCallsGoThroughTheProxy() {
        HttpServer proxy = startProxy();
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().start();
                ClaudeClient claude = Simulated.client(clients, simulator)) {
            assertThat(claude.generate("What is 6 * 7?").text()).contains("42");
            assertThat(claude.stream("What is 6 * 7?").finalMessage().text()).contains("42");

            assertThat(simulator.requests()).hasSize(2)
                    .allSatisfy(request -> assertThat(request.header("via")).contains("1.1 test"));
        } finally {
            proxy.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    /** Passes on every request to where its absolute address points. */
    private HttpServer startProxy() {
        HttpClient out = vertx.createHttpClient();
        return vertx.createHttpServer().requestHandler(in -> {
            in.pause();
            out.request(new RequestOptions().setMethod(in.method()).setAbsoluteURI(in.uri()).setHeaders(in.headers())
                    .putHeader("via", "1.1 test"))
                    .compose(request -> request.send(in))
                    .onSuccess(answer -> {
                        in.response().setStatusCode(answer.statusCode()).setChunked(true)
                                .putHeader("content-type", answer.getHeader("content-type"));
                        answer.pipeTo(in.response());
                    });
        }).listen(Integer.parseInt(port()), "127.0.0.1").toCompletionStage().toCompletableFuture().join();
    }
}
