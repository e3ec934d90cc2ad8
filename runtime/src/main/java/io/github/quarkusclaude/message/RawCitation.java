package io.github.quarkusclaude.message;

import java.io.IOException;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonGenerator;

import io.github.quarkusclaude.json.AdditionalFields;
import io.github.quarkusclaude.json.FieldReader;
import io.github.quarkusclaude.json.FieldWriter;
import io.github.quarkusclaude.json.RawJson;

/**
 * A citation of a kind this version has no type for. Nothing of it is lost.
 *
 * @param type the API's word for the kind
 * @param value the whole citation where it is not even an object
 * @param additionalFields all other fields
 */
public record RawCitation(@Nullable String type, @Nullable RawJson value,
        Map<String, RawJson> additionalFields) implements Citation {

    public RawCitation {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    static RawCitation of(RawJson value) {
        return new RawCitation(null, value, Map.of());
    }

    @Override
    public @Nullable String citedText() {
        return text("cited_text");
    }

    @Override
    public @Nullable String title() {
        return text("title");
    }

    private @Nullable String text(String field) {
        RawJson text = additionalFields.get(field);
        return text == null ? null : text.tree().textValue();
    }

    static RawCitation read(FieldReader fields) throws IOException {
        while (fields.next()) {
            fields.keep();
        }
        return new RawCitation(fields.type(), null, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        if (value != null) {
            value.writeTo(json);
        } else {
            FieldWriter.start(json, this).field("type", type).end();
        }
    }
}
