package io.github.quarkusclaude.simulator;

import java.util.Collections;
import java.util.Iterator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A block that arrives complete. */
record VerbatimBlock(ObjectNode whole) implements AnswerBlock {

    @Override
    public ObjectNode opening() {
        return whole;
    }

    @Override
    public Iterator<ObjectNode> deltas() {
        return Collections.emptyIterator();
    }
}
