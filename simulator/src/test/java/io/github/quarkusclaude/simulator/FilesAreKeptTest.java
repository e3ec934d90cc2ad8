package io.github.quarkusclaude.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

class FilesAreKeptTest {

    private static final String BOUNDARY = "a-boundary-of-this-test";

    private final VirtualClock clock = new VirtualClock();
    private final ClaudeSimulator simulator = ClaudeSimulator.builder().clock(clock).maxFileBytes(1_000_000)
            .fileStorageBytes(1_500_000).start();
    private final Api api = new Api(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void anUploadedFileIsDescribedAndItsBytesAreKept(HttpClient.Version version) throws IOException {
        String text = "0123456789\r\n".repeat(50_000);

        JsonNode file = read(upload(simulator, version, part("file", "notes.txt", "text/plain; charset=utf-8", text)));

        assertThat(file.path("id").asText()).startsWith("file_");
        assertThat(file.path("type").asText()).isEqualTo("file");
        assertThat(file.path("filename").asText()).isEqualTo("notes.txt");
        assertThat(file.path("mime_type").asText()).isEqualTo("text/plain");
        assertThat(file.path("size_bytes").asInt()).isEqualTo(text.length());
        assertThat(file.path("created_at").asText()).isEqualTo("2026-11-22T12:00:00Z");
        assertThat(file.path("downloadable").asBoolean(true)).isFalse();
        assertThat(file.path("expires_at").isNull()).isTrue();
        assertThat(read(api.get("/v1/files/" + file.path("id").asText()))).isEqualTo(file);
        try (InputStream kept = simulator.files().get(0).open()) {
            assertThat(kept.readAllBytes()).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void bytesCanBeMerelyCounted() throws IOException {
        try (ClaudeSimulator forgetful = ClaudeSimulator.builder().keepUploads(false).start()) {
            upload(forgetful, HttpClient.Version.HTTP_1_1,
                    part("file", "a.bin", "application/octet-stream", "x".repeat(70_000)));

            SimulatedFile file = forgetful.files().get(0);
            assertThat(file.size()).isEqualTo(70_000);
            assertThat(file.filename()).isEqualTo("a.bin");
            assertThat(file.mimeType()).isEqualTo("application/octet-stream");
            assertThatIOException().isThrownBy(file::open);
        }
    }

    @Test
    void filesExpire() throws IOException {
        JsonNode file = read(upload(part("file", "a.txt", "text/plain", "x"), part("expires_in_seconds", "3600")));
        assertThat(file.path("expires_at").asText()).isEqualTo("2026-11-22T13:00:00Z");

        clock.advance(Duration.ofHours(1));

        JsonNode error = api.error(api.get("/v1/files/" + file.path("id").asText()), 404);
        assertThat(error.at("/details/error_code").asText()).isEqualTo("file_expired");
        assertThat(read(api.get("/v1/files")).path("data")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "3599", "7776001", "soon" })
    void aLifetimeIsAnHourToNinetyDays(String seconds) throws IOException {
        api.error(upload(part("file", "a.txt", "text/plain", "x"), part("expires_in_seconds", seconds)), 400);
        assertThat(simulator.files()).isEmpty();
    }

    @Test
    void filesAreListedByCursor() throws IOException {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(0, simulator.addFile("f" + i, "text/plain", 10).id());
        }

        List<String> met = new ArrayList<>();
        JsonNode page = read(api.get("/v1/files?limit=2"));
        page.path("data").forEach(file -> met.add(file.path("id").asText()));
        while (!page.path("next_page").isNull()) {
            page = read(api.get("/v1/files?limit=2&page=" + page.path("next_page").asText()));
            page.path("data").forEach(file -> met.add(file.path("id").asText()));
        }

        assertThat(met).isEqualTo(ids);
        JsonNode some = read(api.get("/v1/files?ids%5B%5D=" + ids.get(3) + "&ids%5B%5D=file_unknown&ids%5B%5D=" + ids.get(1)));
        assertThat(some.path("data")).extracting(file -> file.path("id").asText()).containsExactly(ids.get(3), ids.get(1));
    }

    @ParameterizedTest
    @ValueSource(strings = { "limit=0", "limit=1001", "page=x", "page=page_eA", "ids%5B%5D=a&limit=3", "ids%5B%5D=a&page=x" })
    void queriesThatMakeNoSenseAreRefused(String query) throws IOException {
        api.error(api.get("/v1/files?" + query), 400);
    }

    @Test
    void atMostAHundredIdsMayBeAskedFor() throws IOException {
        api.error(api.get("/v1/files?" + "ids%5B%5D=a&".repeat(101)), 400);
    }

    @Test
    void aDeletedFileIsGoneFromTheDiskToo() throws IOException {
        String id = read(upload(part("file", "a.txt", "text/plain", "x"))).path("id").asText();
        SimulatedFile file = simulator.files().get(0);

        assertThat(read(api.send("DELETE", "/v1/files/" + id, null)).toString())
                .isEqualTo("{\"id\":\"" + id + "\",\"type\":\"file_deleted\"}");

        api.error(api.get("/v1/files/" + id), 404);
        api.error(api.send("DELETE", "/v1/files/" + id, null), 404);
        assertThatIOException().isThrownBy(file::open);
    }

    @Test
    void onlyFilesMadeByToolsAreDownloadable() throws IOException {
        String uploaded = read(upload(part("file", "a.txt", "text/plain", "x"))).path("id").asText();
        SimulatedFile made = simulator.addFile("plot.png", "image/png", new byte[] { 1, 2, 3 });

        JsonNode error = api.error(api.get("/v1/files/" + uploaded + "/content"), 400);
        assertThat(error.at("/details/error_code").asText()).isEqualTo("file_not_downloadable");
        HttpResponse<String> content = api.get("/v1/files/" + made.id() + "/content");
        assertThat(content.body()).isEqualTo("\1\2\3");
        assertThat(content.headers().firstValue("content-type")).contains("image/png");
    }

    @Test
    void aLargeFileIsMadeUpWhileItIsSent() throws Exception {
        SimulatedFile made = simulator.addFile("large", "application/octet-stream", 1_400_001);
        HttpRequest request = api.request("GET", "/v1/files/" + made.id() + "/content", null);

        byte[] content = api.http().send(request, BodyHandlers.ofByteArray()).body();

        assertThat(content).hasSize(1_400_001);
        assertThat(content[300]).isEqualTo((byte) 49);
        try (InputStream again = made.open()) {
            assertThat(new ByteArrayInputStream(content)).hasSameContentAs(again);
        }
    }

    @Test
    void filesHaveToFit() throws IOException {
        String text = "x".repeat(800_000);
        api.error(upload(part("file", "a.txt", "text/plain", "x".repeat(1_000_001))), 413);
        assertThat(read(upload(part("file", "a.txt", "text/plain", text))).path("size_bytes").asInt()).isEqualTo(800_000);

        JsonNode error = api.error(upload(part("file", "b.txt", "text/plain", text)), 400);

        assertThat(error.at("/details/error_code").asText()).isEqualTo("storage_quota_exceeded");
        assertThat(simulator.files()).hasSize(1);
    }

    @Test
    void aFormHasExactlyOneFileWithAName() throws IOException {
        api.error(upload(part("other", "a.txt", "text/plain", "x")), 400);
        api.error(upload(part("file", "a.txt", "text/plain", "x"), part("file", "b.txt", "text/plain", "x")), 400);
        api.error(upload(part("file", "a*b.txt", "text/plain", "x")), 400);
        api.error(api.send("POST", "/v1/files", "{}"), 400);
        HttpResponse<String> noBoundary = new Api(simulator).header("content-type", "multipart/form-data")
                .send("POST", "/v1/files", "x");
        api.error(noBoundary, 400);
        assertThat(simulator.files()).isEmpty();
    }

    @Test
    void messagesMayReferToFilesThatExist() throws IOException {
        String document = simulator.addFile("a.pdf", "application/pdf", 10).id();
        String table = simulator.addFile("a.csv", "text/csv", 10).id();

        api.answer(blocks("{'type':'document','source':{'type':'file','file_id':'" + document + "'}}"));
        api.answer(blocks("{'type':'container_upload','file_id':'" + table + "'}"));

        api.error(api.messages(blocks("{'type':'image','source':{'type':'file','file_id':'" + document + "'}}")), 400);
        api.error(api.messages(blocks("{'type':'document','source':{'type':'file','file_id':'" + table + "'}}")), 400);
        JsonNode error = api.error(api.messages(blocks("{'type':'container_upload','file_id':'file_unknown'}")), 404);
        assertThat(error.path("message").asText()).isEqualTo("File not found: file_unknown");
    }

    private static ObjectNode blocks(String block) {
        ObjectNode body = Api.ask("x");
        ((ArrayNode) body.at("/messages")).addObject().put("role", "user").putArray("content").add(Api.json(block));
        return body;
    }

    @Test
    void faultsReplaceTheAnswerToAnUpload() throws IOException {
        simulator.fault(Fault.status(529));

        api.error(upload(part("file", "a.txt", "text/plain", "x")), 529);

        assertThat(simulator.files()).isEmpty();
    }

    private HttpResponse<String> upload(String... parts) throws IOException {
        return upload(simulator, HttpClient.Version.HTTP_1_1, parts);
    }

    private static HttpResponse<String> upload(ClaudeSimulator simulator, HttpClient.Version version, String... parts)
            throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.baseUrl() + "/v1/files"))
                .header("x-api-key", simulator.apiKey())
                .header("anthropic-version", "2026-10-21")
                .header("content-type", "multipart/form-data; boundary=" + BOUNDARY)
                .timeout(Duration.ofSeconds(20))
                .POST(BodyPublishers.ofString(String.join("", parts) + "--" + BOUNDARY + "--\r\n"))
                .build();
        try {
            return HttpClient.newBuilder().version(version).build().send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String part(String name, String filename, String type, String content) {
        return "--" + BOUNDARY + "\r\ncontent-disposition: form-data; name=\"" + name + "\"; filename=\"" + filename
                + "\"\r\ncontent-type: " + type + "\r\n\r\n" + content + "\r\n";
    }

    private static String part(String name, String value) {
        return "--" + BOUNDARY + "\r\ncontent-disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static JsonNode read(HttpResponse<String> response) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Api.JSON.readTree(response.body());
    }
}
