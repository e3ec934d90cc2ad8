package io.github.quarkusclaude.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An event of a stream as it was read. */
record Event(String name, JsonNode data) {

    /** Reads a stream strictly: a name, one line of data, an empty line. */
    static List<Event> parse(String stream) throws IOException {
        List<Event> events = new ArrayList<>();
        for (String frame : stream.split("\n\n")) {
            String[] lines = frame.split("\n");
            assertThat(lines).as(frame).hasSize(2);
            assertThat(lines[0]).startsWith("event: ");
            assertThat(lines[1]).startsWith("data: ");
            events.add(new Event(lines[0].substring(7), Api.JSON.readTree(lines[1].substring(6))));
        }
        assertThat(stream).endsWith("\n\n");
        return events;
    }

    static List<String> names(List<Event> events) {
        return events.stream().map(Event::name).toList();
    }

    String delta() {
        return data.at("/delta/type").asText();
    }

    /** Puts the message together again, the way a client does. */
    static ObjectNode accumulate(List<Event> events) throws IOException {
        ObjectNode message = events.get(0).data().path("message").deepCopy();
        ArrayNode content = message.putArray("content");
        StringBuilder input = new StringBuilder();
        for (Event event : events) {
            int index = event.data().path("index").asInt();
            switch (event.name()) {
                case "content_block_start" -> {
                    assertThat(index).isEqualTo(content.size());
                    content.add(event.data().path("content_block").deepCopy());
                    input.setLength(0);
                }
                case "content_block_delta" -> add((ObjectNode) content.get(index), event.data().path("delta"), input);
                case "content_block_stop" -> {
                    if (content.get(index).has("input") && input.length() > 0) {
                        ((ObjectNode) content.get(index)).set("input", Api.JSON.readTree(input.toString()));
                    }
                }
                case "message_delta" -> {
                    message.setAll((ObjectNode) event.data().path("delta"));
                    ((ObjectNode) message.path("usage")).setAll((ObjectNode) event.data().path("usage"));
                }
                default -> {
                }
            }
        }
        return message;
    }

    private static void add(ObjectNode block, JsonNode delta, StringBuilder input) {
        switch (delta.path("type").asText()) {
            case "text_delta" -> block.put("text", block.path("text").asText() + delta.path("text").asText());
            case "thinking_delta" -> block.put("thinking", block.path("thinking").asText() + delta.path("thinking").asText());
            case "signature_delta" -> block.set("signature", delta.path("signature"));
            case "input_json_delta" -> input.append(delta.path("partial_json").asText());
            case "citations_delta" -> ((ArrayNode) block.path("citations")).add(delta.path("citation"));
            case "compaction_delta" -> {
                block.set("content", delta.path("content"));
                block.set("encrypted_content", delta.path("encrypted_content"));
            }
            default -> throw new AssertionError("unknown delta " + delta);
        }
    }
}
