package io.github.quarkusclaude.simulator;

import java.util.Iterator;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Thinking, of which the caller may see nothing but the signature. */
record ThinkingBlock(Prose shown, String signature) implements AnswerBlock {

    @Override
    public ObjectNode whole() {
        return Deltas.of("thinking", "thinking", shown.text()).put("signature", signature);
    }

    @Override
    public ObjectNode opening() {
        return Deltas.of("thinking", "thinking", "").put("signature", "");
    }

    @Override
    public Iterator<ObjectNode> deltas() {
        return Deltas.chain(Deltas.each(shown.pieces(), piece -> Deltas.of("thinking_delta", "thinking", piece)),
                List.of(Deltas.of("signature_delta", "signature", signature)).iterator());
    }
}
