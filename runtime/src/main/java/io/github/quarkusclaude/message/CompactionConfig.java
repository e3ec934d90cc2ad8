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
 * Asks for a summary of the conversation instead of an answer: a {@link CompactionBlock}.
 *
 * @param type {@code summarize}
 * @param instructions what the summary should hold; the API's own if absent
 * @param additionalFields fields this version does not know
 */
public record CompactionConfig(@Nullable String type, @Nullable String instructions,
        Map<String, RawJson> additionalFields) implements ApiObject {

    /** A summary as the API makes it. */
    public static final CompactionConfig SUMMARIZE = new CompactionConfig("summarize", null, Map.of());

    public CompactionConfig {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** A summary of what is asked for. */
    public static CompactionConfig summarize(String instructions) {
        return new CompactionConfig("summarize", instructions, Map.of());
    }

    static CompactionConfig readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        String type = null;
        String instructions = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "type" -> type = fields.text();
                case "instructions" -> instructions = fields.text();
                default -> fields.keep();
            }
        }
        return new CompactionConfig(type, instructions, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this)
                .field("type", type)
                .field("instructions", instructions).end();
    }
}
