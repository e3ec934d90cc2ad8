package io.github.quarkusclaude.schema;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Whether a value has the shape that a schema asks for: Jackson itself would take what is missing for {@code null} or 0.
 * The API sees to the shape; servers that only resemble it may not. Not looked at are formats and patterns, which reading
 * the value tests, and properties that the schema does not know.
 */
final class SchemaFit {

    private final JsonNode root;

    SchemaFit(JsonNode root) {
        this.root = root;
    }

    /** Where the value first differs from the schema, as a JSON path; {@code null} if it fits. */
    @Nullable
    String misfit(JsonNode value) {
        return misfit(root, value, "$");
    }

    private @Nullable String misfit(JsonNode given, JsonNode value, String path) {
        JsonNode schema = given.path("$ref").isTextual() ? root.at(given.get("$ref").asText().substring(1)) : given;
        if (!isOneOf(schema, value)) {
            return path;
        }
        if (schema.has("anyOf")) {
            return alternative(schema.get("anyOf"), value, path);
        }
        if (schema.has("type") && !hasType(schema.get("type"), value)) {
            return path;
        }
        return value.isObject() ? object(schema, value, path) : value.isArray() ? array(schema, value, path) : null;
    }

    private @Nullable String alternative(JsonNode alternatives, JsonNode value, String path) {
        for (JsonNode alternative : alternatives) {
            if (misfit(alternative, value, path) == null) {
                return null;
            }
        }
        return path;
    }

    private @Nullable String object(JsonNode schema, JsonNode value, String path) {
        for (JsonNode required : schema.path("required")) {
            if (!value.has(required.asText())) {
                return path + "." + required.asText();
            }
        }
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            JsonNode present = value.get(property.getKey());
            String misfit = present == null ? null : misfit(property.getValue(), present, path + "." + property.getKey());
            if (misfit != null) {
                return misfit;
            }
        }
        return null;
    }

    private @Nullable String array(JsonNode schema, JsonNode value, String path) {
        for (int i = 0; i < value.size(); i++) {
            String misfit = misfit(schema.path("items"), value.get(i), path + "[" + i + "]");
            if (misfit != null) {
                return misfit;
            }
        }
        return null;
    }

    /** Whether the value is among those listed, if any are; models differ in the letter case. */
    private static boolean isOneOf(JsonNode schema, JsonNode value) {
        if (schema.has("const")) {
            return isSame(schema.get("const"), value);
        }
        for (JsonNode allowed : schema.path("enum")) {
            if (isSame(allowed, value)) {
                return true;
            }
        }
        return !schema.has("enum");
    }

    private static boolean isSame(JsonNode allowed, JsonNode value) {
        return allowed.isTextual() && value.isTextual() ? allowed.asText().equalsIgnoreCase(value.asText())
                : allowed.equals(value);
    }

    private static boolean hasType(JsonNode types, JsonNode value) {
        for (JsonNode type : types.isArray() ? types : List.of(types)) {
            boolean fits = switch (type.asText()) {
                case "object" -> value.isObject();
                case "array" -> value.isArray();
                case "string" -> value.isTextual();
                case "number" -> value.isNumber();
                case "integer" -> value.isNumber() && value.decimalValue().stripTrailingZeros().scale() <= 0;
                case "boolean" -> value.isBoolean();
                default -> value.isNull();
            };
            if (fits) {
                return true;
            }
        }
        return false;
    }
}
