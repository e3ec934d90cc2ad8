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
 * A page that web search found.
 *
 * @param citedText the words of the page
 * @param url its address
 * @param title its title
 * @param encryptedIndex where on the page, in a form that only the API reads
 * @param additionalFields fields this version does not know
 */
public record WebCitation(@Nullable String citedText, @Nullable String url, @Nullable String title,
        @Nullable String encryptedIndex, Map<String, RawJson> additionalFields) implements Citation {

    static final String TYPE = "web_search_result_location";

    public WebCitation {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    @Override
    public String type() {
        return TYPE;
    }

    static WebCitation read(FieldReader fields) throws IOException {
        String citedText = null;
        String url = null;
        String title = null;
        String encryptedIndex = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "cited_text" -> citedText = fields.text();
                case "url" -> url = fields.text();
                case "title" -> title = fields.text();
                case "encrypted_index" -> encryptedIndex = fields.text();
                default -> fields.keep();
            }
        }
        return new WebCitation(citedText, url, title, encryptedIndex, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("type", TYPE)
                .field("cited_text", citedText)
                .field("url", url)
                .field("title", title)
                .field("encrypted_index", encryptedIndex).end();
    }
}
