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
 * A file that code made; download it by its id.
 *
 * @param type {@code code_execution_output} or {@code bash_code_execution_output}
 * @param fileId the id of the file
 * @param additionalFields fields this version does not know
 */
public record CodeExecutionFile(@Nullable String type, @Nullable String fileId,
        Map<String, RawJson> additionalFields) implements ApiObject {

    public CodeExecutionFile {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    static CodeExecutionFile readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        String type = null;
        String fileId = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "type" -> type = fields.text();
                case "file_id" -> fileId = fields.text();
                default -> fields.keep();
            }
        }
        return new CodeExecutionFile(type, fileId, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this)
                .field("type", type)
                .field("file_id", fileId).end();
    }
}
