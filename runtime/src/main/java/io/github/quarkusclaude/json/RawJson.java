package io.github.quarkusclaude.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;

/**
 * A JSON value kept exactly as it was received or written: spelling of numbers, order of fields and blanks included.
 * Immutable. Two are equal when they mean the same.
 */
public final class RawJson {

    /** The JSON value {@code null}. */
    public static final RawJson NULL = new RawJson("null");

    /** An object without fields. */
    public static final RawJson EMPTY_OBJECT = new RawJson("{}");

    private final String text;

    private RawJson(String text) {
        this.text = text;
    }

    /**
     * Takes JSON text.
     *
     * @throws MalformedJsonException if the text is not exactly one JSON value
     */
    public static RawJson of(String json) {
        return ApiJson.decode(json, JsonReader::raw);
    }

    /**
     * Makes JSON of a Java value: a map, a list, a text, a number, a {@link JsonNode}, an {@link ApiObject}, or an object
     * Jackson can write. In a native executable the class of such an object must be registered for reflection.
     *
     * @throws IllegalArgumentException if Jackson cannot write the value
     */
    public static RawJson from(Object value) {
        if (value instanceof RawJson raw) {
            return raw;
        }
        if (value instanceof ApiObject object) {
            return new RawJson(object.toJson());
        }
        try {
            return new RawJson(LoneSurrogates.escaped(ApiJson.mapper().writeValueAsString(value)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("No JSON can be made of a " + value.getClass().getName(), e);
        }
    }

    /** Text known to be one JSON value. */
    static RawJson trusted(String json) {
        // a line break cannot stand inside a JSON text, only between tokens; on one line the value fits JSON Lines
        if (json.indexOf('\n') >= 0 || json.indexOf('\r') >= 0) {
            json = json.replace('\n', ' ').replace('\r', ' ');
        }
        return new RawJson(json);
    }

    /** This value as a tree, a new one at each call. */
    public JsonNode tree() {
        try {
            return ApiJson.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * This value as a Java object. In a native executable the class must be registered for reflection.
     *
     * @throws IllegalArgumentException if the value does not fit the class
     */
    public <T> T as(Class<T> type) {
        try {
            return ApiJson.mapper().readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The JSON does not fit " + type.getName() + ": " + e.getOriginalMessage(), e);
        }
    }

    /** The length of the JSON text in characters. */
    public int length() {
        return text.length();
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Writes this value.
     *
     * @throws IOException if {@code json} cannot be written to
     */
    public void writeTo(JsonGenerator json) throws IOException {
        if (json instanceof TokenBuffer) {
            // a buffer of tokens has no place for text that is to be copied as it is
            json.writeTree(tree());
        } else {
            json.writeRawValue(text);
        }
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof RawJson that && (text.equals(that.text) || tree().equals(that.tree()));
    }

    @Override
    public int hashCode() {
        return tree().hashCode();
    }

    /** The JSON text. */
    @Override
    public String toString() {
        return text;
    }
}
