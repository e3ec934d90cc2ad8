package io.github.quarkusclaude.deployment.client;

import static io.github.quarkusclaude.deployment.client.Simulated.event;
import static io.github.quarkusclaude.deployment.client.Simulated.start;
import static io.github.quarkusclaude.deployment.client.Simulated.stop;
import static io.github.quarkusclaude.deployment.client.Simulated.text;

import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.quarkusclaude.simulator.RecordedRequest;
import io.github.quarkusclaude.simulator.ScriptedAnswer;
import io.github.quarkusclaude.simulator.StreamScript;

/** Answers that break off, and servers that know how they go on. */
final class BrokenAnswers {

    static final String OVERLOADED = event("error",
            "\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}");

    private BrokenAnswers() {
    }

    /** The events of a message that begins. */
    static String begun() {
        return start().substring(0, start().indexOf("event: content_block_start"));
    }

    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(unit -> escaped.append(String.format("\\u%04x", unit)));
        return escaped.toString();
    }

    static ScriptedAnswer sse(String stream) {
        return ScriptedAnswer.sse(stream.getBytes(StandardCharsets.UTF_8));
    }

    /** The text of the turn that a request wants to have continued, empty if there is none. */
    static String given(RecordedRequest request) {
        JsonNode messages = request.body().path("messages");
        StringBuilder given = new StringBuilder();
        for (JsonNode message : messages) {
            if (message.path("role").asText().equals("assistant")) {
                message.path("content").forEach(block -> given.append(block.path("text").asText()));
            }
        }
        return given.toString();
    }

    /** Gives what is left of a text behind what a request has of it. */
    static StreamScript restOf(String whole) {
        StreamScript script = new StreamScript();
        script.started().thenAccept(request -> {
            String given = given(request);
            String rest = whole.startsWith(given) ? whole.substring(given.length()) : "not the beginning: " + given;
            script.send(rest.isEmpty() ? begun() + stop().substring(stop().indexOf("event: message_delta"))
                    : start() + text(escaped(rest)) + stop());
            script.end();
        });
        return script;
    }
}
