package io.github.quarkusclaude.auth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import io.github.quarkusclaude.auth.TokenStoreException.Reason;
import io.github.quarkusclaude.json.ApiJson;
import io.github.quarkusclaude.json.ApiObject;
import io.github.quarkusclaude.json.FieldReader;
import io.github.quarkusclaude.json.JsonReader;
import io.github.quarkusclaude.json.MalformedJsonException;
import io.github.quarkusclaude.json.RawJson;

/**
 * A JSON object of a store, read and changed field by field. Fields that nobody touches stay the text they were: other
 * programs write to the same files. Its exceptions name the place and the field, never a value.
 */
final class StoredJson implements ApiObject {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String place;
    private final String prefix;
    private final Map<String, RawJson> fields;

    private StoredJson(String place, String prefix, Map<String, RawJson> fields) {
        this.place = place;
        this.prefix = prefix;
        this.fields = fields;
    }

    /** An object without fields. */
    static StoredJson empty(String place) {
        return new StoredJson(place, "", new LinkedHashMap<>());
    }

    /**
     * @param place what exceptions name
     * @throws TokenStoreException if it is not a JSON object in UTF-8
     */
    static StoredJson parse(byte[] utf8, String place) {
        try {
            return parse(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString(), place);
        } catch (CharacterCodingException e) {
            throw new TokenStoreException(Reason.VALIDATION_ERROR, place + " is not a text in UTF-8. Correct or remove it",
                    null);
        }
    }

    /**
     * @param place what exceptions name
     * @throws TokenStoreException if it is not a JSON object
     */
    static StoredJson parse(String text, String place) {
        // what has a zero in it would be taken for another encoding by the parser
        if (text.isBlank() || text.indexOf('\0') >= 0) {
            throw new TokenStoreException(Reason.VALIDATION_ERROR,
                    place + (text.isBlank() ? " is empty" : " holds no JSON") + ". Remove it and log in again", null);
        }
        try {
            return new StoredJson(place, "",
                    ApiJson.decode(text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text, StoredJson::readFields));
        } catch (MalformedJsonException e) {
            throw new TokenStoreException(Reason.VALIDATION_ERROR,
                    place + " holds no JSON object: " + e.getMessage() + ". Correct it, or remove it and log in again", e);
        }
    }

    private static Map<String, RawJson> readFields(JsonReader json) throws IOException {
        Map<String, RawJson> fields = new LinkedHashMap<>();
        FieldReader reader = FieldReader.open(json);
        while (reader.next()) {
            String name = reader.name();
            RawJson value = reader.raw();
            fields.put(name, value == null ? RawJson.NULL : value);
        }
        return fields;
    }

    Set<String> names() {
        return fields.keySet();
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    /** The text of a field; {@code null} if it is absent, blank, or no text. */
    @Nullable
    String text(String name) {
        JsonNode value = value(name);
        return value.isTextual() && !value.textValue().isBlank() ? value.textValue() : null;
    }

    /** The text of a field, which must be there. */
    String requiredText(String name) {
        String text = text(name);
        if (text == null) {
            throw invalid(name, "is missing. Log in again");
        }
        return text;
    }

    /** The words of a field: of a text that has blanks between them, or the texts of an array. */
    List<String> words(String name) {
        List<String> words = new ArrayList<>();
        JsonNode value = value(name);
        for (JsonNode part : value.isArray() ? value : List.of(value)) {
            if (part.isTextual() && !part.textValue().isBlank()) {
                words.addAll(List.of(part.textValue().strip().split("\\s+")));
            }
        }
        return words;
    }

    /** The value of a field that is neither an object nor large. */
    JsonNode value(String name) {
        RawJson value = fields.get(name);
        try {
            return value == null ? MissingNode.getInstance() : value.tree();
        } catch (UncheckedIOException e) {
            // the cause would quote the text
            throw invalid(name, "cannot be read. Correct it, or log in again");
        }
    }

    /** A field that is an object; without fields if there is no such. Changes are not seen here until they are set. */
    StoredJson object(String name) {
        RawJson value = fields.get(name);
        boolean isObject = value != null && value.toString().startsWith("{");
        return new StoredJson(place, prefix + name + ".",
                isObject ? ApiJson.decode(value.toString(), StoredJson::readFields) : new LinkedHashMap<>());
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    /** Sets a field, or removes it. */
    void set(String name, @Nullable Object value) {
        if (value == null) {
            fields.remove(name);
        } else {
            fields.put(name, RawJson.from(value));
        }
    }

    boolean remove(String name) {
        return fields.remove(name) != null;
    }

    TokenStoreException invalid(String name, String what) {
        return new TokenStoreException(Reason.VALIDATION_ERROR, place + ": " + prefix + name + " " + what, null);
    }

    @Override
    public Map<String, RawJson> additionalFields() {
        return fields;
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (Map.Entry<String, RawJson> field : fields.entrySet()) {
            json.writeFieldName(field.getKey());
            field.getValue().writeTo(json);
        }
        json.writeEndObject();
    }

    /** The place only: the fields are secret. */
    @Override
    public String toString() {
        return "StoredJson[" + place + "]";
    }
}
