package io.github.quarkusclaude.json;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonToken;

/**
 * Reads the fields of one JSON object, losing nothing: what the caller does not take is {@linkplain #rest() kept}.
 *
 * <pre>
 * FieldReader fields = FieldReader.open(json);
 * while (fields.next()) {
 *     switch (fields.name()) {
 *         case "id" -&gt; id = fields.text();
 *         default -&gt; fields.keep();
 *     }
 * }
 * </pre>
 *
 * The typed methods give {@code null} for a field that is {@code null} or of another kind than asked for; such a field
 * is kept as it is, so that a server that deviates from the API costs a value, never the answer.
 */
public final class FieldReader {

    private final JsonReader json;
    private final @Nullable String type;
    private String name = "";
    private @Nullable LinkedHashMap<String, RawJson> rest;

    private FieldReader(JsonReader json, @Nullable String type) {
        this.json = json;
        this.type = type;
    }

    /**
     * Starts reading the object the reader stands on.
     *
     * @throws MalformedJsonException if the reader does not stand on an object
     */
    public static FieldReader open(JsonReader json) throws IOException {
        expectObject(json);
        return new FieldReader(json, null);
    }

    /**
     * Starts reading an object whose field {@code type} says how to read the others, wherever that field stands.
     *
     * @throws MalformedJsonException if the reader does not stand on an object
     */
    public static FieldReader openTyped(JsonReader json) throws IOException {
        expectObject(json);
        int start = json.start();
        if (json.nextToken() == JsonToken.FIELD_NAME && "type".equals(json.fieldName())
                && json.nextToken() == JsonToken.VALUE_STRING) {
            return new FieldReader(json, json.text());
        }
        // rare: the type comes later, or never. Finish the object here and read it again knowing its type
        RawJson whole = finish(json, start);
        byte[] bytes = whole.bytes();
        JsonReader again = ApiJson.reader(bytes, 0, bytes.length);
        again.nextToken();
        return new FieldReader(again, typeOf(whole));
    }

    private static void expectObject(JsonReader json) throws IOException {
        if (json.token() != JsonToken.START_OBJECT) {
            throw MalformedJsonException.unexpected("an object", json);
        }
    }

    private static RawJson finish(JsonReader json, int start) throws IOException {
        if (json.token() != JsonToken.END_OBJECT) {
            if (json.token() == JsonToken.FIELD_NAME) {
                json.nextToken();
            }
            json.skipValue();
            json.skipToEndOfObject();
        }
        return json.raw(start);
    }

    private static @Nullable String typeOf(RawJson object) {
        return ApiJson.decode(object.bytes(), reader -> {
            FieldReader fields = open(reader);
            String type = null;
            while (fields.next()) {
                if (fields.name().equals("type")) {
                    type = fields.text();
                } else {
                    fields.skip();
                }
            }
            return type;
        });
    }

    /** The value of the field {@code type}, if the object was opened with {@link #openTyped} and has one. */
    public @Nullable String type() {
        return type;
    }

    /** Goes to the next field, over a {@code type} already read; {@code false} at the end of the object. */
    public boolean next() throws IOException {
        while (json.nextToken() != JsonToken.END_OBJECT) {
            name = json.fieldName();
            json.nextToken();
            if (type == null || !name.equals("type")) {
                if (rest != null) {
                    // of fields of one name the last one counts, as everywhere
                    rest.remove(name);
                }
                return true;
            }
            skip();
        }
        return false;
    }

    /** The name of the current field. */
    public String name() {
        return name;
    }

    /** The current field as text. */
    public @Nullable String text() throws IOException {
        if (json.isText()) {
            return json.text();
        }
        keep();
        return null;
    }

    /** The current field as an integer. */
    public @Nullable Integer integer() throws IOException {
        if (json.isInteger()) {
            return json.integer();
        }
        keep();
        return null;
    }

    /** The current field as an integer that may be too large for {@link #integer()}. */
    public @Nullable Long longInteger() throws IOException {
        if (json.isLongInteger()) {
            return json.longInteger();
        }
        keep();
        return null;
    }

