package io.github.quarkusclaude.deployment.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.error.InvalidRequestException;
import io.github.quarkusclaude.error.MalformedResponseException;
import io.github.quarkusclaude.error.NotFoundException;
import io.github.quarkusclaude.error.TruncatedStreamException;
import io.github.quarkusclaude.file.FileMetadata;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

@Timeout(30)
class FilesAreListedAndDownloadedTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = RawServer.application();

    @Inject
    ClaudeClients clients;

    private Path directory;

    private RawServer server;
    private ClaudeClient claude;

    @BeforeEach
    void createDirectory() throws IOException {
        directory = Files.createTempDirectory("files");
    }

    private void serve(Handler<HttpServerRequest> handler) {
        server = new RawServer(handler);
        claude = server.client(clients);
    }

    @AfterEach
    void close() throws IOException {
        claude.close();
        server.close();
        RawServer.delete(directory);
    }

    @Test
    void anEmptyPageIsNotTheEnd() {
        serve(request -> RawServer.json(request, switch (String.valueOf(request.getParam("page"))) {
            case "null" -> "{\"data\":[{\"id\":\"file_1\"}],\"next_page\":\"two\"}";
            case "two" -> "{\"data\":[],\"next_page\":\"three\"}";
            default -> "{\"data\":[{\"id\":\"file_2\",\"later\":true}],\"next_page\":null}";
        }));

        assertThat(claude.files().list()).extracting(FileMetadata::id).containsExactly("file_1", "file_2");
        Multi<FileMetadata> files = claude.reactive().files().list();
        assertThat(files.collect().asList().await().indefinitely()).hasSize(2);
        assertThat(files.collect().asList().await().indefinitely()).hasSize(2);
    }

    @Test
    void theOldStyleOfPagesIsUnderstood() {
        serve(request -> RawServer.json(request, request.getParam("after_id") == null
                ? "{\"data\":[{\"id\":\"file_1\"}],\"has_more\":true,\"first_id\":\"file_1\",\"last_id\":\"file_1\"}"
                : "{\"data\":[{\"id\":\"file_2\"}],\"has_more\":false,\"first_id\":\"file_2\",\"last_id\":\"file_2\"}"));

        assertThat(claude.files().list()).extracting(FileMetadata::id).containsExactly("file_1", "file_2");
        assertThat(server.requests()).last().asString().contains("after_id=file_1");
    }

    @Test
    void pagesAreFetchedAsTheyAreAskedFor() {
        AtomicLong page = new AtomicLong();
        serve(request -> RawServer.json(request, "{\"data\":[{\"id\":\"a\"},{\"id\":\"b\"},{\"id\":\"c\"}],\"next_page\":\""
                + page.incrementAndGet() + "\"}"));

        AssertSubscriber<FileMetadata> subscriber = claude.reactive().files().list().subscribe()
                .withSubscriber(AssertSubscriber.create(4));
        subscriber.awaitItems(4, Duration.ofSeconds(5));
        try (Stream<FileMetadata> files = claude.files().list()) {
            assertThat(files.limit(1000)).hasSize(1000);
        }
        subscriber.cancel();

        assertThat(page.get()).isLessThan(400);
    }

    @Test
    void aPageThatNamesItselfFails() {
        serve(request -> RawServer.json(request, "{\"data\":[],\"next_page\":\"again\"}"));

        assertThatThrownBy(() -> claude.files().list().toList()).isInstanceOf(MalformedResponseException.class);
    }

    @Test
    void metadataAndDeletion() {
        serve(request -> {
            switch (request.method() + " " + request.uri()) {
                case "GET /v1/files/file_1" -> RawServer.json(request,
                        "{\"type\":\"file\",\"id\":\"file_1\",\"downloadable\":true,\"expires_at\":\"2027-01-01T00:00:00Z\"}");
                case "DELETE /v1/files/file_1" -> RawServer.json(request, "{\"id\":\"file_1\",\"type\":\"file_deleted\"}");
                default -> {
                    request.response().setStatusCode(404);
                    RawServer.json(request, RawServer.error("not_found_error", "No such file"));
                }
            }
        });

        FileMetadata file = claude.files().get("file_1");
        assertThat(file.downloadable()).isTrue();
        assertThat(file.expiresAt()).isEqualTo("2027-01-01T00:00:00Z");
        claude.files().delete("file_1");
        assertThatThrownBy(() -> claude.files().delete("a/b c")).isInstanceOf(NotFoundException.class);
        assertThat(server.requests()).last().isEqualTo("DELETE /v1/files/a%2Fb%20c");
    }

    @Test
    void contentArrivesWholeInEveryWay() throws IOException {
        byte[] bytes = new byte[3_000_000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31 >> 8);
        }
        serve(request -> request.response().end(Buffer.buffer(bytes)));
        Path target = Files.writeString(directory.resolve("chart.png"), "old");

        assertThat(claude.files().download("file_1", target)).isEqualTo(bytes.length);
        assertThat(target).hasBinaryContent(bytes);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(claude.files().download("file_1", out)).isEqualTo(bytes.length);
        assertThat(out.toByteArray()).isEqualTo(bytes);
        try (InputStream in = claude.files().open("file_1")) {
            assertThat(in.read()).isEqualTo(bytes[0] & 0xFF);
            assertThat(in.readAllBytes()).hasSize(bytes.length - 1);
        }
        assertThat(server.requests()).hasSize(3).containsOnly("GET /v1/files/file_1/content");
    }

    @Test
    void anEmptyContentIsNoFailure() {
        serve(request -> request.response().end());

        assertThat(claude.files().download("file_1", directory.resolve("empty"))).isZero();
        assertThat(directory.resolve("empty")).isEmptyFile();
    }

    @Test
    void aDownloadThatBreaksOffLeavesNothing() throws IOException {
        serve(request -> {
            HttpServerResponse response = request.response().putHeader("content-length", "1000");
            response.write("half").onComplete(ignored -> request.connection().close());
        });
        Path target = Files.writeString(directory.resolve("report.csv"), "old");

        assertThatThrownBy(() -> claude.files().download("file_1", target)).isInstanceOf(TruncatedStreamException.class);
        assertThatThrownBy(() -> claude.files().open("file_1").readAllBytes()).isInstanceOf(TruncatedStreamException.class);
        assertThat(target).hasContent("old");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(target);
        }
    }

    @Test
    void aRefusedDownloadIsATypedFailure() {
        serve(request -> request.response().setStatusCode(400)
                .end(RawServer.error("invalid_request_error", "File file_1 is not downloadable")));

        assertThatThrownBy(() -> claude.files().open("file_1").read()).isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("not downloadable");
        assertThatThrownBy(() -> claude.files().download("file_1", directory.resolve("x")))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void nothingIsReadThatIsNotAskedForAndCancellingCloses() {
        AtomicLong written = new AtomicLong();
        CompletableFuture<Void> full = new CompletableFuture<>();
        CompletableFuture<Void> closed = new CompletableFuture<>();
        serve(request -> {
            HttpServerResponse response = request.response().setChunked(true);
            response.closeHandler(ignored -> closed.complete(null));
            Buffer piece = Buffer.buffer(new byte[16 * 1024]);
            Runnable[] write = new Runnable[1];
            write[0] = () -> {
                while (!response.closed() && !response.writeQueueFull()) {
                    response.write(piece);
                    written.addAndGet(piece.length());
                }
                response.drainHandler(ignored -> write[0].run());
                // the client's buffers are full when the server has had to wait for a while
                server.vertx().setTimer(1000, ignored -> full.complete(null));
            };
            write[0].run();
        });

        AssertSubscriber<Buffer> subscriber = claude.reactive().files().content("file_1").subscribe()
                .withSubscriber(AssertSubscriber.create(1));
        subscriber.awaitItems(1, Duration.ofSeconds(5));
        assertThat(full).succeedsWithin(30, TimeUnit.SECONDS);

        assertThat(subscriber.getItems()).hasSize(1);
        assertThat(written.get()).isLessThan(64L << 20);
        subscriber.cancel();
        assertThat(closed).succeedsWithin(30, TimeUnit.SECONDS);
    }
}
