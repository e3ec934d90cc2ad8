package io.github.quarkusclaude.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A plain HTTP client of a simulator. */
final class Api {

    static final ObjectMapper JSON = new ObjectMapper();

    private final ClaudeSimulator simulator;
    private final HttpClient http;
    private final Map<String, String> headers = new LinkedHashMap<>();

    Api(ClaudeSimulator simulator) {
        this(simulator, HttpClient.Version.HTTP_1_1);
    }

    Api(ClaudeSimulator simulator, HttpClient.Version version) {
        this.simulator = simulator;
        this.http = HttpClient.newBuilder().version(version).build();
        headers.put("x-api-key", simulator.apiKey());
        headers.put("anthropic-version", "2026-10-21");
        headers.put("content-type", "application/json");
    }

    /** Sets a header for all further requests; null removes it. */
    Api header(String name, String value) {
        if (value == null) {
            headers.remove(name);
        } else {
            headers.put(name, value);
        }
        return this;
    }

    /** JSON may be written with single quotes. */
    static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static ObjectNode ask(String model, String prompt) {
        ObjectNode body = JSON.createObjectNode().put("model", model).put("max_tokens", 2000);
        body.putArray("messages").addObject().put("role", "user").put("content", prompt);
        return body;
    }

    static ObjectNode ask(String prompt) {
        return ask("claude-haiku-5-5", prompt);
    }

    HttpRequest request(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(simulator.baseUrl() + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return request.build();
    }

    HttpClient http() {
        return http;
    }

    HttpResponse<String> send(String method, String path, String body) throws IOException {
        try {
            return http.send(request(method, path, body), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    HttpResponse<String> messages(JsonNode body) throws IOException {
        return send("POST", "/v1/messages", body.toString());
    }

    HttpResponse<String> get(String path) throws IOException {
        return send("GET", path, null);
    }

    /** The message that answers a request, which must succeed. */
    JsonNode answer(JsonNode body) throws IOException {
        HttpResponse<String> response = messages(body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    String text(JsonNode body) throws IOException {
        StringBuilder text = new StringBuilder();
        answer(body).path("content").forEach(block -> text.append(block.path("text").asText("")));
        return text.toString();
    }

    /** The events that answer a request, which must succeed. */
    List<Event> stream(ObjectNode body) throws IOException {
        HttpResponse<String> response = messages(body.deepCopy().put("stream", true));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Event.parse(response.body());
    }

    JsonNode error(HttpResponse<String> response, int status) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return JSON.readTree(response.body()).path("error");
    }

    /**
     * Asserts that a request is refused.
     *
     * @param change replaces fields of a valid request; a null takes a field away
     * @param message a part of what the refusal has to say
     */
    void assertRefused(String change, String message) throws IOException {
        ObjectNode body = ask("claude-opus-5", "Hello").put("max_tokens", 4_000);
        json(change).properties().forEach(field -> {
            if (field.getValue().isNull()) {
                body.remove(field.getKey());
            } else {
                body.set(field.getKey(), field.getValue());
            }
        });

        JsonNode error = error(messages(body), 400);

        assertThat(error.path("type").asText()).isEqualTo("invalid_request_error");
        assertThat(error.path("message").asText()).contains(message);
    }
}
