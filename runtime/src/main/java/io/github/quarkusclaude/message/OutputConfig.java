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
 * How the model should answer.
 *
 * @param effort how much work it puts in: {@code low}, {@code medium}, {@code high}, {@code xhigh} or {@code max}, as
 *        far as the model knows it
 * @param format the form of the answer, a JSON schema
 * @param additionalFields fields this version does not know
 */
public record OutputConfig(@Nullable String effort, @Nullable RawJson format,
        Map<String, RawJson> additionalFields) implements ApiObject {

    public OutputConfig {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** An effort. */
    public static OutputConfig effort(String effort) {
        return new OutputConfig(effort, null, Map.of());
    }

    static OutputConfig readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        String effort = null;
        RawJson format = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "effort" -> effort = fields.text();
                case "format" -> format = fields.raw();
                default -> fields.keep();
            }
        }
        return new OutputConfig(effort, format, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("effort", effort).field("format", format).end();
    }
}