    /** The current field as a number; one that is too large for a {@code double} is kept. */
    public @Nullable Double number() throws IOException {
        if (json.token().isNumeric() && Double.isFinite(json.number())) {
            return json.number();
        }
        keep();
        return null;
    }

    /** The current field as a truth value. */
    public @Nullable Boolean bool() throws IOException {
        if (json.token().isBoolean()) {
            return json.token() == JsonToken.VALUE_TRUE;
        }
        keep();
        return null;
    }

    /** The current field as whatever JSON it is; {@code null} only for an explicit null. */
    public @Nullable RawJson raw() throws IOException {
        if (json.token() == JsonToken.VALUE_NULL) {
            keep();
            return null;
        }
        return json.raw();
    }

    /** The current field as an object, read by {@code decoder}. */
    public <T> @Nullable T object(ApiJson.Decoder<T> decoder) throws IOException {
        if (json.token() == JsonToken.START_OBJECT) {
            return decoder.read(json);
        }
        keep();
        return null;
    }

    /** The current field as an object or text, read by {@code decoder}. */
    public <T> @Nullable T objectOrText(ApiJson.Decoder<T> decoder) throws IOException {
        if (json.token() == JsonToken.START_OBJECT || json.isText()) {
            return decoder.read(json);
        }
        keep();
        return null;
    }

    /** The current field as an array or text, read by {@code decoder}; an array that it cannot read is kept. */
    public <T> @Nullable T arrayOrText(ApiJson.Decoder<T> decoder) throws IOException {
        if (json.token() == JsonToken.START_ARRAY || json.isText()) {
            return allOrNothing(decoder);
        }
        keep();
        return null;
    }

    /** The current field as an unmodifiable list whose elements are read by {@code decoder}. */
    public <T> @Nullable List<T> list(ApiJson.Decoder<T> decoder) throws IOException {
        if (json.token() == JsonToken.START_ARRAY) {
            return Collections.unmodifiableList(json.list(decoder));
        }
        keep();
        return null;
    }

    /** The current field as an unmodifiable list; kept as it is unless all its elements are what {@code decoder} reads. */
    public <T> @Nullable List<T> objects(ApiJson.Decoder<T> decoder) throws IOException {
        if (json.token() == JsonToken.START_ARRAY) {
            return allOrNothing(array -> Collections.unmodifiableList(array.list(decoder)));
        }
        keep();
        return null;
    }

    /** The current field as an unmodifiable list of texts; kept as it is unless all its elements are texts. */
    public @Nullable List<String> texts() throws IOException {
        return objects(JsonReader::expectText);
    }

    /** The current field as an object or an array, read by {@code decoder}; an array that it cannot read is kept. */
    public <T> @Nullable T objectOrArray(ApiJson.Decoder<T> decoder) throws IOException {
        if (json.token() == JsonToken.START_ARRAY) {
            return allOrNothing(decoder);
        }
        return object(decoder);
    }

    /** Reads a value whose parts may be of other kinds than expected, which shows only when some are read already. */
    private <T> @Nullable T allOrNothing(ApiJson.Decoder<T> decoder) throws IOException {
        int start = json.start();
        try {
            return decoder.read(json);
        } catch (MalformedJsonException e) {
            keep(json.rawAgain(start));
            return null;
        }
    }

    /** Keeps the current field for {@link #rest()}. */
    public void keep() throws IOException {
        keep(json.raw());
    }

    private void keep(RawJson value) {
        if (rest == null) {
            rest = new LinkedHashMap<>();
        }
        rest.put(name, value);
    }

    /** Goes over the current field without keeping it. */
    public void skip() throws IOException {
        json.skipValue();
    }

    /** The fields kept, unmodifiable; to be called once, behind the last field. */
    public Map<String, RawJson> rest() {
        return rest == null ? Map.of() : new KeptFields(rest);
    }
}
