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
 * Where the addresses that {@link WebFetchTool} fetches may come from.
 *
 * @param userInput from what the user said: {@code all} or {@code none}
 * @param clientToolResults from results of the application's tools
 * @param serverToolResults from results of tools that the API runs
 * @param additionalFields fields this version does not know
 */
public record UrlSources(@Nullable String userInput, @Nullable ToolFilter clientToolResults,
        @Nullable ToolFilter serverToolResults, Map<String, RawJson> additionalFields) implements ApiObject {

    /** Only what the user said. */
    public static final UrlSources USER_INPUT = new UrlSources("all", ToolFilter.NONE, ToolFilter.NONE, Map.of());

    public UrlSources {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** These sources, and results of some of the application's tools. */
    public UrlSources withClientToolResults(ToolFilter filter) {
        return new UrlSources(userInput, filter, serverToolResults, additionalFields);
    }

    /** These sources, and results of some tools that the API runs. */
    public UrlSources withServerToolResults(ToolFilter filter) {
        return new UrlSources(userInput, clientToolResults, filter, additionalFields);
    }

    static UrlSources readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        String userInput = null;
        ToolFilter clientToolResults = null;
        ToolFilter serverToolResults = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "user_input" -> userInput = fields.text();
                case "client_tool_results" -> clientToolResults = fields.object(ToolFilter::readFrom);
                case "server_tool_results" -> serverToolResults = fields.object(ToolFilter::readFrom);
                default -> fields.keep();
            }
        }
        return new UrlSources(userInput, clientToolResults, serverToolResults, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this)
                .field("user_input", userInput)
                .field("client_tool_results", clientToolResults)
                .field("server_tool_results", serverToolResults).end();
    }
}
