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
 * A place in a search result that the application gave to the model.
 *
 * @param citedText the words of the result
 * @param searchResultIndex which {@link SearchResultBlock}, counted from 0 over the whole request
 * @param source its source
 * @param title its title
 * @param startBlockIndex the first passage of it, from 0
 * @param endBlockIndex the first passage behind it
 * @param additionalFields fields this version does not know
 */
public record SearchResultCitation(@Nullable String citedText, @Nullable Integer searchResultIndex, @Nullable String source,
        @Nullable String title, @Nullable Integer startBlockIndex, @Nullable Integer endBlockIndex,
        Map<String, RawJson> additionalFields) implements Citation {

    static final String TYPE = "search_result_location";

    public SearchResultCitation {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    @Override
    public String type() {
        return TYPE;
    }

    static SearchResultCitation read(FieldReader fields) throws IOException {
        String citedText = null;
        Integer searchResultIndex = null;
        String source = null;
        String title = null;
        Integer startBlockIndex = null;
        Integer endBlockIndex = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "cited_text" -> citedText = fields.text();
                case "search_result_index" -> searchResultIndex = fields.integer();
                case "source" -> source = fields.text();
                case "title" -> title = fields.text();
                case "start_block_index" -> startBlockIndex = fields.integer();
                case "end_block_index" -> endBlockIndex = fields.integer();
                default -> fields.keep();
            }
        }
        return new SearchResultCitation(citedText, searchResultIndex, source, title, startBlockIndex, endBlockIndex,
                fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("type", TYPE)
                .field("cited_text", citedText)
                .field("search_result_index", searchResultIndex)
                .field("source", source)
                .field("title", title)
                .field("start_block_index", startBlockIndex)
                .field("end_block_index", endBlockIndex).end();
    }
}
