package io.github.quarkusclaude.transport.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.github.quarkusclaude.error.DownloadException;
import io.github.quarkusclaude.error.DownloadException.Reason;
import io.github.quarkusclaude.message.DocumentBlock;
import io.smallrye.certs.CertificateGenerator;
import io.smallrye.certs.CertificateRequest;
import io.smallrye.certs.Format;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;

/** The certificate must be that of the name in the address, although the connection goes to an address looked up before. */
@Timeout(30)
class DownloadsCheckCertificatesTest {

    private static final String PASSWORD = "not-a-secret";

    @TempDir
    static Path directory;

    private Vertx vertx;
    private HttpServer server;
    private ReactiveDownloads downloads;

    @BeforeEach
    void start() throws Exception {
        new CertificateGenerator(directory, true).generate(new CertificateRequest().withName("files")
                .withFormat(Format.PKCS12).withPassword(PASSWORD).withCN("localhost"));
        vertx = Vertx.vertx();
        server = vertx.createHttpServer(new HttpServerOptions().setSsl(true).setKeyCertOptions(store("files-keystore.p12")))
                .requestHandler(request -> request.response().putHeader("content-type", "text/plain").end("A text"))
                .listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
        DownloadSettings settings = new DownloadSettings(1000, Duration.ofSeconds(10), 5, new HostPatterns(List.of()),
                new HostPatterns(List.of("localhost", "files.test")));
        downloads = new ReactiveDownloads(settings, vertx,
                new HttpClientOptions().setTrustOptions(store("files-truststore.p12")),
                host -> new InetAddress[] { InetAddress.getByName("127.0.0.1") });
    }

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void theNameInTheAddressCounts() {
        assertThat(downloads.document(url("localhost")).await().indefinitely()).isEqualTo(DocumentBlock.ofText("A text"));

        DownloadException failure = catchThrowableOfType(DownloadException.class,
                () -> downloads.document(url("files.test")).await().indefinitely());
        assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(failure).rootCause().isInstanceOf(CertificateException.class).hasMessageContaining("files.test");
    }

    private String url(String host) {
        return "https://" + host + ":" + server.actualPort() + "/file";
    }

    private static PfxOptions store(String file) {
        return new PfxOptions().setPath(directory.resolve(file).toString()).setPassword(PASSWORD);
    }
}
