package io.github.quarkusclaude.message;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonGenerator;

import io.github.quarkusclaude.json.JsonReader;
import io.github.quarkusclaude.json.RawJson;

/**
 * The pages that a web search found.
 *
 * @param results the pages, best first
 */
public record WebSearchResults(List<WebSearchResult> results) implements ServerToolResult {

    public WebSearchResults {
        results = List.copyOf(results);
    }

    @Override
    public @Nullable String type() {
        return null;
    }

    @Override
    public Map<String, RawJson> additionalFields() {
        return Map.of();
    }

    static WebSearchResults readFrom(JsonReader json) throws IOException {
        return new WebSearchResults(json.list(WebSearchResult::readFrom));
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (WebSearchResult result : results) {
            result.writeTo(json);
        }
        json.writeEndArray();
    }
}
