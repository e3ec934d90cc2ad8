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
 * A result of the application's own search, which the answer can cite.
 *
 * @param source where it was found, an address or any other name
 * @param title its title
 * @param content its passages, text blocks; citations point to them
 * @param citations whether the answer may cite it; it does not by default
 * @param cacheControl a prompt cache breakpoint on this block
 * @param additionalFields fields this version does not know
 */
public record SearchResultBlock(@Nullable String source, @Nullable String title, @Nullable List<ContentBlock> content,
        @Nullable CitationsConfig citations, @Nullable CacheControl cacheControl,
        Map<String, RawJson> additionalFields) implements ContentBlock {

    static final String TYPE = "search_result";

    public SearchResultBlock {
        content = content == null ? null : List.copyOf(content);
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** A result with its passages. */
    public static SearchResultBlock of(String source, String title, String... passages) {
        List<ContentBlock> content = new ArrayList<>();
        for (String passage : passages) {
            content.add(TextBlock.of(passage));
        }
        return new SearchResultBlock(source, title, content, null, null, Map.of());
    }

    /** This result, to be cited: {@link Message#citations()} tells where. */
    public SearchResultBlock withCitations() {
        return new SearchResultBlock(source, title, content, CitationsConfig.ENABLED, cacheControl, additionalFields);
    }

    /** This block with a prompt cache breakpoint. */
    public SearchResultBlock withCacheControl(CacheControl cacheControl) {
        return new SearchResultBlock(source, title, content, citations, cacheControl, additionalFields);
    }

    @Override
    public String type() {
        return TYPE;
    }

    static SearchResultBlock read(FieldReader fields) throws IOException {
        String source = null;
        String title = null;
        List<ContentBlock> content = null;
        CitationsConfig citations = null;
        CacheControl cacheControl = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "source" -> source = fields.text();
                case "title" -> title = fields.text();
                case "content" -> content = fields.objects(ContentBlock::readFrom);
                case "citations" -> citations = fields.object(CitationsConfig::readFrom);
                case "cache_control" -> cacheControl = fields.object(CacheControl::readFrom);
                default -> fields.keep();
            }
        }
        return new SearchResultBlock(source, title, content, citations, cacheControl, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("type", TYPE)
                .field("source", source)
                .field("title", title)
                .objects("content", content)
                .field("citations", citations)
                .field("cache_control", cacheControl).end();
    }
}
