package io.github.quarkusclaude.transport.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.quarkusclaude.error.DownloadException;
import io.github.quarkusclaude.error.DownloadException.Reason;
import io.github.quarkusclaude.message.DocumentBlock;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;

/** To which address a download goes, whatever names and redirects say. */
@Timeout(30)
class ReactiveDownloadsTest {

    private static final String TEXT = "A text";
    private static final DocumentBlock DOCUMENT = DocumentBlock.ofText(TEXT);

    private final AtomicInteger lookups = new AtomicInteger();
    private Vertx vertx;
    private HttpServer server;
    private Handler<HttpServerRequest> handler = ReactiveDownloadsTest::giveText;

    @BeforeEach
    void start() {
        vertx = Vertx.vertx();
        server = vertx.createHttpServer().requestHandler(request -> handler.handle(request)).listen(0, "127.0.0.1")
                .toCompletionStage().toCompletableFuture().join();
    }

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aNameIsLookedUpOnceAndItsAddressIsConnectedTo() {
        CompletableFuture<String> host = new CompletableFuture<>();
        handler = request -> {
            host.complete(request.getHeader("host"));
            giveText(request);
        };

        assertThat(document(downloads(settings("files.test"), "127.0.0.1"), url("files.test"))).isEqualTo(DOCUMENT);
        assertThat(lookups).hasValue(1);
        assertThat(host).isCompletedWithValue("files.test:" + server.actualPort());
    }

    @Test
    void theNextAddressIsTriedIfOneCannotBeReached() {
        assertThat(document(downloads(settings("files.test"), "::1", "127.0.0.1"), url("files.test"))).isEqualTo(DOCUMENT);
    }

    @Test
    void aNameWithAnAddressThatIsNotPublicIsRefusedWhateverElseItHas() {
        ReactiveDownloads downloads = downloads(settings(), "8.8.8.8", "127.0.0.1");

        assertThat(failure(downloads.document(url("files.test")))).satisfies(
                refusal -> assertThat(refusal.reason()).isEqualTo(Reason.REFUSED),
                refusal -> assertThat(refusal).hasMessageContainingAll("files.test", "a loopback address", "internal-hosts"));
    }

    @Test
    void eachRedirectIsCheckedAnew() {
        handler = request -> request.response().setStatusCode(302)
                .putHeader("location", url("other.test") + "?secret=1").end();

        assertThat(failure(downloads(settings("files.test"), "127.0.0.1").document(url("files.test")))).satisfies(
                refusal -> assertThat(refusal.reason()).isEqualTo(Reason.REFUSED),
                refusal -> assertThat(refusal).hasMessageContaining("other.test").hasMessageNotContaining("secret"));
        assertThat(lookups).hasValue(2);
    }

    @Test
    void onlySomeHostsMayBeAllowed() {
        DownloadSettings settings = new DownloadSettings(1000, Duration.ofSeconds(10), 5,
                new HostPatterns(List.of("*.example.com")), new HostPatterns(List.of("Files.Test.")));

        assertThat(failure(downloads(settings, "8.8.8.8").image("https://example.org/a.png")).reason())
                .isEqualTo(Reason.REFUSED);
        assertThat(failure(downloads(settings, "8.8.8.8").image("https://example.com/a.png")).reason())
                .isEqualTo(Reason.REFUSED);
        assertThat(lookups).hasValue(0);
        assertThat(failure(downloads(settings, "10.0.0.1").image("https://a.example.com/a.png")))
                .hasMessageContaining("a private address");
        assertThat(document(downloads(settings, "127.0.0.1"), url("files.test"))).isEqualTo(DOCUMENT);
    }

