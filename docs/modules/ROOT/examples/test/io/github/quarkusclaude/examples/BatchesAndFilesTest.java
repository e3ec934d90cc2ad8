package io.github.quarkusclaude.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.batch.BatchRequest;
import io.github.quarkusclaude.catalog.Support;
import io.github.quarkusclaude.file.FileMetadata;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.quarkus.test.junit.QuarkusTest;

/** The examples with batches and files do what the guide says. */
@QuarkusTest
class BatchesAndFilesTest {

    @Inject
    Surveys surveys;

    @Inject
    Documents documents;

    @Inject
    Models models;

    @Inject
    ClaudeClients clients;

    @TempDir
    Path directory;

    @Test
    void aBatchIsSubmittedAndRead() {
        String id = surveys.submit(List.of("Wonderful!", "Never again."));

        assertThat(surveys.answers(id)).containsOnlyKeys("review-0", "review-1");
        assertThat(surveys.texts(id).collect().asList().await().atMost(Duration.ofSeconds(30))).hasSize(2).doesNotContain("");
    }

    @Test
    void resultsAreJoinedToTheirRequests() {
        List<String> notebook = new ArrayList<>();

        Map<String, String> answers = surveys.ask(List.of(new BatchRequest("a", MessageRequest.of("What is 6 * 7?")),
                new BatchRequest("b", MessageRequest.of("What is 17 * 23?"))), notebook::add);

        assertThat(answers.get("a")).contains("42");
        assertThat(answers.get("b")).contains("391");
        assertThat(notebook).singleElement().asString().startsWith("msgbatch_");
    }

    @Test
    void filesAreUploadedNamedListedAndDeleted() throws IOException {
        Path report = Files.writeString(directory.resolve("report.txt"), "Sales went up.");

        assertThat(documents.ask(report, "What went up?")).isNotBlank();
        FileMetadata scan = documents.keep(new ByteArrayInputStream("%PDF-1.7".getBytes(StandardCharsets.US_ASCII)));
        assertThat(scan.expiresAt()).isNotNull();
        assertThat(documents.forgetOld("scan")).contains(scan.id());
        assertThat(documents.forgetOld("scan")).isEmpty();
    }

    @Test
    void filesOfToolsAreDownloaded() {
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().start()) {
            Documents directed = new Documents();
            directed.claude = clients.builder().baseUrl(simulator.baseUrl()).apiKey(simulator.apiKey()).build();
            String id = simulator.addFile("chart.csv", "text/csv", "a,b".getBytes(StandardCharsets.US_ASCII)).id();

            assertThat(directed.fetch(id, directory.resolve("chart.csv"))).isEqualTo(3);
            assertThat(directory.resolve("chart.csv")).hasContent("a,b");
            directed.claude.close();
        }
    }

    @Test
    void theApiIsAskedForItsModels() {
        assertThat(models.offered()).contains("claude-sonnet-5-5").doesNotContain("claude-2.1");
        assertThat(models.current().model("claude-sonnet-5-5").orElseThrow().capabilities().imageInput())
                .isEqualTo(Support.YES);
    }
}
