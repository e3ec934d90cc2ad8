package io.github.quarkusclaude.conformance;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Streams as the API writes them, and the ways a network cuts them. */
final class Streams {

    private Streams() {
    }

    static String event(String type, Object... fields) {
        ObjectNode data = Api.object("type", type);
        data.setAll(Api.object(fields));
        return "event: " + type + "\ndata: " + data + "\n\n";
    }

    static String start(int inputTokens) {
        return event("message_start", "message",
                Api.object("id", "msg_1", "type", "message", "role", "assistant", "model", Conformance.SONNET_4, "content",
                        List.of(), "stop_reason", null, "usage", Api.object("input_tokens", inputTokens, "output_tokens", 1)));
    }

    /** One block of text, given in pieces. */
    static String text(int index, String... pieces) {
        StringBuilder text = new StringBuilder(
                event("content_block_start", "index", index, "content_block", Api.object("type", "text", "text", "")));
        for (String piece : pieces) {
            text.append(event("content_block_delta", "index", index, "delta",
                    Api.object("type", "text_delta", "text", piece)));
        }
        return text.append(event("content_block_stop", "index", index)).toString();
    }

    /** A call of a tool. */
    static String call(int index, String id, String name, String inputJson) {
        return event("content_block_start", "index", index, "content_block",
                Api.object("type", "tool_use", "id", id, "name", name, "input", Api.object()))
                + event("content_block_delta", "index", index, "delta",
                        Api.object("type", "input_json_delta", "partial_json", inputJson))
                + event("content_block_stop", "index", index);
    }

    static String end(String stopReason, int outputTokens) {
        return event("message_delta", "delta", Api.object("stop_reason", stopReason, "stop_sequence", null), "usage",
                Api.object("output_tokens", outputTokens)) + event("message_stop");
    }

    static byte[] bytes(String stream) {
        return stream.getBytes(StandardCharsets.UTF_8);
    }

    /** In two pieces. */
    static List<byte[]> cut(byte[] stream, int at) {
        return List.of(Arrays.copyOf(stream, at), Arrays.copyOfRange(stream, at, stream.length));
    }

    /** In pieces of random length, many of them of one byte. */
    static List<byte[]> cut(byte[] stream, RandomGenerator random) {
        List<byte[]> pieces = new ArrayList<>();
        for (int from = 0; from < stream.length;) {
            int to = Math.min(stream.length, from + 1 + (random.nextBoolean() ? 0 : random.nextInt(40)));
            pieces.add(Arrays.copyOfRange(stream, from, to));
            from = to;
        }
        return pieces;
    }
}
