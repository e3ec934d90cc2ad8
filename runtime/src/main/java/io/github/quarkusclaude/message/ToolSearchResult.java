package io.github.quarkusclaude.message;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonGenerator;

import io.github.quarkusclaude.json.AdditionalFields;
import io.github.quarkusclaude.json.FieldReader;
import io.github.quarkusclaude.json.FieldWriter;
import io.github.quarkusclaude.json.RawJson;

/**
 * The tools that a tool search found.
 *
 * @param toolReferences their names, each a {@link ToolReferenceBlock}
 * @param additionalFields fields this version does not know
 */
public record ToolSearchResult(@Nullable List<ContentBlock> toolReferences,
        Map<String, RawJson> additionalFields) implements ServerToolResult {

    static final String TYPE = "tool_search_tool_search_result";

    public ToolSearchResult {
        toolReferences = toolReferences == null ? null : List.copyOf(toolReferences);
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** The names of the tools. */
    public List<String> toolNames() {
        List<String> names = new ArrayList<>();
        for (ContentBlock block : toolReferences == null ? List.<ContentBlock> of() : toolReferences) {
            if (block instanceof ToolReferenceBlock reference && reference.toolName() != null) {
                names.add(reference.toolName());
            }
        }
        return List.copyOf(names);
    }

    @Override
    public String type() {
        return TYPE;
    }

    static ToolSearchResult read(FieldReader fields) throws IOException {
        List<ContentBlock> toolReferences = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "tool_references" -> toolReferences = fields.objects(ContentBlock::readFrom);
                default -> fields.keep();
            }
        }
        return new ToolSearchResult(toolReferences, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("type", TYPE)
                .objects("tool_references", toolReferences).end();
    }
}
