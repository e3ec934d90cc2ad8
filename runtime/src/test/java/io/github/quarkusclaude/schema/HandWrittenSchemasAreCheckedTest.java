package io.github.quarkusclaude.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.quarkusclaude.json.RawJson;

/** A schema the API would refuse is refused before it is sent. */
class HandWrittenSchemasAreCheckedTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"type":"integer","minimum":0} | $.a: "minimum" is not supported
            {"type":"string","maxLength":9} | "maxLength"
            {"type":"array","items":{"type":"string"},"maxItems":3} | "maxItems"
            {"type":"array","items":{"type":"string"},"minItems":2} | "minItems" can only be 0 or 1
            {"oneOf":[{"type":"string"}]} | "anyOf"
            {"not":{"type":"string"}} | "not" is not supported
            {"type":"object"} | "additionalProperties": false
            {"type":"object","additionalProperties":true} | "additionalProperties": false
            {"type":["object","null"]} | "additionalProperties": false
            {"type":"object","additionalProperties":false,"required":["x"]} | "x" is required
            {"type":"string","format":"regex"} | the format "regex"
            {"type":"string","pattern":"(?=a)"} | lookaround
            {"type":"string","pattern":"(?<!a)b"} | lookaround
            {"type":"string","pattern":"(a)\\\\1"} | back references
            {"type":"string","pattern":"("} | not a regular expression
            {"type":"text"} | no type "text"
            {"enum":[]} | at least one
            {"enum":[{"a":1}]} | texts, numbers
            {"$ref":"https://example.com/x.json"} | outside of the schema
            {"$ref":"#/$defs/missing"} | there is no #/$defs/missing
            {"$ref":"#"} | contains itself
            {"$ref":"#/$defs/loop"} | contains itself
            {"allOf":[{"$ref":"#/$defs/text"}]} | "allOf" cannot hold
            true | must be a JSON object
            """)
    void whatTheApiDoesNotTakeIsRefused(String schema, String problem) {
        assertThatThrownBy(() -> JsonSchema.of(around(schema))).isInstanceOf(InvalidSchemaException.class)
                .hasMessageContaining(problem).hasMessageContaining("$.a");
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"type\":\"string\",\"format\":\"email\"}", "{\"type\":[\"string\",\"null\"]}",
            "{\"type\":\"array\",\"items\":{\"$ref\":\"#/$defs/text\"},\"minItems\":1}", "{\"const\":1}",
            "{\"enum\":[1,\"a\",null,true]}", "{\"anyOf\":[{\"type\":\"null\"},{\"$ref\":\"#/$defs/text\"}]}",
            "{\"allOf\":[{\"type\":\"string\"}]}",
            "{\"type\":\"string\",\"pattern\":\"^\\\\d+\\\\\\\\1$\",\"default\":\"1\"}" })
    void whatTheApiTakesIsAccepted(String schema) {
        assertThatCode(() -> JsonSchema.of(around(schema))).doesNotThrowAnyException();
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        assertThatThrownBy(() -> JsonSchema.of("""
                {"type":"object","properties":{"a":{"type":"integer","minimum":1},
                "b":{"type":"array","items":{"type":"string","minLength":2}}}}"""))
                .isInstanceOfSatisfying(InvalidSchemaException.class, e -> assertThat(e.problems()).hasSize(3)
                        .anyMatch(problem -> problem.startsWith("$.b[*]: \"minLength\"")));
    }

    @Test
    void limitsHoldForAllSchemasOfARequest() {
        StrictSchemas check = new StrictSchemas();
        for (int i = 0; i < 21; i++) {
            check.addTool("tools[" + i + "]", RawJson.of("""
                    {"type":"object","properties":{"a":{"type":["string","null"]},"b":{"type":"string"}},
                    "additionalProperties":false}""").tree());
        }
        assertThatThrownBy(() -> check.failIfAny("The request")).isInstanceOfSatisfying(InvalidSchemaException.class,
                e -> assertThat(String.join("\n", List.copyOf(e.problems()))).contains("21 strict tools", "42 properties",
                        "21 unions"));
    }

    @Test
    void definitionsOfDefinitionsDoNotMultiplyTheWork() {
        StringBuilder definitions = new StringBuilder("\"d0\":{\"type\":[\"string\",\"null\"]}");
        for (int i = 1; i <= 200; i++) {
            String use = "{\"$ref\":\"#/$defs/d" + (i - 1) + "\"}";
            definitions.append(",\"d").append(i).append("\":{\"type\":\"object\",\"properties\":{\"a\":").append(use)
                    .append(",\"b\":").append(use).append("},\"required\":[\"a\",\"b\"],\"additionalProperties\":false}");
        }
        assertThatThrownBy(() -> JsonSchema.of("{\"$ref\":\"#/$defs/d200\",\"$defs\":{" + definitions + "}}"))
                .isInstanceOfSatisfying(InvalidSchemaException.class, e -> assertThat(e.problems()).singleElement().asString()
                        .contains("unions"));
        assertThatCode(() -> JsonSchema.of("{\"$ref\":\"#/$defs/d4\",\"$defs\":{" + definitions + "}}"))
                .as("16 unions").doesNotThrowAnyException();
    }

    private static String around(String schema) {
        String loop = schema.contains("loop") ? ",\"loop\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/$defs/loop\"}}" : "";
        return """
                {"type":"object","properties":{"a":%s},"additionalProperties":false,
                "$defs":{"text":{"type":"string"}%s}}""".formatted(schema, loop);
    }
}
