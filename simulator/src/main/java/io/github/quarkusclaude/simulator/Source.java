package io.github.quarkusclaude.simulator;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Something an answer can cite.
 *
 * @param passages what can be cited of it, in order; never empty
 */
record Source(List<Passage> passages) {

    /**
     * A part of a source.
     *
     * @param text its words, exactly as they stand there
     * @param citation how it is cited
     */
    record Passage(String text, ObjectNode citation) {
    }
}
