package io.github.quarkusclaude.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Lets a schema allow {@code null} beside what it allows. */
final class Nulls {

    private Nulls() {
    }

    static ObjectNode allow(ObjectNode schema) {
        if (schema.path("anyOf") instanceof ArrayNode alternatives) {
            alternatives.add(nothing());
            return schema;
        }
        if (schema.path("type").isTextual() && !schema.has("enum") && !schema.path("type").asText().equals("object")) {
            String type = schema.path("type").asText();
            schema.putArray("type").add(type).add("null");
            return schema;
        }
        ObjectNode nullable = JsonNodeFactory.instance.objectNode();
        nullable.putArray("anyOf").add(schema).add(nothing());
        return nullable;
    }

    private static ObjectNode nothing() {
        return JsonNodeFactory.instance.objectNode().put("type", "null");
    }
}
