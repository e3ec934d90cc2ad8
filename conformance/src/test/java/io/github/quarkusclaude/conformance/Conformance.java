package io.github.quarkusclaude.conformance;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.RecordedRequest;

/** The program, and a simulator of the models of the guide that it talks to. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Conformance {

    static final String HAIKU_3 = "claude-3-haiku-20240307";
    static final String HAIKU_35 = "claude-3-5-haiku-20241022";
    static final String SONNET_35 = "claude-3-5-sonnet-20241022";
    static final String SONNET_35_V2 = "claude-3-5-sonnet-v2-20241022";
    static final String SONNET_4 = "claude-sonnet-4-20250514";
    static final String OPUS_3 = "claude-3-opus-20240229";
    static final String OPUS_4 = "claude-opus-4-20250514";
    /** All models of the guide about which it has data, in its order. */
    static final List<String> MODELS = List.of(HAIKU_3, HAIKU_35, SONNET_35, SONNET_35_V2, SONNET_4, OPUS_3, OPUS_4);
    /** The other models of the guide. */
    static final List<String> LISTED = List.of("claude-opus-4-5-20251101", "claude-sonnet-4-5-20250929",
            "claude-haiku-4-5-20251001", "claude-opus-4-1-20250805", "claude-3-7-sonnet-20250219", "claude-3-sonnet-20240229");
    static final List<String> TIERS = List.of("free", "pro", "max", "max_5", "max_20", "api");

    Path home;

    ClaudeSimulator server;

    /** With a key of the simulator. */
    Program program;

    private @Nullable Api api;

    @BeforeAll
    void start(@TempDir Path directory) {
        home = directory;
        server = simulator().start();
        program = new Program(home).with("ANTHROPIC_API_KEY", server.apiKey()).with("ANTHROPIC_BASE_URL", server.baseUrl())
                // a failure that was ordered once is to be seen
                .with("QUARKUS_CLAUDE_RETRY_MAX_RETRIES", "0");
    }

    @BeforeEach
    void reset() {
        server.reset();
    }

    @AfterAll
    void stop() {
        if (api != null) {
            api.close();
        }
        server.close();
    }

    /** The server to talk to. */
    ClaudeSimulator.Builder simulator() {
        return ClaudeSimulator.builder().catalog("classic");
    }

    /** The program whose public API is used. */
    Program served() {
        return program;
    }

    /** The public API, of one process for all tests of the class. */
    synchronized Api api() {
        if (api == null) {
            api = served().serve();
        }
        return api;
    }

    /** Makes a client of the simulator with further settings, names and values in turn. */
    String client(Object... settings) {
        ObjectNode all = Api.object("baseUrl", server.baseUrl(), "apiKey", server.apiKey());
        all.setAll(Api.object(settings));
        JsonNode made = api().post("/clients/made", all);
        if (!made.isEmpty()) {
            throw new AssertionError(made.toString());
        }
        return "/clients/made";
    }

    /** A question with fields of its request, names and values in turn. */
    static ObjectNode ask(Object... fields) {
        ObjectNode request = Api.object("messages", List.of(Api.object("role", "user", "content", "Hello")));
        request.setAll(Api.object(fields));
        return Api.object("request", request);
    }

    RecordedRequest lastRequest() {
        return server.requests().get(server.requests().size() - 1);
    }

    JsonNode lastBody() {
        return lastRequest().body();
    }

    String lastModel() {
        return lastBody().path("model").asText();
    }
}
