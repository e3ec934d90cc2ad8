package io.github.quarkusclaude.conformance;

import static io.github.quarkusclaude.conformance.Api.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.quarkusclaude.conformance.Program.Outcome;

@ConformanceGroup(number = 12, promise = "Images and PDFs as files, bytes, data URIs, addresses and uploaded files.", differs = {
        "what an image is, is told by its bytes and not by its name; one that is missing is an error. The guide's code left it out of the request.",
        "addresses are passed on and fetched by the API." })
class AttachmentsIT extends Conformance {

    private static final byte[] PNG = Base64.getDecoder().decode(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    private static final byte[] GIF = Base64.getDecoder().decode("R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=");
    private static final byte[] JPEG = { (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1,
            0,
            0, 1, 0, 1, 0, 0, (byte) 0xFF, (byte) 0xD9 };
    private static final byte[] WEBP = Base64.getDecoder()
            .decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");
    private static final byte[] PDF = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
            .getBytes(StandardCharsets.US_ASCII);
    private static final String URL = "https://example.com/a.png";

    static Stream<Arguments> images() {
        return Stream.of(Arguments.of("image/png", PNG), Arguments.of("image/gif", GIF), Arguments.of("image/jpeg", JPEG),
                Arguments.of("image/webp", WEBP));
    }

    private static JsonNode base64(String type, byte[] content) {
        return Api.object("type", "base64", "media_type", type, "data", encoded(content));
    }

    private static String encoded(byte[] content) {
        return Base64.getEncoder().encodeToString(content);
    }

    /** The blocks of the only message. */
    private JsonNode blocks() {
        return lastBody().at("/messages/0/content");
    }

    private Outcome ask(String option, String attachment) {
        return program.run("generate", "-m", SONNET_4, option, attachment, "What is this?");
    }

    @ParameterizedTest
    @MethodSource("images")
    void bytesAreTakenForWhatTheyAre(String type, byte[] content) {
        ObjectNode question = Api.object("request", Api.object("model", SONNET_4, "messages", List.of()), "images",
                List.of(encoded(content)));

        JsonNode answer = api().post(client() + "/generate", question);

        assertThat(answer.has("failure")).as(answer.toString()).isFalse();
        assertThat(blocks()).hasSize(2);
        assertThat(blocks().get(0)).isEqualTo(Api.object("type", "image", "source", base64(type, content)));
        assertThat(blocks().get(1).path("text").asText()).isEqualTo("What is this?");
    }

    @ParameterizedTest
    @MethodSource("images")
    void aFileIsTakenForWhatItIs(String type, byte[] content) throws Exception {
        Path photo = Files.write(home.resolve("photo.jpg"), content);

        assertThat(ask("--image", photo.toString()).exitCode()).isZero();

        assertThat(blocks().get(0)).isEqualTo(Api.object("type", "image", "source", base64(type, content)));
    }

    @Test
    void aDataUriIsTakenForWhatItIs() {
        assertThat(ask("--image", "data:image/jpeg;base64," + encoded(JPEG)).exitCode()).isZero();
        assertThat(blocks().get(0).path("source")).isEqualTo(base64("image/jpeg", JPEG));

        assertThat(ask("-i", "data:image/jpeg;base64," + encoded(PNG)).exitCode()).isZero();
        assertThat(blocks().get(0).path("source")).isEqualTo(base64("image/png", PNG));
    }

    @Test
    void anAddressAndAnUploadedFileArePassedOn() {
        assertThat(ask("--image", URL).exitCode()).isZero();
        assertThat(blocks().get(0)).isEqualTo(Api.object("type", "image", "source", Api.object("type", "url", "url", URL)));

        String id = server.addFile("a.png", "image/png", PNG).id();
        assertThat(ask("--image", "file:" + id).exitCode()).isZero();
        assertThat(blocks().get(0)).isEqualTo(Api.object("type", "image", "source", Api.object("type", "file", "file_id", id)));
    }

    static Stream<Arguments> notImages() {
        return Stream.of(Arguments.of("none.png", null), Arguments.of("empty.png", new byte[0]),
                Arguments.of("text.png", "hello".getBytes(StandardCharsets.US_ASCII)),
                Arguments.of("drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.US_ASCII)),
                Arguments.of("document.png", PDF));
    }

    @ParameterizedTest
    @MethodSource("notImages")
    void whatIsNoImageFailsBeforeTheNetwork(String name, byte[] content) throws Exception {
        Path file = home.resolve(name);
        if (content != null) {
            Files.write(file, content);
        }

        Outcome outcome = ask("--image", file.toString());

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains(name);
        assertThat(outcome.out()).isEmpty();
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aDataUriWithoutBase64IsRefused() {
        for (String uri : List.of("data:image/png,hello", "data:image/png;base64,", "data:image/png;base64,???")) {
            assertThat(ask("--image", uri).exitCode()).as(uri).isEqualTo(2);
        }
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aModelThatCannotSeeIsNotAsked() {
        ObjectNode question = Api.object("request", Api.object("model", HAIKU_35, "messages", List.of()), "images",
                List.of(encoded(PNG)));

        JsonNode failure = api().post(client() + "/generate", question).path("failure");

        assertThat(texts(failure.path("types"))).contains("InvalidRequestException");
        assertThat(failure.path("message").asText()).contains(HAIKU_35, "image");
        assertThat(server.requests()).isEmpty();
        Outcome outcome = program.run("generate", "-m", HAIKU_35, "--image", URL, "What is this?");
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aPdfComesBeforeTheText() throws Exception {
        JsonNode block = Api.object("type", "document", "source", base64("application/pdf", PDF));
        Path file = Files.write(home.resolve("document.pdf"), PDF);

        assertThat(ask("--pdf", file.toString()).exitCode()).isZero();
        JsonNode ofFile = blocks();
        assertThat(ofFile.get(0).path("source")).isEqualTo(block.path("source"));
        assertThat(ofFile.get(0).path("type").asText()).isEqualTo("document");
        assertThat(ofFile.get(1).path("text").asText()).isEqualTo("What is this?");

        api().post(client() + "/generate", Api.object("request", Api.object("model", SONNET_4, "messages", List.of()), "pdfs",
                List.of(encoded(PDF))));
        assertThat(blocks().get(0).path("source")).isEqualTo(block.path("source"));
        assertThat(blocks().get(1).path("text").asText()).isEqualTo("What is this?");

        assertThat(ask("--pdf", "https://example.com/a.pdf").exitCode()).isZero();
        assertThat(blocks().get(0).path("source")).isEqualTo(Api.object("type", "url", "url", "https://example.com/a.pdf"));
    }

    @Test
    void whatIsOnlyCalledPdfIsRefused() throws Exception {
        Path file = Files.writeString(home.resolve("text.pdf"), "hello");

        Outcome outcome = ask("--pdf", file.toString());

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("text.pdf");
        assertThat(server.requests()).isEmpty();
    }
}
