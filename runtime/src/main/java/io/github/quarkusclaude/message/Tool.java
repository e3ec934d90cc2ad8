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
 * A tool the model may ask for: one of the application's own, or one the API knows by its {@code type}.
 *
 * @param type absent or {@code custom} for an own tool, else the API's versioned name of the tool
 * @param name how the model calls it
 * @param description what it does and when to use it; the better, the better it is used
 * @param inputSchema the JSON schema of the arguments of an own tool
 * @param strict whether the arguments always follow the schema; the API then takes fewer schemas
 * @param deferLoading whether the model gets to know the tool only when a tool search finds it
 * @param allowedCallers who may call it: {@code direct}, or versions of the code execution tool whose code may
 * @param inputExamples examples of arguments
 * @param eagerInputStreaming whether the arguments of an own tool are streamed as they are written, unchecked
 * @param cacheControl a prompt cache breakpoint after this tool
 * @param additionalFields fields this version does not know
 */
public record Tool(@Nullable String type, @Nullable String name, @Nullable String description, @Nullable RawJson inputSchema,
        @Nullable Boolean strict, @Nullable Boolean deferLoading, @Nullable List<String> allowedCallers,
        @Nullable List<RawJson> inputExamples, @Nullable Boolean eagerInputStreaming, @Nullable CacheControl cacheControl,
        Map<String, RawJson> additionalFields) implements ApiObject {

    public Tool {
        allowedCallers = allowedCallers == null ? null : List.copyOf(allowedCallers);
        inputExamples = inputExamples == null ? null : List.copyOf(inputExamples);
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** A tool of the application. */
    public static Tool of(String name, String description, RawJson inputSchema) {
        return new Tool(null, name, description, inputSchema, null, null, null, null, null, null, Map.of());
    }

    /**
     * A tool that the API knows by its type.
     *
     * @param type the API's versioned name
     * @param name how the model calls it; absent for toolsets
     */
    public static Tool known(String type, @Nullable String name) {
        return new Tool(type, name, null, null, null, null, null, null, null, null, Map.of());
    }

    /** A shell of the application's: the model asks to run commands. */
    public static Tool bash() {
        return known("bash_20250124", "bash");
    }

    /** An editor of the application's: the model asks to view and change files. */
    public static Tool textEditor() {
        return known("text_editor_20250728", "str_replace_based_edit_tool");
    }

    /** An editor of the application's that shows so many characters of a file at most. */
    public static Tool textEditor(int maxCharacters) {
        return textEditor().with("max_characters", maxCharacters);
    }

    /** A folder {@code /memories} of the application's, in which the model keeps what it wants to know later. */
    public static Tool memory() {
        return known("memory_20250818", "memory");
    }

    /** Code that the model writes and the API runs in a {@link Container}. */
    public static Tool codeExecution() {
        return known("code_execution_20260521", "code_execution");
    }

    /** Lets the model find tools whose loading is deferred, by regular expressions. */
    public static Tool toolSearchRegex() {
        return known("tool_search_tool_regex_20251119", "tool_search_tool_regex");
    }

    /** Lets the model find tools whose loading is deferred, by words. */
    public static Tool toolSearchBm25() {
        return known("tool_search_tool_bm25_20251119", "tool_search_tool_bm25");
    }

    /** This tool with another name. */
    public Tool withName(@Nullable String name) {
        return new Tool(type, name, description, inputSchema, strict, deferLoading, allowedCallers, inputExamples,
                eagerInputStreaming, cacheControl, additionalFields);
    }

    /** This tool with another JSON schema of its arguments. */
    public Tool withInputSchema(@Nullable RawJson inputSchema) {
        return new Tool(type, name, description, inputSchema, strict, deferLoading, allowedCallers, inputExamples,
                eagerInputStreaming, cacheControl, additionalFields);
    }

    /** This tool, with arguments that always follow the schema, or not. */
    public Tool withStrict(@Nullable Boolean strict) {
        return new Tool(type, name, description, inputSchema, strict, deferLoading, allowedCallers, inputExamples,
                eagerInputStreaming, cacheControl, additionalFields);
    }

    /** This tool, known to the model only when a tool search finds it, or at once. */
    public Tool withDeferLoading(@Nullable Boolean deferLoading) {
        return new Tool(type, name, description, inputSchema, strict, deferLoading, allowedCallers, inputExamples,
                eagerInputStreaming, cacheControl, additionalFields);
    }

    /** This tool, for these callers only. */
    public Tool withAllowedCallers(String... allowedCallers) {
        return new Tool(type, name, description, inputSchema, strict, deferLoading, List.of(allowedCallers), inputExamples,
                eagerInputStreaming, cacheControl, additionalFields);
    }

    /** This tool with examples of its arguments. */
    public Tool withInputExamples(RawJson... inputExamples) {
        return new Tool(type, name, description, inputSchema, strict, deferLoading, allowedCallers, List.of(inputExamples),
                eagerInputStreaming, cacheControl, additionalFields);
    }

    /** This tool, with arguments that are streamed as they are written, or in larger pieces. */
    public Tool withEagerInputStreaming(@Nullable Boolean eagerInputStreaming) {
        return new Tool(type, name, description, inputSchema, strict, deferLoading, allowedCallers, inputExamples,
                eagerInputStreaming, cacheControl, additionalFields);
    }

    /** This tool with a prompt cache breakpoint behind it. */
    public Tool withCacheControl(@Nullable CacheControl cacheControl) {
        return new Tool(type, name, description, inputSchema, strict, deferLoading, allowedCallers, inputExamples,
                eagerInputStreaming, cacheControl, additionalFields);
    }

    /**
     * This tool with any other setting, by its API name.
     *
     * @param value what {@link RawJson#from(Object)} takes
     */
    public Tool with(String setting, Object value) {
        return new Tool(type, name, description, inputSchema, strict, deferLoading, allowedCallers, inputExamples,
                eagerInputStreaming, cacheControl, AdditionalFields.with(additionalFields, setting, RawJson.from(value)));
    }

    static Tool readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        String type = null;
        String name = null;
        String description = null;
        RawJson inputSchema = null;
        Boolean strict = null;
        Boolean deferLoading = null;
        List<String> allowedCallers = null;
        List<RawJson> inputExamples = null;
        Boolean eagerInputStreaming = null;
        CacheControl cacheControl = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "type" -> type = fields.text();
                case "name" -> name = fields.text();
                case "description" -> description = fields.text();
                case "input_schema" -> inputSchema = fields.raw();
                case "strict" -> strict = fields.bool();
                case "defer_loading" -> deferLoading = fields.bool();
                case "allowed_callers" -> allowedCallers = fields.texts();
                case "input_examples" -> inputExamples = fields.list(JsonReader::raw);
                case "eager_input_streaming" -> eagerInputStreaming = fields.bool();
                case "cache_control" -> cacheControl = fields.object(CacheControl::readFrom);
                default -> fields.keep();
            }
        }
        return new Tool(type, name, description, inputSchema, strict, deferLoading, allowedCallers, inputExamples,
                eagerInputStreaming, cacheControl, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this)
                .field("type", type)
                .field("name", name)
                .field("description", description)
                .field("input_schema", inputSchema)
                .field("strict", strict)
                .field("defer_loading", deferLoading)
                .texts("allowed_callers", allowedCallers)
                .values("input_examples", inputExamples)
                .field("eager_input_streaming", eagerInputStreaming)
                .field("cache_control", cacheControl).end();
    }
}
