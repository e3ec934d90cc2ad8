package io.github.quarkusclaude.schema;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A Java type, its schema, and how values of it are read from JSON.
 *
 * @param <T> the type
 */
public final class ValueType<T> {

    private final Class<T> type;
    private final AnswerSchema schema;
    private final ValueReader reader;
    private final SchemaFit fit;

    ValueType(Class<T> type, AnswerSchema schema, ValueReader reader) {
        this.type = type;
        this.schema = schema;
        this.reader = reader;
        this.fit = new SchemaFit(schema.schema().json().tree());
    }

    /** The schema, of an object: a type that is none stands in one. */
    public JsonSchema schema() {
        return schema.schema();
    }

    /**
     * Reads a value that follows the schema.
     *
     * @throws UnreadableValueException if the JSON does not fit the schema or the type; says where, but not what was there
     */
    public T read(String json) {
        JsonNode tree = reader.tree(json);
        String misfit = fit.misfit(tree);
        if (misfit != null) {
            throw UnreadableValueException.at(misfit, name());
        }
        return reader.read(schema.wrapped() ? tree.path(AnswerSchema.VALUE) : tree, type);
    }

    String name() {
        return type.getTypeName();
    }
}
