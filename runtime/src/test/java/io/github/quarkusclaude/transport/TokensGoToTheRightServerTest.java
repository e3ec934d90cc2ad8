package io.github.quarkusclaude.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.github.quarkusclaude.auth.OAuthHttp;
import io.github.quarkusclaude.error.NetworkException;
import io.smallrye.certs.CertificateGenerator;
import io.smallrye.certs.CertificateRequest;
import io.smallrye.certs.Format;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.dns.AddressResolverOptions;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;

/** Nothing is sent before the server has proved that it is the one in the address. */
@Timeout(30)
class TokensGoToTheRightServerTest {

    private static final String PASSWORD = "not-a-secret";

    @TempDir
    static Path directory;

    private final List<String> received = new CopyOnWriteArrayList<>();
    private Vertx vertx;
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        new CertificateGenerator(directory, true).generate(new CertificateRequest().withName("login")
                .withFormat(Format.PKCS12).withPassword(PASSWORD).withCN("localhost"));
        vertx = Vertx.vertx(new VertxOptions().setAddressResolverOptions(new AddressResolverOptions()
                .setHostsValue(Buffer.buffer("127.0.0.1 localhost\n127.0.0.1 login.test\n"))));
        server = vertx.createHttpServer(new HttpServerOptions().setSsl(true).setKeyCertOptions(store("login-keystore.p12")))
                .requestHandler(request -> request.body().onSuccess(body -> {
                    received.add(body.toString());
                    request.response().end("{}");
                }))
                .listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
    }

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private OAuthHttp.Answer post(HttpClientOptions options, String host) {
        try (OAuthCalls calls = new OAuthCalls(vertx, options)) {
            return calls.post(new OAuthHttp.Request(URI.create("https://" + host + ":" + server.actualPort() + "/token"),
                    "application/json", "secret".getBytes(), Map.of()));
        }
    }

    @Test
    void aTrustedServerIsAsked() {
        assertThat(post(new HttpClientOptions().setTrustOptions(store("login-truststore.p12")), "localhost").status())
                .isEqualTo(200);
        assertThat(received).containsExactly("secret");
    }

    @Test
    void anotherServerIsToldNothing() {
        assertThatThrownBy(() -> post(new HttpClientOptions(), "localhost")).isInstanceOf(NetworkException.class)
                .hasMessageContaining("No secure connection");
        assertThatThrownBy(
                () -> post(new HttpClientOptions().setTrustOptions(store("login-truststore.p12")), "login.test"))
                .isInstanceOf(NetworkException.class).hasMessageContaining("No secure connection")
                .hasMessageContaining("login.test");
        assertThat(received).isEmpty();
    }

    private static PfxOptions store(String file) {
        return new PfxOptions().setPath(directory.resolve(file).toString()).setPassword(PASSWORD);
    }
}
