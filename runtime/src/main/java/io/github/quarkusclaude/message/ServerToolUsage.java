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
 * How often tools that the API runs were used. Some are charged for.
 *
 * @param webSearchRequests how often was searched
 * @param webFetchRequests how often was fetched
 * @param additionalFields fields this version does not know
 */
public record ServerToolUsage(@Nullable Integer webSearchRequests, @Nullable Integer webFetchRequests,
        Map<String, RawJson> additionalFields) implements ApiObject {

    public ServerToolUsage {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    static ServerToolUsage readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        Integer webSearchRequests = null;
        Integer webFetchRequests = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "web_search_requests" -> webSearchRequests = fields.integer();
                case "web_fetch_requests" -> webFetchRequests = fields.integer();
                default -> fields.keep();
            }
        }
        return new ServerToolUsage(webSearchRequests, webFetchRequests, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this)
                .field("web_search_requests", webSearchRequests)
                .field("web_fetch_requests", webFetchRequests).end();
    }
}