    @Test
    void whatIsNoAddressIsRefusedBeforeAnyLookup() {
        ReactiveDownloads downloads = downloads(settings("files.test"), "127.0.0.1");

        for (String url : List.of("", "photo.png", "file:///etc/passwd", "ftp://files.test/a", "http://", "http:///a",
                "https://user:password@files.test/a", "http://files.test:0/", "http://files.test:99999/", "http://a b/",
                "gopher://files.test", "data:image/png;base64,AAAA", "jar:http://files.test!/a")) {
            DownloadException refusal = failure(downloads.image(url));
            assertThat(refusal.reason()).as(url).isEqualTo(Reason.REFUSED);
            assertThat(refusal).hasMessageNotContaining("password@");
        }
        assertThat(lookups).hasValue(0);
    }

    @Test
    void redirectsToWhatIsNoAddressAreRefused() {
        for (String location : List.of("file:///etc/passwd", "http://a b/", "ftp://files.test/")) {
            handler = request -> request.response().setStatusCode(301).putHeader("location", location).end();
            assertThat(failure(downloads(settings("files.test"), "127.0.0.1").image(url("files.test"))).reason())
                    .isEqualTo(Reason.REFUSED);
        }
        DownloadTarget secure = DownloadTarget.of("https://files.test/a");
        assertThat(secure.redirected("b?c").uri()).hasToString("https://files.test/b?c");
        assertThat(catchThrowable(() -> secure.redirected("http://files.test/b")))
                .isInstanceOf(DownloadException.class).hasMessageContaining("from https to http");
    }

    @Test
    void aServerThatDoesNotAnswerIsWaitedForOnlySoLong() {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        handler = request -> request.connection().closeHandler(closed::complete);
        DownloadSettings settings = new DownloadSettings(1000, Duration.ofMillis(200), 5, new HostPatterns(List.of()),
                new HostPatterns(List.of("files.test")));

        assertThat(failure(downloads(settings, "127.0.0.1").image(url("files.test"))).reason()).isEqualTo(Reason.TIMED_OUT);
        assertThat(closed).succeedsWithin(30, TimeUnit.SECONDS);
    }

    @Test
    void cancellingClosesTheConnection() {
        CompletableFuture<Void> arrived = new CompletableFuture<>();
        CompletableFuture<Void> closed = new CompletableFuture<>();
        handler = request -> {
            request.connection().closeHandler(closed::complete);
            request.response().setChunked(true).write("A part of the file");
            arrived.complete(null);
        };

        UniAssertSubscriber<DocumentBlock> subscriber = downloads(settings("files.test"), "127.0.0.1")
                .document(url("files.test")).subscribe().withSubscriber(UniAssertSubscriber.create());
        assertThat(arrived).succeedsWithin(30, TimeUnit.SECONDS);
        subscriber.cancel();

        assertThat(closed).succeedsWithin(30, TimeUnit.SECONDS);
    }

    private static void giveText(HttpServerRequest request) {
        request.response().putHeader("content-type", "text/plain; charset=ISO-8859-1")
                .end(Buffer.buffer(TEXT.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private String url(String host) {
        return "http://" + host + ":" + server.actualPort() + "/file";
    }

    private static DownloadSettings settings(String... internalHosts) {
        return new DownloadSettings(1000, Duration.ofSeconds(10), 5, new HostPatterns(List.of()),
                new HostPatterns(List.of(internalHosts)));
    }

    private ReactiveDownloads downloads(DownloadSettings settings, String... addresses) {
        return new ReactiveDownloads(settings, vertx, new HttpClientOptions(), host -> {
            lookups.incrementAndGet();
            return addresses(addresses);
        });
    }

    private static InetAddress[] addresses(String... texts) throws UnknownHostException {
        InetAddress[] addresses = new InetAddress[texts.length];
        for (int i = 0; i < texts.length; i++) {
            addresses[i] = InetAddress.getByName(texts[i]);
        }
        return addresses;
    }

    private static DocumentBlock document(ReactiveDownloads downloads, String url) {
        return downloads.document(url).await().indefinitely();
    }

    private static DownloadException failure(Uni<?> download) {
        return catchThrowableOfType(DownloadException.class, () -> download.await().indefinitely());
    }
}
