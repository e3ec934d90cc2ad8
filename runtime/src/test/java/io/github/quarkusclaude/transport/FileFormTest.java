package io.github.quarkusclaude.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.github.quarkusclaude.error.InvalidRequestException;
import io.github.quarkusclaude.file.FileUpload;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;

class FileFormTest {

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
    }

    @Test
    void theLengthThatIsSaidIsThatOfTheForm() {
        UploadBody body = form(FileUpload.of("a.txt", "Grüße".getBytes(UTF_8)));

        assertThat(body.length()).isEqualTo(text(body).getBytes(UTF_8).length);
    }

    @Test
    void aNameCannotAddLinesToTheForm() {
        String form = text(form(FileUpload.of("a\"; x=\"b\r\nContent-Type: evil", new byte[0])));

        assertThat(form).contains("filename=\"a%22; x=%22b%0D%0AContent-Type: evil\"").doesNotContain("\r\nContent-Type: evil");
    }

    @Test
    void aContentOfUnknownSizeThatIsTooLargeIsStopped() {
        Buffer megabyte = Buffer.buffer(new byte[1 << 20]);
        UploadBody body = form(FileUpload.of("endless", Multi.createBy().repeating().supplier(() -> megabyte).indefinitely()));

        assertThat(body.length()).isNull();
        assertThatThrownBy(() -> body.pieces().collect().in(() -> new long[1], (size, piece) -> size[0] += piece.length())
                .await().atMost(Duration.ofSeconds(30))).isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("500 MB");
    }

    @Test
    void aSizeThatIsTooLargeIsRefusedBeforeAnythingIsRead() {
        FileUpload file = FileUpload.of("x", Multi.createFrom().<Buffer> failure(new AssertionError("It was read")));

        assertThatThrownBy(() -> form(file.withSize((500L << 20) + 1))).isInstanceOf(InvalidRequestException.class);
    }

    private UploadBody form(FileUpload file) {
        return new FileForm(vertx).body(file).await().atMost(Duration.ofSeconds(30));
    }

    private static String text(UploadBody body) {
        Buffer whole = Buffer.buffer();
        body.pieces().subscribe().asIterable().forEach(whole::appendBuffer);
        return whole.toString();
    }
}
