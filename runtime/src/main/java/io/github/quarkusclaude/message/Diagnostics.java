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
 * Why the prompt cache was not used, if that was asked.
 *
 * @param cacheMissReason the reason; absent if there was no miss, or if it is not known yet
 * @param additionalFields fields this version does not know
 */
public record Diagnostics(@Nullable CacheMiss cacheMissReason, Map<String, RawJson> additionalFields) implements ApiObject {

    public Diagnostics {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    static Diagnostics readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        CacheMiss cacheMissReason = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "cache_miss_reason" -> cacheMissReason = fields.object(CacheMiss::readFrom);
                default -> fields.keep();
            }
        }
        return new Diagnostics(cacheMissReason, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this)
                .field("cache_miss_reason", cacheMissReason).end();
    }
}
