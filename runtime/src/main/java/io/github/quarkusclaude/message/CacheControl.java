package io.github.quarkusclaude.message;

import java.io.IOException;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonGenerator;

import io.github.quarkusclaude.json.AdditionalFields;
import io.github.quarkusclaude.json.ApiObject;
import io.github.quarkusclaude.json.FieldReader;
import io.github.quarkusclaude.json.FieldWriter;
import io.github.quarkusclaude.json.JsonReader;
import io.github.quarkusclaude.json.RawJson;

/**
 * A prompt cache breakpoint: what comes before it, and the block that carries it, may be cached.
 *
 * @param type {@code ephemeral}, the only kind the API knows today
 * @param ttl how long the entry lives, {@code 5m} (the API's default) or {@code 1h}
 * @param additionalFields fields this version does not know
 */
public record CacheControl(@Nullable String type, @Nullable String ttl,
        Map<String, RawJson> additionalFields) implements ApiObject {

    /** Five minutes after the last use. */
    public static final CacheControl FIVE_MINUTES = new CacheControl("ephemeral", null, Map.of());

    /** One hour after the last use, at a higher price for writing. */
    public static final CacheControl ONE_HOUR = new CacheControl("ephemeral", "1h", Map.of());

    public CacheControl {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    static CacheControl readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        String type = null;
        String ttl = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "type" -> type = fields.text();
                case "ttl" -> ttl = fields.text();
                default -> fields.keep();
            }
        }
        return new CacheControl(type, ttl, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("type", type).field("ttl", ttl).end();
    }
}
