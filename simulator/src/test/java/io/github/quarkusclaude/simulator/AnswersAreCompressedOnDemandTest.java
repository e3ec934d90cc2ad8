package io.github.quarkusclaude.simulator;

import static io.github.quarkusclaude.simulator.Api.ask;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.node.ObjectNode;

class AnswersAreCompressedOnDemandTest {

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
    void aMessage(HttpClient.Version version) throws Exception {
        HttpResponse<byte[]> response = send(new Api(simulator, version), "br, gzip;q=0.5", ask("Say exactly: packed"));

        assertThat(response.headers().firstValue("content-encoding")).contains("gzip");
        assertThat(unpacked(response)).contains("\"text\":\"packed\"");
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void aStream(HttpClient.Version version) throws Exception {
        ObjectNode body = ask("Explain tides").put("stream", true);

        HttpResponse<byte[]> response = send(new Api(simulator, version), "gzip", body);

        assertThat(response.headers().firstValue("content-type")).contains("text/event-stream; charset=utf-8");
        assertThat(Event.names(Event.parse(unpacked(response)))).startsWith("message_start").endsWith("message_stop");
    }

    @Test
    void anError() throws Exception {
        HttpResponse<byte[]> response = send(new Api(simulator), "gzip", ask("no-such-model", "Hello"));

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(unpacked(response)).contains("not_found_error");
    }

    @ParameterizedTest
    @ValueSource(strings = { "identity", "br", "gzip;q=0", "gzip; q=0.0" })
    void onlyIfTheClientCanUnpackIt(String accepted) throws Exception {
        HttpResponse<byte[]> response = send(new Api(simulator), accepted, ask("Say exactly: plain"));

        assertThat(response.headers().firstValue("content-encoding")).isEmpty();
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).contains("\"text\":\"plain\"");
    }

    @Test
    void neverUnasked() throws Exception {
        Api api = new Api(simulator).header("accept-encoding", "gzip");

        assertThat(api.messages(ask("Say exactly: plain")).body()).contains("\"text\":\"plain\"");
    }

    private static HttpResponse<byte[]> send(Api api, String accepted, ObjectNode body) throws Exception {
        api.header("accept-encoding", accepted).header(Fault.HEADER, "gzip");
        return api.http().send(api.request("POST", "/v1/messages", body.toString()), BodyHandlers.ofByteArray());
    }

    private static String unpacked(HttpResponse<byte[]> response) throws Exception {
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
