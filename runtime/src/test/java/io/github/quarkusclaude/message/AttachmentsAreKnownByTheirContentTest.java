package io.github.quarkusclaude.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.quarkusclaude.error.InvalidAttachmentException;

class AttachmentsAreKnownByTheirContentTest {

    @TempDir
    Path directory;

    static Stream<Arguments> images() {
        return Stream.of(
                Arguments.of("image/png", SampleFiles.png()),
                Arguments.of("image/jpeg", SampleFiles.image("jpeg", 3, 2)),
                Arguments.of("image/gif", SampleFiles.image("gif", 3, 2)),
                Arguments.of("image/webp", SampleFiles.lossyWebp(3, 2)));
    }

    @ParameterizedTest
    @MethodSource("images")
    void everyFormOfAnImageBecomesTheSameBlock(String mediaType, byte[] content) throws IOException {
        Path file = Files.write(directory.resolve("photo.jpg"), content);
        String base64 = Base64.getEncoder().encodeToString(content);

        Stream.of(ImageBlock.of(content), ImageBlock.of(content, "photo.bmp"), ImageBlock.of(file),
                ImageBlock.of(new ByteArrayInputStream(content)), ImageBlock.ofDataUri("data:image/jpeg;base64," + base64))
                .forEach(image -> assertThat(image.toJson()).isEqualTo("{\"type\":\"image\",\"source\":{\"type\":\"base64\","
                        + "\"media_type\":\"" + mediaType + "\",\"data\":\"" + base64 + "\"}}"));
    }

    @Test
    void everyFormOfAPdfBecomesTheSameBlock() throws IOException {
        byte[] content = SampleFiles.pdf(1);
        Path file = Files.write(directory.resolve("report"), content);
        String base64 = Base64.getEncoder().encodeToString(content);

        Stream.of(DocumentBlock.of(content), DocumentBlock.of(content, "report"), DocumentBlock.of(file),
                DocumentBlock.of(new ByteArrayInputStream(content)), DocumentBlock.ofDataUri("data:;base64," + base64))
                .forEach(document -> assertThat(document.toJson()).isEqualTo("{\"type\":\"document\",\"source\":{"
                        + "\"type\":\"base64\",\"media_type\":\"application/pdf\",\"data\":\"" + base64 + "\"}}"));
    }

    @Test
    void addressesAndIdsArePassedOn() {
        assertThat(ImageBlock.ofUrl(" https://example.com/a%20b.png?x=1 ").toJson())
                .isEqualTo("{\"type\":\"image\",\"source\":{\"type\":\"url\",\"url\":\"https://example.com/a%20b.png?x=1\"}}");
        assertThat(DocumentBlock.ofUrl("http://example.com/report").toJson())
                .isEqualTo("{\"type\":\"document\",\"source\":{\"type\":\"url\",\"url\":\"http://example.com/report\"}}");
        assertThat(ImageBlock.ofFile("file_1").toJson())
                .isEqualTo("{\"type\":\"image\",\"source\":{\"type\":\"file\",\"file_id\":\"file_1\"}}");
        assertThat(DocumentBlock.ofFile("file_1").withTitle("Report").withContext("Of May").toJson())
                .isEqualTo("{\"type\":\"document\",\"source\":{\"type\":\"file\",\"file_id\":\"file_1\"},"
                        + "\"title\":\"Report\",\"context\":\"Of May\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = { "photo.png", "ftp://example.com/a.png", "file:///etc/passwd", "https:", "https://", "javascript:1",
            "https://example.com/a b.png", "" })
    void whatIsNoAddressIsRefused(String url) {
        assertThatThrownBy(() -> ImageBlock.ofUrl(url)).isInstanceOf(InvalidAttachmentException.class);
        assertThatThrownBy(() -> DocumentBlock.ofUrl(url)).isInstanceOf(InvalidAttachmentException.class);
    }

