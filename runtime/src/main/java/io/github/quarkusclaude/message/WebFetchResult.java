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
 * A page or file that the API fetched.
 *
 * @param url its address
 * @param content what is there, a {@link DocumentBlock}
 * @param retrievedAt when it was fetched, an ISO 8601 time
 * @param additionalFields fields this version does not know
 */
public record WebFetchResult(@Nullable String url, @Nullable ContentBlock content, @Nullable String retrievedAt,
        Map<String, RawJson> additionalFields) implements ServerToolResult {

    static final String TYPE = "web_fetch_result";

    public WebFetchResult {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    @Override
    public String type() {
        return TYPE;
    }

    static WebFetchResult read(FieldReader fields) throws IOException {
        String url = null;
        ContentBlock content = null;
        String retrievedAt = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "url" -> url = fields.text();
                case "content" -> content = fields.object(ContentBlock::readFrom);
                case "retrieved_at" -> retrievedAt = fields.text();
                default -> fields.keep();
            }
        }
        return new WebFetchResult(url, content, retrievedAt, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("type", TYPE)
                .field("url", url)
                .field("content", content)
                .field("retrieved_at", retrievedAt).end();
    }
}
