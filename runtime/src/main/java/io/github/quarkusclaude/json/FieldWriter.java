package io.github.quarkusclaude.json;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonGenerator;

/**
 * Writes the fields of one JSON object, leaving out those that are {@code null}; {@link #end()} adds what was kept when
 * the object was read.
 */
public final class FieldWriter {

    private final JsonGenerator json;
    private final Map<String, RawJson> additionalFields;
    private Set<String> replaced = Set.of();

    private FieldWriter(JsonGenerator json, Map<String, RawJson> additionalFields) {
        this.json = json;
        this.additionalFields = additionalFields;
    }

    /** Starts the object of {@code value}, whose additional fields {@link #end()} will write. */
    public static FieldWriter start(JsonGenerator json, ApiObject value) throws IOException {
        json.writeStartObject();
        return new FieldWriter(json, value.additionalFields());
    }

    /** Writes a text. */
    public FieldWriter field(String name, @Nullable String value) throws IOException {
        if (value != null) {
            name(name);
            json.writeString(value);
        }
        return this;
    }

    /** Writes an integer. */
    public FieldWriter field(String name, @Nullable Integer value) throws IOException {
        if (value != null) {
            name(name);
            json.writeNumber(value);
        }
        return this;
    }

    /** Writes an integer. */
    public FieldWriter field(String name, @Nullable Long value) throws IOException {
        if (value != null) {
            name(name);
            json.writeNumber(value);
        }
        return this;
    }

    /** Writes a number. */
    public FieldWriter field(String name, @Nullable Double value) throws IOException {
        if (value != null) {
            name(name);
            json.writeNumber(value);
        }
        return this;
    }

    /** Writes a truth value. */
    public FieldWriter field(String name, @Nullable Boolean value) throws IOException {
        if (value != null) {
            name(name);
            json.writeBoolean(value);
        }
        return this;
    }

    /** Writes an object. */
    public FieldWriter field(String name, @Nullable ApiObject value) throws IOException {
        if (value != null) {
            name(name);
            value.writeTo(json);
        }
        return this;
    }

    /** Writes a value as it is. */
    public FieldWriter field(String name, @Nullable RawJson value) throws IOException {
        if (value != null) {
            name(name);
            value.writeTo(json);
        }
        return this;
    }

    /** Writes a text; not one that only stands in for a field that was kept as it came. */
    public FieldWriter fieldOrKept(String name, String value, String standIn) throws IOException {
        return isKept(name, value, standIn) ? this : field(name, value);
    }

    /** Writes an integer; not one that only stands in for a field that was kept as it came. */
    public FieldWriter fieldOrKept(String name, int value, int standIn) throws IOException {
        return isKept(name, value, standIn) ? this : field(name, Integer.valueOf(value));
    }

    /** Writes an object; not one that only stands in for a field that was kept as it came. */
    public FieldWriter fieldOrKept(String name, ApiObject value, ApiObject standIn) throws IOException {
        return isKept(name, value, standIn) ? this : field(name, value);
    }

    /** Writes a value as it is; not one that only stands in for a field that was kept as it came. */
    public FieldWriter fieldOrKept(String name, RawJson value, RawJson standIn) throws IOException {
        return isKept(name, value, standIn) ? this : field(name, value);
    }

    private boolean isKept(String name, Object value, Object standIn) {
        return additionalFields.containsKey(name) && value.equals(standIn);
    }

    /** Writes an array of objects. */
    public FieldWriter objects(String name, @Nullable List<? extends ApiObject> values) throws IOException {
        if (values != null) {
            name(name);
            json.writeStartArray();
            for (ApiObject value : values) {
                value.writeTo(json);
            }
            json.writeEndArray();
        }
        return this;
    }

    /** Writes an array of objects; not an empty one that only stands in for a field that was kept as it came. */
    public FieldWriter objectsOrKept(String name, List<? extends ApiObject> values) throws IOException {
        return isKept(name, values, List.of()) ? this : objects(name, values);
    }

    /** Writes an array of values as they are. */
    public FieldWriter values(String name, @Nullable List<RawJson> values) throws IOException {
        if (values != null) {
            name(name);
            json.writeStartArray();
            for (RawJson value : values) {
                value.writeTo(json);
            }
            json.writeEndArray();
        }
        return this;
    }

    /** Writes an array of texts. */
    public FieldWriter texts(String name, @Nullable List<String> values) throws IOException {
        if (values != null) {
            name(name);
            json.writeStartArray();
            for (String value : values) {
                json.writeString(value);
            }
            json.writeEndArray();
        }
        return this;
    }

    /** Writes the additional fields that no component has taken the place of, and ends the object. */
    public void end() throws IOException {
        for (Map.Entry<String, RawJson> field : additionalFields.entrySet()) {
            if (!replaced.contains(field.getKey())) {
                json.writeFieldName(field.getKey());
                field.getValue().writeTo(json);
            }
        }
        json.writeEndObject();
    }

    private void name(String name) throws IOException {
        json.writeFieldName(name);
        if (additionalFields.containsKey(name)) {
            if (replaced.isEmpty()) {
                replaced = new HashSet<>();
            }
            replaced.add(name);
        }
    }
}
