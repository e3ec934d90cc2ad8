package io.github.quarkusclaude.schema;

/**
 * The schema of a type the model answers with, or gives to a tool.
 *
 * @param schema the schema, of an object
 * @param wrapped whether what the model writes is not the value itself but an object whose property {@value #VALUE} holds it
 */
public record AnswerSchema(JsonSchema schema, boolean wrapped) {

    static final String VALUE = "value";
}
