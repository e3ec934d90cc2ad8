package io.github.quarkusclaude.simulator;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

class SharedDefinitionsAreCheckedOnceTest {

    private static final int DEPTH = 40;
    private static final int MOST_LOOKS = 10 * DEPTH;

    @Test
    void definitionsThatUseTheNextOneTwice() {
        ObjectNode schema = new WatchedNode();
        nest(schema, "required");

        assertThatCode(() -> check(schema)).doesNotThrowAnyException();
    }

    @Test
    void whatIsLimitedCountsForEachUse() {
        ObjectNode schema = new WatchedNode();
        nest(schema, "description");

        assertThatExceptionOfType(ApiException.class).isThrownBy(() -> check(schema))
                .withMessageContaining("too many optional parameters (1000000)");
    }

    @Test
    void aDefinitionThatUsesItselfIsStillRefused() {
        ObjectNode schema = new WatchedNode();
        nest(schema, "required");
        ((ObjectNode) schema.at("/$defs/level" + DEPTH)).put("$ref", "#/$defs/level7");

        assertThatExceptionOfType(ApiException.class).isThrownBy(() -> check(schema))
                .withMessageContaining("recursive schemas are not supported");
    }

    private static void check(ObjectNode schema) {
        new StrictSchemas().checkSchema(new Located("schema", schema));
    }

    /** @param requiring the keyword under which the two properties are listed */
    private static void nest(ObjectNode schema, String requiring) {
        ObjectNode definitions = schema.putObject("$defs");
        schema.put("$ref", "#/$defs/level1");
        for (int level = 1; level < DEPTH; level++) {
            ObjectNode object = definitions.putObject("level" + level).put("type", "object").put("additionalProperties", false);
            ObjectNode properties = object.putObject("properties");
            properties.putObject("left").put("$ref", "#/$defs/level" + (level + 1));
            properties.putObject("right").put("$ref", "#/$defs/level" + (level + 1));
            object.putArray(requiring).add("left").add("right");
        }
        definitions.putObject("level" + DEPTH).put("type", "string");
    }

    /** Fails if it is looked at so often that definitions must have been visited again and again. */
    private static final class WatchedNode extends ObjectNode {

        private int looks;

        WatchedNode() {
            super(JsonNodeFactory.instance);
        }

        @Override
        public JsonNode get(String name) {
            if (++looks > MOST_LOOKS) {
                throw new AssertionError("The schema was looked at more than " + MOST_LOOKS + " times");
            }
            return super.get(name);
        }
    }
}
