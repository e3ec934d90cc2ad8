package io.github.quarkusclaude.schema;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.quarkusclaude.json.RawJson;

/**
 * A JSON schema.
 *
 * @param json the schema as JSON
 */
public record JsonSchema(RawJson json) {

    /**
     * A schema written by hand, for structured output or a strict tool.
     *
     * @param json the JSON text
     * @throws InvalidSchemaException if the API cannot make a model follow it; says everything that is wrong
     * @throws io.github.quarkusclaude.json.MalformedJsonException if the text is not JSON
     */
    public static JsonSchema of(String json) {
        RawJson raw = RawJson.of(json);
        StrictSchemas check = new StrictSchemas();
        check.add("$", raw.tree());
        check.failIfAny("The schema");
        return new JsonSchema(raw);
    }

    /** Whether everything that fits is an object. */
    boolean isObject() {
        JsonNode root = json.tree();
        return root.path("type").asText().equals("object") && !root.has("anyOf");
    }

    /** The JSON text. */
    @Override
    public String toString() {
        return json.toString();
    }
}
