package io.github.quarkusclaude.simulator;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A call of a tool.
 *
 * @param call the block as a whole, its input complete or empty
 * @param inputJson the input as it is streamed; not complete if the output limit was reached within it
 */
record ToolUseBlock(ObjectNode call, String inputJson) implements AnswerBlock {

    @Override
    public ObjectNode whole() {
        return call;
    }

    @Override
    public ObjectNode opening() {
        ObjectNode opening = call.deepCopy();
        opening.putObject("input");
        return opening;
    }

    @Override
    public Iterator<ObjectNode> deltas() {
        return Deltas.each(pieces().iterator(), piece -> Deltas.of("input_json_delta", "partial_json", piece));
    }

    /** Starts with an empty piece, as the API does, and cuts without regard to the syntax. */
    private List<String> pieces() {
        List<String> pieces = new ArrayList<>();
        pieces.add("");
        if (inputJson.equals("{}")) {
            return pieces;
        }
        Variety variety = Variety.of(0, inputJson);
        int position = 0;
        while (position < inputJson.length()) {
            int end = Math.min(inputJson.length(), position + variety.between(3, 11));
            if (end < inputJson.length() && Character.isHighSurrogate(inputJson.charAt(end - 1))) {
                end++;
            }
            pieces.add(inputJson.substring(position, end));
            position = end;
        }
        return pieces;
    }
}
