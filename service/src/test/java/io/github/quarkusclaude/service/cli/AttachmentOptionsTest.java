package io.github.quarkusclaude.service.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.junit.main.LaunchResult;
import io.quarkus.test.junit.main.QuarkusMainLauncher;
import io.quarkus.test.junit.main.QuarkusMainTest;

/** Images and PDFs on the command line reach the API as what they are, or are refused before anything is sent. */
@QuarkusMainTest
@TestProfile(WithKey.class)
class AttachmentOptionsTest extends SimulatedCommandLine {

    private static final String PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";
    private static final byte[] PDF = "%PDF-1.7\n%%EOF".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path directory;

    @Test
    void everyFormOfAnImageBecomesABlockBeforeThePrompt(QuarkusMainLauncher launcher) throws IOException {
        String id = server.addFile("a.png", "image/png", Base64.getDecoder().decode(PNG)).id();
        Path photo = Files.write(directory.resolve("my photo.jpg"), Base64.getDecoder().decode(PNG));

        LaunchResult result = launch(launcher, "generate", "--image", photo.toString(), "-i", photo.toUri().toString(),
                "--image", "data:image/gif;base64," + PNG, "--image=https://example.com/a.png?x=1,2", "--image", "file:" + id,
                "What is this?");

        assertThat(result.exitCode()).isZero();
        assertThat(result.getOutput()).contains("I received 5 images");
        String inline = "{\"type\":\"image\",\"source\":{\"type\":\"base64\",\"media_type\":\"image/png\",\"data\":\"" + PNG
                + "\"}}";
        assertThat(content()).containsExactly(inline, inline, inline,
                "{\"type\":\"image\",\"source\":{\"type\":\"url\",\"url\":\"https://example.com/a.png?x=1,2\"}}",
                "{\"type\":\"image\",\"source\":{\"type\":\"file\",\"file_id\":\"" + id + "\"}}",
                "{\"type\":\"text\",\"text\":\"What is this?\"}");
    }

    @Test
    void everyFormOfAPdfBecomesABlockBeforeImagesAndPrompt(QuarkusMainLauncher launcher) throws IOException {
        String image = server.addFile("a.png", "image/png", Base64.getDecoder().decode(PNG)).id();
        String document = server.addFile("a.pdf", "application/pdf", PDF).id();
        Path report = Files.write(directory.resolve("report"), PDF);
        String base64 = Base64.getEncoder().encodeToString(PDF);

        LaunchResult result = launch(launcher, "stream", "--image", "file:" + image, "--pdf", report.toString(), "--pdf",
                "data:application/pdf;base64," + base64, "--pdf", "http://example.com/a.pdf", "--pdf", "file:" + document,
                "Summarize this.");

        assertThat(result.exitCode()).isZero();
        String inline = "{\"type\":\"document\",\"source\":{\"type\":\"base64\",\"media_type\":\"application/pdf\",\"data\":\""
                + base64 + "\"}}";
        assertThat(content()).containsExactly(inline, inline,
                "{\"type\":\"document\",\"source\":{\"type\":\"url\",\"url\":\"http://example.com/a.pdf\"}}",
                "{\"type\":\"document\",\"source\":{\"type\":\"file\",\"file_id\":\"" + document + "\"}}",
                "{\"type\":\"image\",\"source\":{\"type\":\"file\",\"file_id\":\"" + image + "\"}}",
                "{\"type\":\"text\",\"text\":\"Summarize this.\"}");
    }

    @ParameterizedTest
    @CsvSource({ "--image, missing.png, does not exist", "--image, '', is a directory", "--pdf, notes.pdf, looks like a text",
            "--image, report, is a PDF and not an image", "--pdf, photo.jpg, is a PNG image and not a PDF" })
    void whatCannotBeSentIsNamedBeforeAnythingIsSent(String option, String name, String reason, QuarkusMainLauncher launcher)
            throws IOException {
        Files.write(directory.resolve("report"), PDF);
        Files.write(directory.resolve("photo.jpg"), Base64.getDecoder().decode(PNG));
        Files.writeString(directory.resolve("notes.pdf"), "These are notes.");

        LaunchResult result = launch(launcher, "generate", option, directory.resolve(name).toString(), "What is this?");

        assertRefused(result);
        assertThat(errors(result)).singleElement().asString().contains(directory.resolve(name).toString(), reason);
    }

    @ParameterizedTest
    @CsvSource({ "--image, 'data:image/png;base64,***'", "--image, file:", "--pdf, 'https://example.com/a b.pdf'",
            "--image, file:///no/such/file" })
    void whatIsNoAttachmentIsWrongUsage(String option, String value, QuarkusMainLauncher launcher) {
        assertRefused(launch(launcher, "generate", option, value, "What is this?"));
    }

    @Test
    void attachmentsAreAddedToARequestFile(QuarkusMainLauncher launcher) throws IOException {
        String id = server.addFile("a.png", "image/png", Base64.getDecoder().decode(PNG)).id();
        Path request = Files.writeString(directory.resolve("request.json"), """
                {"messages": [{"role": "user", "content": "What is in the picture?"}]}""");

        assertThat(launch(launcher, "generate", "--request", request.toString(), "--image", "file:" + id).exitCode()).isZero();

        assertThat(lastBody().path("messages")).hasSize(2);
        assertThat(lastBody().at("/messages/0/content").asText()).isEqualTo("What is in the picture?");
        assertThat(lastBody().at("/messages/1/content/0/source/file_id").asText()).isEqualTo(id);
    }

    @Test
    void tokensOfAttachmentsAreCounted(QuarkusMainLauncher launcher) {
        LaunchResult result = launch(launcher, "count-tokens", "--image", "data:;base64," + PNG, "What is this?");

        assertThat(Integer.parseInt(result.getOutput().strip())).isPositive();
        assertThat(content()).hasSize(2);
    }

    @Test
    void largePdfsAreSentAsFarAsTheyFitIntoARequest(QuarkusMainLauncher launcher) throws IOException {
        Path pdf = Files.write(directory.resolve("large.pdf"), Arrays.copyOf(PDF, 20 * 1024 * 1024));

        LaunchResult sent = launch(launcher, "generate", "--pdf", pdf.toString(), "Summarize this.");
        assertThat(sent.getOutput()).contains("1 document (application/pdf, 20480.0 KB)");
        assertThat(sent.exitCode()).isZero();

        LaunchResult refused = launch(launcher, "generate", "--pdf", pdf.toString(), "--pdf", pdf.toString(), "Compare these.");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(errors(refused)).singleElement().asString().contains("32 MB");
        assertThat(server.requests()).hasSize(1);
    }

    private void assertRefused(LaunchResult result) {
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.getOutput()).isEmpty();
        assertThat(errors(result)).singleElement().asString().startsWith("Error: ");
        assertThat(server.requests()).isEmpty();
    }

    private List<String> content() {
        return StreamSupport.stream(lastBody().at("/messages/0/content").spliterator(), false)
                .map(JsonNode::toString).toList();
    }
}
