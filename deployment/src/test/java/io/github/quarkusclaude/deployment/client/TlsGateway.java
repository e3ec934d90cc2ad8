package io.github.quarkusclaude.deployment.client;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.smallrye.certs.CertificateGenerator;
import io.smallrye.certs.CertificateRequest;
import io.smallrye.certs.Format;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PfxOptions;

/** A server in front of the simulator whose certificate nobody knows. */
final class TlsGateway implements AutoCloseable {

    static final String PASSWORD = "not-a-secret";

    private static final Path CERTIFICATES = Path.of("target", "certificates");

    private final HttpServer server;

    TlsGateway(Vertx vertx, ClaudeSimulator simulator) {
        HttpClient out = vertx.createHttpClient();
        HttpServerOptions options = new HttpServerOptions().setSsl(true)
                .setKeyCertOptions(new PfxOptions().setPath(file("gateway-keystore.p12")).setPassword(PASSWORD));
        server = vertx.createHttpServer(options).requestHandler(in -> {
            in.pause();
            out.request(new RequestOptions().setMethod(in.method()).setAbsoluteURI(simulator.baseUrl() + in.uri())
                    .setHeaders(in.headers()))
                    .compose(request -> request.send(in))
                    .onSuccess(answer -> {
                        in.response().setStatusCode(answer.statusCode()).setChunked(true)
                                .putHeader("content-type", answer.getHeader("content-type"));
                        answer.pipeTo(in.response());
                    });
        }).listen(0, "localhost").toCompletionStage().toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
    }

    /** Where its certificate is trusted. */
    static String trustStore() {
        return file("gateway-truststore.p12");
    }

    private static String file(String name) {
        Path path = CERTIFICATES.resolve(name);
        if (!Files.exists(path)) {
            try {
                Files.createDirectories(CERTIFICATES);
                new CertificateGenerator(CERTIFICATES, true).generate(new CertificateRequest().withName("gateway")
                        .withFormat(Format.PKCS12).withPassword(PASSWORD).withCN("localhost"));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        return path.toAbsolutePath().toString();
    }

    String address() {
        return "https://localhost:" + server.actualPort();
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
    }
}
