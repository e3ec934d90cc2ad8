package io.github.quarkusclaude.simulator;

import java.util.Iterator;
import java.util.List;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The sum of a conversation, to be sent back in its place. */
record CompactionBlock(String content, String encryptedContent) implements AnswerBlock {

    @Override
    public ObjectNode whole() {
        return fields("compaction");
    }

    @Override
    public ObjectNode opening() {
        return JsonNodeFactory.instance.objectNode().put("type", "compaction").putNull("content")
                .putNull("encrypted_content");
    }

    @Override
    public Iterator<ObjectNode> deltas() {
        return List.of(fields("compaction_delta")).iterator();
    }

    private ObjectNode fields(String type) {
        return Deltas.of(type, "content", content).put("encrypted_content", encryptedContent);
    }
}
