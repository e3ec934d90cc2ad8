package io.github.quarkusclaude.deployment.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.quarkusclaude.attachment.AttachmentDownloader;
import io.github.quarkusclaude.attachment.ReactiveAttachmentDownloader;
import io.github.quarkusclaude.error.DownloadException;
import io.github.quarkusclaude.error.DownloadException.Reason;
import io.github.quarkusclaude.error.InvalidAttachmentException;
import io.github.quarkusclaude.message.DocumentBlock;
import io.github.quarkusclaude.message.ImageBlock;
import io.quarkus.test.QuarkusUnitTest;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** Images and documents the application fetches itself: from allowed places, whole, in time, or not at all. */
@Timeout(60)
class DownloadsTest {

    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Simulated.application()
            .overrideConfigKey("quarkus.claude.download.internal-hosts", "localhost,*.internal.test")
            .overrideConfigKey("quarkus.claude.download.max-redirects", "2")
            .overrideConfigKey("quarkus.claude.download.max-size", "100K");

    @Inject
    AttachmentDownloader downloads;

    @Inject
    ReactiveAttachmentDownloader reactive;

    @Inject
    Vertx vertx;

    private HttpServer server;
    private Handler<HttpServerRequest> handler;

    @BeforeEach
    void start() {
        server = vertx.createHttpServer().requestHandler(request -> handler.handle(request)).listen(0, "localhost")
                .toCompletionStage().toCompletableFuture().join();
    }

    @AfterEach
    void stop() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void imagesAndDocumentsAreFetched() {
        handler = request -> give(request.response(), request.path().equals("/a.png") ? PNG : "%PDF-1.7".getBytes());

        assertThat(downloads.image(url("/a.png"))).isEqualTo(ImageBlock.of(PNG));
        assertThat(downloads.document(url("/b"))).isEqualTo(DocumentBlock.of("%PDF-1.7".getBytes()));
        assertThat(reactive.image(url("/a.png")).await().indefinitely()).isEqualTo(ImageBlock.of(PNG));
    }

    @Test
    void nothingOfTheCredentialGoesToOtherServers() {
        CompletableFuture<String> headers = new CompletableFuture<>();
        handler = request -> {
            headers.complete(request.headers().toString().toLowerCase(Locale.ROOT));
            give(request.response(), PNG);
        };
        downloads.image(url("/a.png?x=1&y=%20"));

        assertThat(headers).isCompletedWithValueMatching(all -> !all.contains("x-api-key") && !all.contains("authorization")
                && all.contains("quarkus-claude/"));
    }

    @Test
    void whatIsNotThereIsAFailureAndNotAMissingImage() {
        handler = request -> request.response().setStatusCode(404).end("Not found");

        DownloadException failure = catchThrowableOfType(DownloadException.class,
                () -> downloads.image(url("/a.png?signature=secret")));
        assertThat(failure.reason()).isEqualTo(Reason.NOT_SERVED);
        assertThat(failure.status()).isEqualTo(404);
        assertThat(failure).hasMessage("The server does not give " + url("/a.png") + " (HTTP 404)");
    }

    @Test
    void aPageInsteadOfAnImageIsAFailure() {
        handler = request -> request.response().putHeader("content-type", "image/png").end("<html>Please log in</html>");

        assertThatThrownBy(() -> downloads.image(url("/a.png"))).isInstanceOf(InvalidAttachmentException.class)
                .hasMessageContainingAll(url("/a.png"), "looks like a text");
        assertThatThrownBy(() -> downloads.document(url("/a.pdf"))).isInstanceOf(InvalidAttachmentException.class);
    }

    @Test
    void redirectsAreFollowedAsFarAsIsAllowed() {
        handler = request -> {
            int left = Integer.parseInt(request.path().substring(1));
            if (left == 0) {
                give(request.response(), PNG);
            } else {
                request.response().setStatusCode(302).putHeader("location", "/" + (left - 1)).end();
            }
        };

        assertThat(downloads.image(url("/2"))).isEqualTo(ImageBlock.of(PNG));
        assertThat(failure(url("/3"))).isEqualTo(Reason.REFUSED);
    }

