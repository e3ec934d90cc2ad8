package io.github.quarkusclaude.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompressedRequestsAreReadTest {

    private static ClaudeSimulator simulator;

    @BeforeAll
    static void start() {
        simulator = ClaudeSimulator.builder().start();
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void aBodyMayBeCompressedWithGzip(HttpClient.Version version) throws Exception {
        assertThat(send(version, "gzip", zipped(Api.ask("Say exactly: unpacked").toString())))
                .contains("\"text\":\"unpacked\"");
        assertThat(simulator.requests().get(simulator.requests().size() - 1).body().path("max_tokens").asInt()).isEqualTo(2000);
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void otherEncodingsAreRefusedByName(HttpClient.Version version) throws Exception {
        assertThat(send(version, "compress", new byte[] { 1, 2, 3 })).contains("\"request_body_encoding_unsupported\"");
    }

    @Test
    void whatIsNoGzipIsRefused() throws Exception {
        assertThat(send(HttpClient.Version.HTTP_1_1, "gzip", new byte[] { 1, 2, 3 }))
                .contains("\"request_body_encoding_invalid\"");
    }

    @Test
    void theLimitHoldsForTheUnpackedBody() throws Exception {
        assertThat(send(HttpClient.Version.HTTP_1_1, "gzip", zipped("x".repeat(32 * 1024 * 1024 + 1))))
                .contains("\"request_body_too_large_after_decoding\"");
    }

    private static byte[] zipped(String text) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return zipped.toByteArray();
    }

    private static String send(HttpClient.Version version, String encoding, byte[] body) throws Exception {
        Api api = new Api(simulator, version).header("content-encoding", encoding);
        HttpRequest request = HttpRequest.newBuilder(api.request("POST", "/v1/messages", ""), (name, value) -> true)
                .POST(BodyPublishers.ofByteArray(body)).build();
        return api.http().send(request, BodyHandlers.ofString()).body();
    }
}
