package io.github.quarkusclaude.message;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.json.ApiObject;
import io.github.quarkusclaude.json.FieldReader;
import io.github.quarkusclaude.json.JsonReader;

/**
 * What a tool that the API runs gave back: the content of a {@link ServerToolResultBlock}.
 */
public sealed interface ServerToolResult extends ApiObject
        permits WebSearchResults, WebFetchResult, CodeExecutionResult, FileViewResult, FileCreateResult, FileEditResult,
        ToolSearchResult, AdvisorResult, ServerToolError, RawServerToolResult {

    /** The API's word for the kind of result; absent where it has none, as for the pages of a web search. */
    @Nullable
    String type();

    /** Decodes a result from where the reader stands. */
    static ServerToolResult readFrom(JsonReader json) throws IOException {
        if (json.isArray()) {
            return WebSearchResults.readFrom(json);
        }
        FieldReader fields = FieldReader.openTyped(json);
        String type = fields.type();
        if (type == null) {
            return RawServerToolResult.read(fields);
        }
        return switch (type) {
            case WebFetchResult.TYPE -> WebFetchResult.read(fields);
            case CodeExecutionResult.CODE, CodeExecutionResult.ENCRYPTED, CodeExecutionResult.BASH ->
                CodeExecutionResult.read(fields);
            case FileViewResult.TYPE -> FileViewResult.read(fields);
            case FileCreateResult.TYPE -> FileCreateResult.read(fields);
            case FileEditResult.TYPE -> FileEditResult.read(fields);
            case ToolSearchResult.TYPE -> ToolSearchResult.read(fields);
            case AdvisorResult.PLAIN, AdvisorResult.REDACTED -> AdvisorResult.read(fields);
            default -> type.endsWith("_error") ? ServerToolError.read(fields) : RawServerToolResult.read(fields);
        };
    }
}
