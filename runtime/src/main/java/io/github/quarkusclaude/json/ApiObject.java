package io.github.quarkusclaude.json;

import java.io.IOException;
import java.util.Map;

import com.fasterxml.jackson.core.JsonGenerator;

/**
 * A value with the JSON form of the Claude API.
 * <p>
 * What is decoded and encoded again means the same: fields this version does not know, and fields the API sent as an
 * explicit {@code null}, are kept in {@link #additionalFields()} and written back.
 */
public interface ApiObject {

    /**
     * The fields this version has no component for, by their API names and in the order they arrived. Unmodifiable,
     * empty when there are none.
     */
    Map<String, RawJson> additionalFields();

    /**
     * Writes this value as one JSON object.
     *
     * @param json where to write; it is neither flushed nor closed
     * @throws IOException if {@code json} cannot be written to
     */
    void writeTo(JsonGenerator json) throws IOException;

    /**
     * This value as compact JSON on one line, with the API's field names.
     */
    default String toJson() {
        return ApiJson.text(this);
    }
}
