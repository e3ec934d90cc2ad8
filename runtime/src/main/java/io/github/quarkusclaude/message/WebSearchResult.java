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
 * A page that web search found. Its text is for the model only.
 *
 * @param type {@code web_search_result}
 * @param url its address
 * @param title its title
 * @param pageAge when it was last changed, in words, for example {@code 3 days ago}
 * @param encryptedContent its text in a form that only the API reads
 * @param additionalFields fields this version does not know
 */
public record WebSearchResult(@Nullable String type, @Nullable String url, @Nullable String title, @Nullable String pageAge,
        @Nullable String encryptedContent, Map<String, RawJson> additionalFields) implements ApiObject {

    public WebSearchResult {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    static WebSearchResult readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        String type = null;
        String url = null;
        String title = null;
        String pageAge = null;
        String encryptedContent = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "type" -> type = fields.text();
                case "url" -> url = fields.text();
                case "title" -> title = fields.text();
                case "page_age" -> pageAge = fields.text();
                case "encrypted_content" -> encryptedContent = fields.text();
                default -> fields.keep();
            }
        }
        return new WebSearchResult(type, url, title, pageAge, encryptedContent, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this)
                .field("type", type)
                .field("url", url)
                .field("title", title)
                .field("page_age", pageAge)
                .field("encrypted_content", encryptedContent).end();
    }
}
