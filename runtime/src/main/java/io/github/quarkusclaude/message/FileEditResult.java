package io.github.quarkusclaude.message;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonGenerator;

import io.github.quarkusclaude.json.AdditionalFields;
import io.github.quarkusclaude.json.FieldReader;
import io.github.quarkusclaude.json.FieldWriter;
import io.github.quarkusclaude.json.RawJson;

/**
 * The model replaced text in a file of its container.
 *
 * @param lines the change as lines of a diff
 * @param oldStart where it began before, a line from 1
 * @param oldLines how many lines it had before
 * @param newStart where it begins now, a line from 1
 * @param newLines how many lines it has now
 * @param additionalFields fields this version does not know
 */
public record FileEditResult(@Nullable List<String> lines, @Nullable Integer oldStart, @Nullable Integer oldLines,
        @Nullable Integer newStart, @Nullable Integer newLines,
        Map<String, RawJson> additionalFields) implements ServerToolResult {

    static final String TYPE = "text_editor_code_execution_str_replace_result";

    public FileEditResult {
        lines = lines == null ? null : List.copyOf(lines);
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    @Override
    public String type() {
        return TYPE;
    }

    static FileEditResult read(FieldReader fields) throws IOException {
        List<String> lines = null;
        Integer oldStart = null;
        Integer oldLines = null;
        Integer newStart = null;
        Integer newLines = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "lines" -> lines = fields.texts();
                case "old_start" -> oldStart = fields.integer();
                case "old_lines" -> oldLines = fields.integer();
                case "new_start" -> newStart = fields.integer();
                case "new_lines" -> newLines = fields.integer();
                default -> fields.keep();
            }
        }
        return new FileEditResult(lines, oldStart, oldLines, newStart, newLines, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("type", TYPE)
                .texts("lines", lines)
                .field("old_start", oldStart)
                .field("old_lines", oldLines)
                .field("new_start", newStart)
                .field("new_lines", newLines).end();
    }
}
