package io.github.quarkusclaude.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Copies of {@linkplain ApiObject#additionalFields() additional fields}. */
public final class AdditionalFields {

    private AdditionalFields() {
    }

    /** An unmodifiable copy in the same order; the fields themselves if nobody can change them. */
    public static Map<String, RawJson> copyOf(Map<String, RawJson> fields) {
        if (fields instanceof KeptFields) {
            return fields;
        }
        return fields.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** An unmodifiable copy with one field added or replaced. */
    public static Map<String, RawJson> with(Map<String, RawJson> fields, String name, RawJson value) {
        Map<String, RawJson> copy = new LinkedHashMap<>(fields);
        copy.put(name, value);
        return Collections.unmodifiableMap(copy);
    }
}
