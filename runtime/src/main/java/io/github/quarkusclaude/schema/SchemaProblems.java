package io.github.quarkusclaude.schema;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Everything that is wrong with a schema, told at once. */
final class SchemaProblems {

    private final Set<String> texts = new LinkedHashSet<>();

    /**
     * @param path where, as a JSON path
     * @param text what is wrong and what to change
     */
    void add(String path, String text) {
        texts.add(path + ": " + text);
    }

    boolean isEmpty() {
        return texts.isEmpty();
    }

    List<String> texts() {
        return List.copyOf(texts);
    }

    void failIfAny(String subject) {
        if (!texts.isEmpty()) {
            throw new InvalidSchemaException(subject, texts());
        }
    }
}
