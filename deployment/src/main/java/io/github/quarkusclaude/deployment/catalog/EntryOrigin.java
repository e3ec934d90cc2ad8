package io.github.quarkusclaude.deployment.catalog;

/**
 * Where an entry of the catalogue was written, so that a problem is reported in the words of its author.
 *
 * @param place a file with or without a model, or the prefix of configuration properties
 * @param configured whether {@code place} is a prefix of properties
 */
record EntryOrigin(String place, boolean configured) {

    static EntryOrigin file(String file) {
        return new EntryOrigin(file, false);
    }

    static EntryOrigin properties(String id) {
        return new EntryOrigin("quarkus.claude.catalog.models.\"" + id + "\"", true);
    }

    EntryOrigin model(String id) {
        return new EntryOrigin(place + ", model \"" + id + "\"", configured);
    }

    /**
     * The full name of a field.
     *
     * @param field path of the field in a catalogue file, for example {@code limits.max_tokens}; empty for the entry itself
     */
    String field(String field) {
        if (field.isEmpty()) {
            return place;
        }
        return configured ? place + "." + propertyName(field) : place + ", " + field;
    }

    private static String propertyName(String field) {
        // configuration has the fields of these objects directly below the model
        String flat = field.replaceFirst("^(lifecycle|limits|capabilities)\\.", "");
        return flat.equals("access") ? "restricted" : flat.replace('_', '-');
    }
}
