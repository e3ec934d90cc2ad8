package io.github.quarkusclaude.conformance;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The public API of a program that runs, over HTTP. */
final class Api implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final Program.Running running;

    Api(String url, Program.Running running) {
        this.url = url;
        this.running = running;
    }

    /** An object with these fields, given as name and value in turn. */
    static ObjectNode object(Object... fields) {
        ObjectNode json = JSON.createObjectNode();
        for (int i = 0; i < fields.length; i += 2) {
            json.set(fields[i].toString(), JSON.valueToTree(fields[i + 1]));
        }
        return json;
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("This is no JSON: " + text, e);
        }
    }

    /** The elements of an array as texts. */
    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    /** @param query names and values in turn */
    JsonNode get(String path, String... query) {
        StringBuilder address = new StringBuilder(url).append(path);
        for (int i = 0; i < query.length; i += 2) {
            address.append(i == 0 ? '?' : '&').append(query[i]).append('=')
                    .append(URLEncoder.encode(query[i + 1], StandardCharsets.UTF_8));
        }
        return send(HttpRequest.newBuilder(URI.create(address.toString())).build()).orTimeout(60, TimeUnit.SECONDS).join();
    }

    JsonNode post(String path, JsonNode body) {
        return postLater(path, body).orTimeout(60, TimeUnit.SECONDS).join();
    }

    CompletableFuture<JsonNode> postLater(String path, JsonNode body) {
        return send(HttpRequest.newBuilder(URI.create(url + path)).header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())).build());
    }

    private CompletableFuture<JsonNode> send(HttpRequest request) {
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenApply(answer -> {
            if (answer.statusCode() != 200) {
                throw new AssertionError(
                        request.uri() + " answers " + answer.statusCode() + ": " + answer.body() + running.err());
            }
            return json(answer.body());
        });
    }

    /** What the program has logged. */
    String log() {
        return running.err();
    }

    @Override
    public void close() {
        running.stop();
    }
}
