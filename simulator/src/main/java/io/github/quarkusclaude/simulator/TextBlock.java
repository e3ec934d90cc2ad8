package io.github.quarkusclaude.simulator;

import java.util.Iterator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Text.
 *
 * @param citations empty if the text cites nothing
 */
record TextBlock(Prose prose, ArrayNode citations) implements AnswerBlock {

    TextBlock(Prose prose) {
        this(prose, JsonNodeFactory.instance.arrayNode());
    }

    @Override
    public ObjectNode whole() {
        ObjectNode block = Deltas.of("text", "text", prose.text());
        if (!citations.isEmpty()) {
            block.set("citations", citations);
        }
        return block;
    }

    @Override
    public ObjectNode opening() {
        ObjectNode block = Deltas.of("text", "text", "");
        if (!citations.isEmpty()) {
            block.putArray("citations");
        }
        return block;
    }

    @Override
    public Iterator<ObjectNode> deltas() {
        Iterator<JsonNode> cited = citations.iterator();
        return Deltas.chain(Deltas.each(prose.pieces(), piece -> Deltas.of("text_delta", "text", piece)),
                Deltas.each(cited, Deltas::citation));
    }
}
