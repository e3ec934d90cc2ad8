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
 * A file, or a part of it, that the model looked at in its container.
 *
 * @param fileType {@code text}, {@code image} or {@code pdf}
 * @param content what the file holds
 * @param numLines how many lines are shown
 * @param startLine the first of them, from 1
 * @param totalLines how many lines the file has
 * @param additionalFields fields this version does not know
 */
public record FileViewResult(@Nullable String fileType, @Nullable String content, @Nullable Integer numLines,
        @Nullable Integer startLine, @Nullable Integer totalLines,
        Map<String, RawJson> additionalFields) implements ServerToolResult {

    static final String TYPE = "text_editor_code_execution_view_result";

    public FileViewResult {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    @Override
    public String type() {
        return TYPE;
    }

    static FileViewResult read(FieldReader fields) throws IOException {
        String fileType = null;
        String content = null;
        Integer numLines = null;
        Integer startLine = null;
        Integer totalLines = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "file_type" -> fileType = fields.text();
                case "content" -> content = fields.text();
                case "num_lines" -> numLines = fields.integer();
                case "start_line" -> startLine = fields.integer();
                case "total_lines" -> totalLines = fields.integer();
                default -> fields.keep();
            }
        }
        return new FileViewResult(fileType, content, numLines, startLine, totalLines, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("type", TYPE)
                .field("file_type", fileType)
                .field("content", content)
                .field("num_lines", numLines)
                .field("start_line", startLine)
                .field("total_lines", totalLines).end();
    }
}