    static Stream<Arguments> unknown() {
        return Stream.of(
                Arguments.of("an empty file", new byte[0], "is empty"),
                Arguments.of("SVG", "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(UTF_8),
                        "SVG"),
                Arguments.of("BMP", SampleFiles.image("bmp", 20, 20), "BMP"),
                Arguments.of("HEIC", SampleFiles.bytes("\0\0\0\u0018ftypheic\0\0\0\0"), "HEIC"),
                Arguments.of("TIFF", SampleFiles.bytes("II*\0\b\0\0\0"), "TIFF"),
                Arguments.of("an archive", SampleFiles.bytes("PK\3\4\0"), "archive"),
                Arguments.of("a text", "Grüße, ".repeat(200).getBytes(UTF_8), "looks like a text"),
                Arguments.of("a text that begins as BMP does", "BMW is a make of cars".getBytes(UTF_8), "looks like a text"),
                Arguments.of("noise", new byte[] { 1, 2, 3, -1 }, "is of an unknown kind"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unknown")
    void whatClaudeDoesNotTakeIsRefusedByName(String what, byte[] content, String description) throws IOException {
        Path file = Files.write(directory.resolve("scan.pdf"), content);

        assertThatThrownBy(() -> ImageBlock.of(content, "scan.png")).isInstanceOf(InvalidAttachmentException.class)
                .hasMessageContainingAll("scan.png", description, "PNG, JPEG, GIF and WebP");
        assertThatThrownBy(() -> DocumentBlock.of(file)).isInstanceOf(InvalidAttachmentException.class)
                .hasMessageContainingAll("scan.pdf", description, "PDF");
    }

    @Test
    void imagesAndDocumentsAreNotMixedUp() {
        assertThatThrownBy(() -> ImageBlock.of(SampleFiles.pdf(1), "a.png")).isInstanceOf(InvalidAttachmentException.class)
                .hasMessage("a.png is a PDF and not an image. Send it as a document");
        assertThatThrownBy(() -> DocumentBlock.of(SampleFiles.png(), "a.pdf")).isInstanceOf(InvalidAttachmentException.class)
                .hasMessage("a.pdf is a PNG image and not a PDF. Send it as an image");
    }

    @Test
    void aPdfMayBeginLateButATextAboutPdfIsNone() {
        assertThat(DocumentBlock.of(SampleFiles.bytes("\r\n junk %PDF-1.4\n…")).source().mediaType())
                .isEqualTo("application/pdf");
        for (String text : List.of("Every PDF begins with %PDF-", "It says %PDF-x.y there", " ".repeat(1024) + "%PDF-1.7")) {
            assertThatThrownBy(() -> DocumentBlock.of(SampleFiles.bytes(text))).isInstanceOf(InvalidAttachmentException.class);
        }
    }

    @Test
    void filesThatCannotBeReadAreNamed() {
        Path missing = directory.resolve("missing.png");
        assertThatThrownBy(() -> ImageBlock.of(missing)).isInstanceOf(InvalidAttachmentException.class)
                .hasMessage("The file " + missing + " does not exist");
        assertThatThrownBy(() -> ImageBlock.of(directory)).isInstanceOf(InvalidAttachmentException.class)
                .hasMessage(directory + " is a directory");
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Connection reset");
            }
        };
        assertThatThrownBy(() -> DocumentBlock.of(broken)).isInstanceOf(InvalidAttachmentException.class)
                .hasMessage("The document cannot be read: Connection reset");
    }

    @Test
    void textsBecomeTextDocuments() throws IOException {
        Path file = Files.writeString(directory.resolve("notes.txt"), "Grüße");
        String block = "{\"type\":\"document\",\"source\":{\"type\":\"text\",\"media_type\":\"text/plain\",\"data\":\"Grüße\"}}";

        assertThat(DocumentBlock.ofText("Grüße").toJson()).isEqualTo(block);
        assertThat(DocumentBlock.ofText(file).toJson()).isEqualTo(block);
        assertThatThrownBy(() -> DocumentBlock.ofText(" ")).isInstanceOf(InvalidAttachmentException.class);
        Path image = Files.write(directory.resolve("notes.png"), SampleFiles.png());
        assertThatThrownBy(() -> DocumentBlock.ofText(image)).isInstanceOf(InvalidAttachmentException.class)
                .hasMessageContainingAll("notes.png", "UTF-8", "a PNG image");
    }

    @Test
    void attachmentsStandBeforeTheText() {
        MessageRequest request = MessageRequest.builder()
                .user("What is this?", DocumentBlock.ofFile("file_1"), ImageBlock.ofFile("file_2")).build();

        assertThat(request.messages()).singleElement().extracting(message -> message.content().blocks()).isEqualTo(
                List.of(DocumentBlock.ofFile("file_1"), ImageBlock.ofFile("file_2"), TextBlock.of("What is this?")));
    }
}
