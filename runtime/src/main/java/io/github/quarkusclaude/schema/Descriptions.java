package io.github.quarkusclaude.schema;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Puts descriptions into schemas without losing those already there: of a property, then of its type. */
final class Descriptions {

    private Descriptions() {
    }

    static void prepend(ObjectNode schema, @Nullable String description) {
        if (description != null) {
            String present = schema.path("description").asText("");
            schema.put("description", present.isEmpty() ? description : description + "\n" + present);
        }
    }

    static void append(ObjectNode schema, String description) {
        String present = schema.path("description").asText("");
        schema.put("description", present.isEmpty() ? description : present + "\n" + description);
    }
}
