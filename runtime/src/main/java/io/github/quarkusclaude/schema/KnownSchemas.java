package io.github.quarkusclaude.schema;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.json.RawJson;

/**
 * The schemas made when the application was built. Kept as text until they are used, so that nothing is parsed at start-up.
 *
 * @param entries those of types the model answers with, by the binary name of the class
 * @param inputs those of types that tools take, by the binary name of the class
 */
public record KnownSchemas(Map<String, Entry> entries, Map<String, Entry> inputs) {

    /**
     * A schema.
     *
     * @param json the schema as JSON
     * @param wrapped whether the value stands in an object
     */
    public record Entry(String json, boolean wrapped) {

        AnswerSchema schema() {
            return new AnswerSchema(new JsonSchema(RawJson.of(json)), wrapped);
        }
    }

    public KnownSchemas {
        entries = Map.copyOf(entries);
        inputs = Map.copyOf(inputs);
    }

    @Nullable
    Entry find(Class<?> type) {
        return entries.get(type.getName());
    }

    /** What the model can answer with, it can also give to a tool. */
    @Nullable
    Entry findInput(Class<?> type) {
        Entry input = inputs.get(type.getName());
        return input != null ? input : find(type);
    }
}
