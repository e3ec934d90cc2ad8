package io.github.quarkusclaude.simulator;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes up a value that a JSON schema allows; the same one for the same schema, prompt and seed. */
final class SchemaSampler {

    /** Where a schema that refers to itself had better come to an end. */
    private static final int DEEPEST = 6;
    /** Where it is brought to an end even if the value gets incomplete, because a complete one would be infinite. */
    private static final int BOTTOM = 2 * DEEPEST;

    private final JsonNode root;
    private final ScalarSamples scalars;
    private final Variety variety;
    private final boolean optionalProperties;

    /** @param optionalProperties whether objects also get the properties that are not required */
    SchemaSampler(JsonNode root, ValueHints hints, Variety variety, boolean optionalProperties) {
        this.root = root;
        this.scalars = new ScalarSamples(hints, variety);
        this.variety = variety;
        this.optionalProperties = optionalProperties;
    }

    JsonNode sample() {
        return sample(root, "value", 0);
    }

    private JsonNode sample(JsonNode given, String name, int depth) {
        JsonNode schema = resolved(given, name, depth);
        if (schema.has("const")) {
            return schema.get("const");
        }
        if (!schema.path("enum").isEmpty()) {
            return schema.path("enum").get(variety.below(schema.path("enum").size()));
        }
        if (schema.has("default")) {
            return schema.get("default");
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, name, depth);
            case "null" -> NullNode.getInstance();
            default -> scalars.sample(type(schema), schema, name);
        };
    }

    /** The schema with references followed, alternatives chosen and conjunctions merged. */
    private JsonNode resolved(JsonNode schema, String name, int depth) {
        JsonNode resolved = schema;
        for (int i = 0; i < DEEPEST && resolved.path("$ref").asText("").startsWith("#"); i++) {
            resolved = root.at(resolved.path("$ref").asText().substring(1));
        }
        for (String alternatives : List.of("anyOf", "oneOf")) {
            if (!resolved.path(alternatives).isEmpty() && depth < BOTTOM) {
                return resolved(choice(resolved.path(alternatives), depth), name, depth + 1);
            }
        }
        if (!resolved.path("allOf").isEmpty() && depth < DEEPEST) {
            ObjectNode merged = resolved.deepCopy();
            for (JsonNode part : resolved.path("allOf")) {
                JsonNode partSchema = resolved(part, name, depth + 1);
                partSchema.properties().forEach(field -> merge(merged, field.getKey(), field.getValue()));
            }
            merged.remove("allOf");
            return merged;
        }
        return resolved;
    }

    private static void merge(ObjectNode merged, String keyword, JsonNode value) {
        JsonNode present = merged.get(keyword);
        if (present instanceof ObjectNode object && value instanceof ObjectNode more) {
            object.setAll(more);
        } else if (present instanceof ArrayNode array && value instanceof ArrayNode more) {
            array.addAll(more);
        } else {
            merged.set(keyword, value);
        }
    }

    /** The first alternative that is something; deep down the one that ends soonest, which is nothing. */
    private static JsonNode choice(JsonNode alternatives, int depth) {
        for (JsonNode alternative : alternatives) {
            if (alternative.path("type").asText().equals("null") == (depth >= DEEPEST)) {
                return alternative;
            }
        }
        return alternatives.get(0);
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            for (JsonNode candidate : type) {
                if (!candidate.asText().equals("null")) {
                    return candidate.asText();
                }
            }
        }
        if (type.isTextual()) {
            return type.textValue();
        }
        return schema.has("properties") ? "object" : schema.has("items") ? "array" : "string";
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        if (depth >= BOTTOM) {
            return object;
        }
        Set<String> required = new LinkedHashSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        List<String> names = new ArrayList<>();
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        names.removeIf(name -> !required.contains(name));
        if (optionalProperties && depth < DEEPEST) {
            schema.path("properties").fieldNames().forEachRemaining(name -> {
                if (!required.contains(name)) {
                    names.add(name);
                }
            });
        }
        names.forEach(name -> object.set(name, sample(schema.path("properties").path(name), name, depth + 1)));
        return object;
    }

    private ArrayNode array(JsonNode schema, String name, int depth) {
        int least = schema.path("minItems").asInt(0);
        int usual = depth >= DEEPEST ? 0 : Math.min(variety.between(1, 2), schema.path("maxItems").asInt(2));
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        // an element is named like its list without the plural's s
        String element = name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
        for (int i = 0; i < Math.max(least, usual) && depth < BOTTOM; i++) {
            array.add(sample(schema.path("items"), element, depth + 1));
        }
        return array;
    }
}
