package io.github.quarkusclaude.batch;

import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonGenerator;

import io.github.quarkusclaude.json.ApiJson;
import io.github.quarkusclaude.json.ApiObject;
import io.github.quarkusclaude.json.FieldReader;
import io.github.quarkusclaude.json.FieldWriter;
import io.github.quarkusclaude.json.JsonReader;
import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.message.MessageRequest;

/**
 * One request of a batch.
 *
 * @param customId what its result is found by: 1 to 64 letters, digits, hyphens and underscores, and only once in a batch
 * @param params what is asked; what it leaves out comes from the configuration, as in any request
 */
public record BatchRequest(String customId, MessageRequest params) implements ApiObject {

    private static final Pattern CUSTOM_ID = Pattern.compile("[a-zA-Z0-9_-]{1,64}");

    /**
     * Checks the id.
     *
     * @throws IllegalArgumentException if the API would not take it
     */
    public BatchRequest {
        if (!CUSTOM_ID.matcher(customId).matches()) {
            throw new IllegalArgumentException("The custom_id \"" + customId
                    + "\" is not 1 to 64 letters, digits, hyphens and underscores");
        }
    }

    /**
     * Decodes a request, {@code {"custom_id": …, "params": {…}}}.
     *
     * @throws io.github.quarkusclaude.json.MalformedJsonException if the text is not a JSON object
     * @throws IllegalArgumentException if one of the two is missing, or the id is not acceptable
     */
    public static BatchRequest fromJson(String json) {
        return ApiJson.decode(json, BatchRequest::readFrom);
    }

    /** Decodes a request from where the reader stands. */
    public static BatchRequest readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        String customId = null;
        RawJson params = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "custom_id" -> customId = fields.text();
                case "params" -> params = fields.raw();
                default -> fields.skip();
            }
        }
        return new BatchRequest(required(customId, "custom_id"),
                MessageRequest.fromJson(required(params, "params").toString()));
    }

    private static <T> T required(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException("A request of a batch needs \"" + name + "\"");
        }
        return value;
    }

    /** None. */
    @Override
    public Map<String, RawJson> additionalFields() {
        return Map.of();
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("custom_id", customId).field("params", params).end();
    }
}
