package io.github.quarkusclaude.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.Samples;
import io.github.quarkusclaude.recorded.RecordedTraffic;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** A message that is streamed, whatever its blocks and however they are cut, is the message that was streamed. */
class EveryBlockAccumulatesTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Property
    void anyBlocksInAnyPieces(@ForAll("contents") List<String> blocks, @ForAll @IntRange(min = 1, max = 9) int size) {
        MessageAccumulator accumulator = new MessageAccumulator();
        accept(accumulator, "{\"type\":\"message_start\",\"message\":{\"content\":[],\"usage\":{\"input_tokens\":1}}}");
        for (int i = 0; i < blocks.size(); i++) {
            stream(accumulator, i, (ObjectNode) RawJson.of(blocks.get(i)).tree(), size);
        }
        accept(accumulator,
                "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"},\"usage\":{\"output_tokens\":2}}");
        accept(accumulator, "{\"type\":\"message_stop\"}");

        Message message = accumulator.message();
        assertThat(message.content()).hasSize(blocks.size());
        for (int i = 0; i < blocks.size(); i++) {
            RecordedTraffic.assertSameMeaning(message.content().get(i).toJson(), RawJson.of(blocks.get(i)).tree(),
                    blocks.get(i));
        }
        assertThat(message.usage().totalTokens()).isEqualTo(3);
    }

    @Provide
    Arbitrary<List<String>> contents() {
        return Arbitraries.of(Samples.BLOCKS).list().ofMaxSize(6);
    }

    /** Streams a block as the API does: what can grow begins empty. */
    private static void stream(MessageAccumulator accumulator, int index, ObjectNode block, int size) {
        List<ObjectNode> deltas = new ArrayList<>();
        ObjectNode start = block.deepCopy();
        switch (block.path("type").asText()) {
            case "text" -> {
                block.path("citations").forEach(citation -> deltas.add(delta("citations_delta").set("citation", citation)));
                start.remove("citations");
                grow(start, "text", "text_delta", "text", size, deltas);
            }
            case "thinking" -> {
                grow(start, "thinking", "thinking_delta", "thinking", size, deltas);
                deltas.add(delta("signature_delta").set("signature", block.path("signature")));
                start.put("signature", "");
            }
            case "tool_use", "server_tool_use", "mcp_tool_use" -> {
                pieces(block.path("input").toString(), size)
                        .forEach(piece -> deltas.add(delta("input_json_delta").put("partial_json", piece)));
                start.set("input", NODES.objectNode());
            }
            case "compaction" -> {
                ObjectNode rest = delta("compaction_delta");
                start.fieldNames()
                        .forEachRemaining(name -> rest.set(name, name.equals("type") ? rest.get(name) : block.get(name)));
                rest.putNull("content");
                deltas.add(rest);
                pieces(block.path("content").asText(), size)
                        .forEach(piece -> deltas.add(delta("compaction_delta").put("content", piece)));
                start.removeAll().put("type", "compaction").putNull("content").putNull("encrypted_content");
            }
            default -> {
                // the API sends all others complete
            }
        }
        accept(accumulator, event("content_block_start", index).set("content_block", start));
        deltas.forEach(delta -> accept(accumulator, event("content_block_delta", index).set("delta", delta)));
        accept(accumulator, event("content_block_stop", index));
    }

    private static void grow(ObjectNode start, String field, String type, String deltaField, int size,
            List<ObjectNode> deltas) {
        pieces(start.path(field).asText(), size).forEach(piece -> deltas.add(delta(type).put(deltaField, piece)));
        start.put(field, "");
    }

    private static List<String> pieces(String text, int size) {
        List<String> pieces = new ArrayList<>();
        for (int begin = 0; begin < text.length(); begin += size) {
            pieces.add(text.substring(begin, Math.min(text.length(), begin + size)));
        }
        return pieces;
    }

    private static ObjectNode delta(String type) {
        return NODES.objectNode().put("type", type);
    }

    private static ObjectNode event(String type, int index) {
        return NODES.objectNode().put("type", type).put("index", index);
    }

    private static void accept(MessageAccumulator accumulator, JsonNode event) {
        accept(accumulator, event.toString());
    }

    private static void accept(MessageAccumulator accumulator, String event) {
        accumulator.accept(StreamEvent.fromJson(event));
    }
}