    @Test
    void aRedirectToAnAddressThatIsNotAllowedIsRefused() {
        handler = request -> request.response().setStatusCode(307)
                .putHeader("location", "http://127.0.0.1:" + server.actualPort() + "/a.png").end();

        assertThat(failure(url("/a.png"))).isEqualTo(Reason.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://127.0.0.1", "http://127.1.2.3", "http://2130706433", "http://0.0.0.0", "http://[::1]",
            "http://[::ffff:127.0.0.1]", "http://[::]", "http://10.0.0.1", "http://172.16.0.1", "http://192.168.0.1",
            "http://169.254.169.254", "http://100.100.100.200", "http://[fd00:ec2::254]", "http://[fe80::1]",
            "http://[64:ff9b::7f00:1]", "https://224.0.0.1", "https://255.255.255.255" })
    void addressesThatAreNotPublicAreRefused(String origin) {
        handler = request -> give(request.response(), PNG);

        assertThat(failure(origin + ":" + server.actualPort() + "/a.png")).isEqualTo(Reason.REFUSED);
    }

    @Test
    void whatIsTooLargeIsNotReadToItsEnd() {
        handler = request -> request.response().putHeader("content-length", "9999999999").write("x");
        assertThat(failure(url("/declared"))).isEqualTo(Reason.TOO_LARGE);

        CompletableFuture<Void> closed = new CompletableFuture<>();
        handler = request -> {
            request.connection().closeHandler(closed::complete);
            HttpServerResponse response = request.response().setChunked(true);
            giveForEver(response);
        };
        assertThat(failure(url("/endless"))).isEqualTo(Reason.TOO_LARGE);
        assertThat(closed).succeedsWithin(30, TimeUnit.SECONDS);
    }

    @Test
    void anAnswerThatBreaksOffIsAFailure() {
        handler = request -> request.response().putHeader("content-length", "1000").write(Buffer.buffer(PNG))
                .onComplete(written -> request.connection().close());

        assertThat(failure(url("/a.png"))).isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void hostsAndServersThatAreNotThereAreFailures() {
        assertThat(failure("http://no-such-host.internal.test/a.png")).isEqualTo(Reason.UNREACHABLE);
        String url = url("/a.png");
        stop();
        assertThat(failure(url)).isEqualTo(Reason.UNREACHABLE);
        start();
    }

    @Test
    void onAnEventLoopOnlyTheReactiveOneWorks() {
        handler = request -> give(request.response(), PNG);
        CompletableFuture<Throwable> blocking = new CompletableFuture<>();
        CompletableFuture<ImageBlock> image = new CompletableFuture<>();
        vertx.getOrCreateContext().runOnContext(ignored -> {
            try {
                downloads.image(url("/a.png"));
                blocking.complete(null);
            } catch (RuntimeException e) {
                blocking.complete(e);
            }
            reactive.image(url("/a.png")).subscribe().with(image::complete, image::completeExceptionally);
        });

        assertThat(blocking).succeedsWithin(30, TimeUnit.SECONDS).isInstanceOf(IllegalStateException.class);
        assertThat(image).succeedsWithin(30, TimeUnit.SECONDS).isEqualTo(ImageBlock.of(PNG));
    }

    @Test
    void filesAreNotReadOnAnEventLoop() {
        CompletableFuture<Throwable> image = new CompletableFuture<>();
        CompletableFuture<Throwable> text = new CompletableFuture<>();
        vertx.getOrCreateContext().runOnContext(ignored -> {
            image.complete(catchThrowable(() -> ImageBlock.of(Path.of("pom.xml"))));
            text.complete(catchThrowable(() -> DocumentBlock.ofText(Path.of("pom.xml"))));
        });

        assertThat(image).succeedsWithin(30, TimeUnit.SECONDS).isInstanceOf(IllegalStateException.class);
        assertThat(text).succeedsWithin(30, TimeUnit.SECONDS).isInstanceOf(IllegalStateException.class);
        assertThat(DocumentBlock.ofText(Path.of("pom.xml")).source().data()).contains("<project");
    }

    private static void give(HttpServerResponse response, byte[] content) {
        response.end(Buffer.buffer(content));
    }

    private static void giveForEver(HttpServerResponse response) {
        byte[] piece = new byte[10_000];
        Arrays.fill(piece, (byte) 7);
        response.write(Buffer.buffer(piece)).onSuccess(written -> giveForEver(response));
    }

    private Reason failure(String url) {
        return catchThrowableOfType(DownloadException.class, () -> downloads.image(url)).reason();
    }

    private String url(String path) {
        return "http://localhost:" + server.actualPort() + path;
    }
}
