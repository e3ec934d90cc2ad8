package io.github.quarkusclaude.schema;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The schemas made when the application was built. Kept as text until they are used, so that nothing is parsed at start-up.
 *
 * @param entries by the binary name of the class
 */
public record KnownSchemas(Map<String, Entry> entries) {

    /**
     * A schema.
     *
     * @param json the schema as JSON
     * @param wrapped whether the value stands in an object
     */
    public record Entry(String json, boolean wrapped) {
    }

    public KnownSchemas {
        entries = Map.copyOf(entries);
    }

    @Nullable
    Entry find(Class<?> type) {
        return entries.get(type.getName());
    }
}
