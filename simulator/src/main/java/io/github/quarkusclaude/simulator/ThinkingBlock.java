package io.github.quarkusclaude.simulator;

import java.util.Iterator;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Thinking, of which the caller may see nothing but the signature.
 *
 * @param estimating whether the pieces of a stream tell how many tokens they have
 */
record ThinkingBlock(Prose shown, String signature, boolean estimating) implements AnswerBlock {

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
        return Deltas.chain(Deltas.each(shown.pieces(), this::delta),
                List.of(Deltas.of("signature_delta", "signature", signature)).iterator());
    }

    private ObjectNode delta(String piece) {
        ObjectNode delta = Deltas.of("thinking_delta", "thinking", piece);
        return estimating ? delta.put("estimated_tokens", TokenEstimate.ofText(piece)) : delta;
    }
}
