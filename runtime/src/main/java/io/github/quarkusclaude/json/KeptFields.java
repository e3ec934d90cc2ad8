package io.github.quarkusclaude.json;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Fields that a {@link FieldReader} kept. Nobody else has the map behind it, so it need not be copied again by the record
 * that takes it.
 */
final class KeptFields extends AbstractMap<String, RawJson> {

    private final Map<String, RawJson> fields;

    KeptFields(LinkedHashMap<String, RawJson> fields) {
        this.fields = Collections.unmodifiableMap(fields);
    }

    @Override
    public Set<Entry<String, RawJson>> entrySet() {
        return fields.entrySet();
    }

    @Override
    public @Nullable RawJson get(@Nullable Object name) {
        return fields.get(name);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return fields.containsKey(name);
    }
}
