package io.github.quarkusclaude.schema;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The types a schema is made of. Those used once are written where they are used, the others once in {@code $defs}.
 */
final class Definitions {

    private static final String PREFIX = "#/$defs/";
    /** Copies of types that contain copies multiply, most of all where types contain each other. */
    private static final int MOST_COPIES = 100;

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, ObjectNode> schemas = new LinkedHashMap<>();

    boolean contains(String type) {
        return names.containsKey(type);
    }

    /** Reserves a name, so that a type can refer to itself while its schema is being made. */
    void announce(String type, String simpleName) {
        String name = simpleName;
        for (int i = 2; names.containsValue(name); i++) {
            name = simpleName + i;
        }
        names.put(type, name);
    }

    void define(String type, ObjectNode schema) {
        schemas.put(names.get(type), schema);
    }

    ObjectNode reference(String type) {
        return JsonNodeFactory.instance.objectNode().put("$ref", PREFIX + names.get(type));
    }

    /**
     * The schema with everything it refers to. A reference cannot have a description, so what has one is copied; the
     * description is left out when there are too many copies.
     */
    ObjectNode complete(ObjectNode root) {
        return new Completion(root).complete();
    }

    private final class Completion {

        private final ObjectNode root;
        private final Map<String, Integer> uses = new HashMap<>();
        private final Map<String, Integer> describedUses = new HashMap<>();
        private final Map<String, JsonNode> kept = new LinkedHashMap<>();
        private final Deque<String> open = new ArrayDeque<>();
        private int copies;

        Completion(ObjectNode root) {
            this.root = root;
            count(root);
            schemas.values().forEach(this::count);
        }

        private void count(JsonNode node) {
            if (isReference(node)) {
                (node.has("description") ? describedUses : uses).merge(target(node), 1, Integer::sum);
            }
            node.forEach(this::count);
        }

        /** A property may have the name as well, but then its value is a schema. */
        private static boolean isReference(JsonNode node) {
            return node.path("$ref").isTextual();
        }

        private static String target(JsonNode reference) {
            return reference.get("$ref").asText().substring(PREFIX.length());
        }

        ObjectNode complete() {
            ObjectNode complete = isReference(root) ? inlined(root) : (ObjectNode) copy(root);
            if (!kept.isEmpty()) {
                ObjectNode definitions = complete.putObject("$defs");
                kept.forEach(definitions::set);
            }
            return complete;
        }

        private JsonNode copy(JsonNode node) {
            if (isReference(node)) {
                return placed((ObjectNode) node);
            }
            if (node.isObject()) {
                ObjectNode copy = JsonNodeFactory.instance.objectNode();
                node.properties().forEach(field -> copy.set(field.getKey(), copy(field.getValue())));
                return copy;
            }
            if (node.isArray()) {
                var copy = JsonNodeFactory.instance.arrayNode();
                node.forEach(element -> copy.add(copy(element)));
                return copy;
            }
            return node;
        }

        private ObjectNode placed(ObjectNode reference) {
            String target = target(reference);
            if (!open.contains(target) && (reference.has("description") ? isCopied(target) : uses.get(target) == 1)) {
                return inlined(reference);
            }
            if (!kept.containsKey(target)) {
                kept.put(target, JsonNodeFactory.instance.nullNode());
                kept.put(target, copy(schemas.get(target)));
            }
            return JsonNodeFactory.instance.objectNode().put("$ref", PREFIX + target);
        }

        private boolean isCopied(String target) {
            boolean single = describedUses.get(target) + uses.getOrDefault(target, 0) == 1;
            return single || copies++ < MOST_COPIES;
        }

        private ObjectNode inlined(ObjectNode reference) {
            String target = target(reference);
            open.push(target);
            ObjectNode schema = (ObjectNode) copy(schemas.get(target));
            open.pop();
            if (reference.has("description")) {
                Descriptions.prepend(schema, reference.get("description").asText());
            }
            return schema;
        }
    }
}
