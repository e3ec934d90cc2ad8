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
 * The model wrote a file in its container.
 *
 * @param isFileUpdate whether the file was there before
 * @param additionalFields fields this version does not know
 */
public record FileCreateResult(@Nullable Boolean isFileUpdate,
        Map<String, RawJson> additionalFields) implements ServerToolResult {

    static final String TYPE = "text_editor_code_execution_create_result";

    public FileCreateResult {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    @Override
    public String type() {
        return TYPE;
    }

    static FileCreateResult read(FieldReader fields) throws IOException {
        Boolean isFileUpdate = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "is_file_update" -> isFileUpdate = fields.bool();
                default -> fields.keep();
            }
        }
        return new FileCreateResult(isFileUpdate, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("type", TYPE)
                .field("is_file_update", isFileUpdate).end();
    }
}
