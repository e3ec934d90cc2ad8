package io.github.quarkusclaude.simulator;

import java.util.Iterator;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Puts together what {@code content_block_delta} events carry. */
final class Deltas {

    private Deltas() {
    }

    static ObjectNode of(String type, String field, String value) {
        return JsonNodeFactory.instance.objectNode().put("type", type).put(field, value);
    }

    static ObjectNode citation(JsonNode citation) {
        ObjectNode delta = JsonNodeFactory.instance.objectNode().put("type", "citations_delta");
        delta.set("citation", citation);
        return delta;
    }

    static <T> Iterator<ObjectNode> each(Iterator<T> parts, Function<T, ObjectNode> delta) {
        return new Iterator<>() {

            @Override
            public boolean hasNext() {
                return parts.hasNext();
            }

            @Override
            public ObjectNode next() {
                return delta.apply(parts.next());
            }
        };
    }

    static Iterator<ObjectNode> chain(Iterator<ObjectNode> first, Iterator<ObjectNode> second) {
        return new Iterator<>() {

            @Override
            public boolean hasNext() {
                return first.hasNext() || second.hasNext();
            }

            @Override
            public ObjectNode next() {
                return first.hasNext() ? first.next() : second.next();
            }
        };
    }
}
