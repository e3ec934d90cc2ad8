package io.github.quarkusclaude.deployment.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.error.InvalidRequestException;
import io.github.quarkusclaude.error.NetworkException;
import io.github.quarkusclaude.error.NetworkException.Phase;
import io.github.quarkusclaude.error.RequestTooLargeException;
import io.github.quarkusclaude.file.FileMetadata;
import io.github.quarkusclaude.file.FileUpload;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

@Timeout(30)
class FilesAreUploadedTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = RawServer.application()
            .overrideConfigKey("quarkus.claude.read-timeout", "500ms")
            .overrideConfigKey("quarkus.claude.timeout", "700ms");

    private static final String FILE = "{\"id\":\"file_1\",\"type\":\"file\",\"size_bytes\":3000000000,\"new\":1}";

    @Inject
    ClaudeClients clients;

    private Path directory;

    private RawServer server;
    private ClaudeClient claude;
    private CompletableFuture<String> form;

    @BeforeEach
    void createDirectory() throws IOException {
        directory = Files.createTempDirectory("files");
    }

    private void serve(Handler<HttpServerRequest> handler) {
        server = new RawServer(handler);
        claude = server.client(clients);
    }

    /** Tells the test the parts of the form: name, and for a file its name, media type and content. */
    private void serveForms() {
        form = new CompletableFuture<>();
        serve(request -> {
            request.setExpectMultipart(true);
            StringBuilder file = new StringBuilder();
            request.uploadHandler(upload -> {
                file.append(upload.name()).append('|').append(upload.filename()).append('|').append(upload.contentType())
                        .append('|');
                upload.handler(piece -> file.append(piece.toString(StandardCharsets.UTF_8)));
            });
            request.endHandler(end -> {
                form.complete(file + "|" + request.getFormAttribute("expires_in_seconds") + "|"
                        + request.getHeader("content-length") + "|" + request.getHeader("anthropic-version") + "|"
                        + request.getHeader("x-api-key"));
                RawServer.json(request, FILE);
            });
        });
    }

    @AfterEach
    void close() throws IOException {
        claude.close();
        server.close();
        RawServer.delete(directory);
    }

    @Test
    void aFileOfThisMachineUnderItsNameAndMediaType() throws IOException {
        serveForms();
        Path file = Files.writeString(directory.resolve("notes.pdf"), "Hello");

        FileMetadata metadata = claude.files().upload(file);

        assertThat(metadata.id()).isEqualTo("file_1");
        assertThat(metadata.sizeBytes()).isEqualTo(3_000_000_000L);
        assertThat(metadata.toJson()).contains("\"new\":1");
        assertThat(form).isCompletedWithValueMatching(
                text -> text.matches("file\\|notes\\.pdf\\|application/pdf\\|Hello\\|null\\|\\d+\\|2026-10-21\\|"
                        + RawServer.API_KEY));
        assertThat(server.requests()).containsExactly("POST /v1/files");
    }

    @Test
    void bytesWithAMediaTypeAndAnEnd() {
        serveForms();

        claude.files().upload(FileUpload.of("a\"b.bin", "Grüße".getBytes(StandardCharsets.UTF_8))
                .withMediaType("text/x-greeting").withExpiresIn(Duration.ofHours(2)));

        assertThat(form.join()).startsWith("file|a%22b.bin|text/x-greeting|Grüße|7200|");
    }

    @Test
    void aStreamWhichIsClosed() {
        serveForms();
        AtomicBoolean closed = new AtomicBoolean();
        InputStream stream = new ByteArrayInputStream("x".repeat(300_000).getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() {
                closed.set(true);
            }
        };

        claude.files().upload(FileUpload.of("x.csv", stream));

        assertThat(form.join()).startsWith("file|x.csv|text/csv|xxx").contains("x|null|null|");
        assertThat(closed).isTrue();
    }

    @Test
    void aPublisherThatTakesLongerThanACallMay() {
        serveForms();
        Multi<Buffer> slow = Multi.createFrom().ticks().every(Duration.ofMillis(250)).select().first(5)
                .onItem().transform(tick -> Buffer.buffer("tick " + tick + "\n"));

        claude.files().upload(FileUpload.of("ticks", slow).withSize(35L));

        assertThat(form.join()).startsWith("file|ticks|application/octet-stream|tick 0\n").contains("tick 4\n|null|");
    }

    @Test
    void aSizeThatIsWrongFails() {
        serveForms();

        for (long size : new long[] { 2, 4 }) {
            assertThatThrownBy(() -> claude.files()
                    .upload(FileUpload.of("x", new ByteArrayInputStream(new byte[3])).withSize(size)))
                    .isInstanceOf(InvalidRequestException.class).hasMessageContaining("size is wrong");
        }
    }

    @Test
    void aContentThatCannotBeReadFailsWithTheReason() {
        serveForms();
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("The disk is on fire");
            }
        };

        assertThatThrownBy(() -> claude.files().upload(FileUpload.of("x", broken)))
                .isInstanceOf(UncheckedIOException.class).hasMessageContaining("on fire");
    }

    @Test
    void whatCannotBeUploadedFailsBeforeTheNetwork() throws IOException {
        serveForms();
        Path huge = directory.resolve("huge.bin");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength((500L << 20) + 1);
        }

        assertThatThrownBy(() -> claude.files().upload(huge)).isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("huge.bin").hasMessageContaining("500 MB");
        assertThatThrownBy(() -> claude.files().upload(directory.resolve("missing.pdf")))
                .isInstanceOf(InvalidRequestException.class).hasMessageContaining("missing.pdf");
        assertThatThrownBy(() -> FileUpload.of("x", new byte[0]).withExpiresIn(Duration.ofMinutes(5)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("90 days");
        assertThatThrownBy(() -> claude.files().get("..")).isInstanceOf(IllegalArgumentException.class);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aServerThatRefusesBeforeItHasAllIsHeard() {
        serve(request -> request.response().setStatusCode(413).putHeader("connection", "close")
                .end(RawServer.error("request_too_large", "Too much")));
        Multi<Buffer> endless = Multi.createBy().concatenating().streams(
                Multi.createFrom().item(Buffer.buffer(new byte[10_000])), Multi.createFrom().nothing());

        RequestTooLargeException failure = catchThrowableOfType(RequestTooLargeException.class,
                () -> claude.files().upload(FileUpload.of("x", endless)));

        assertThat(failure.requestId()).contains("req_1");
    }

    @Test
    void aServerThatDoesNotReadIsNotWaitedForForEver() {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        CompletableFuture<HttpServerRequest> unread = new CompletableFuture<>();
        serve(request -> {
            unread.complete(request.pause());
            request.connection().closeHandler(ignored -> closed.complete(null));
        });
        Multi<Buffer> endless = Multi.createBy().repeating().supplier(() -> Buffer.buffer(new byte[100_000])).indefinitely();

        NetworkException failure = catchThrowableOfType(NetworkException.class,
                () -> claude.files().upload(FileUpload.of("x", endless)));

        assertThat(failure.phase()).isEqualTo(Phase.READ);
        // a server that does not read does not see that it has been left either
        server.vertx().runOnContext(ignored -> unread.join().resume());
        assertThat(closed).succeedsWithin(30, TimeUnit.SECONDS);
    }

    @Test
    void aServerThatDoesNotAnswerIsNotWaitedForForEver() {
        serve(request -> request.handler(piece -> {
        }));

        NetworkException failure = catchThrowableOfType(NetworkException.class,
                () -> claude.files().upload(FileUpload.of("x", new byte[10])));

        assertThat(failure.phase()).isEqualTo(Phase.TOTAL);
    }

    @Test
    void cancellingAnUploadStopsReadingAndCloses() {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        CompletableFuture<Void> cancelled = new CompletableFuture<>();
        CompletableFuture<Void> arrived = new CompletableFuture<>();
        serve(request -> {
            request.handler(piece -> arrived.complete(null));
            request.connection().closeHandler(ignored -> closed.complete(null));
        });
        Multi<Buffer> once = Multi.createFrom().<Buffer> emitter(emitter -> emitter.emit(Buffer.buffer("begin")))
                .onCancellation().invoke(() -> cancelled.complete(null));

        var upload = claude.reactive().files().upload(FileUpload.of("x", once)).subscribe().with(ignored -> {
        });
        assertThat(arrived).succeedsWithin(30, TimeUnit.SECONDS);
        upload.cancel();

        assertThat(cancelled).succeedsWithin(30, TimeUnit.SECONDS);
        assertThat(closed).succeedsWithin(30, TimeUnit.SECONDS);
    }

    @Test
    void idsOfListedFilesAreAskedForInParts() {
        serve(request -> RawServer.json(request, "{\"data\":[],\"next_page\":null}"));

        assertThat(claude.files().list(java.util.Collections.nCopies(250, "file_a"))).isEmpty();
        assertThat(server.requests()).hasSize(3).allMatch(request -> request.contains("file_a"));
        assertThat(List.of(server.requests().get(2).split("file_a", -1))).hasSize(51);
    }
}
