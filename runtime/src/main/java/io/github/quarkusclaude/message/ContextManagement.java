package io.github.quarkusclaude.message;

import java.io.IOException;
import java.util.List;
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
 * What the API leaves out of a long conversation before the model reads it.
 *
 * @param edits what is left out, in this order
 * @param additionalFields fields this version does not know
 */
public record ContextManagement(@Nullable List<ContextEdit> edits, Map<String, RawJson> additionalFields) implements ApiObject {

    public ContextManagement {
        edits = edits == null ? null : List.copyOf(edits);
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** These edits. {@link ContextEdit.ClearThinking} must be the first. */
    public static ContextManagement of(ContextEdit... edits) {
        return new ContextManagement(List.of(edits), Map.of());
    }

    static ContextManagement readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        List<ContextEdit> edits = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "edits" -> edits = fields.objects(ContextEdit::readFrom);
                default -> fields.keep();
            }
        }
        return new ContextManagement(edits, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this)
                .objects("edits", edits).end();
    }
}
