package io.github.quarkusclaude.message;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonGenerator;

import io.github.quarkusclaude.json.AdditionalFields;
import io.github.quarkusclaude.json.FieldReader;
import io.github.quarkusclaude.json.FieldWriter;
import io.github.quarkusclaude.json.RawJson;

/**
 * Text.
 *
 * @param text the text
 * @param citations where the text comes from; in an answer only
 * @param cacheControl a prompt cache breakpoint on this block
 * @param additionalFields fields this version does not know
 */
public record TextBlock(String text, @Nullable List<Citation> citations, @Nullable CacheControl cacheControl,
        Map<String, RawJson> additionalFields) implements ContentBlock {

    static final String TYPE = "text";

    public TextBlock {
        Objects.requireNonNull(text, "The text is null");
        citations = citations == null ? null : List.copyOf(citations);
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** A plain text. */
    public static TextBlock of(String text) {
        return new TextBlock(text, null, null, Map.of());
    }

    /** This block with a prompt cache breakpoint. */
    public TextBlock withCacheControl(CacheControl cacheControl) {
        return new TextBlock(text, citations, cacheControl, additionalFields);
    }

    @Override
    public String type() {
        return TYPE;
    }

    static String join(List<ContentBlock> blocks) {
        StringBuilder joined = new StringBuilder();
        for (ContentBlock block : blocks) {
            if (block instanceof TextBlock text) {
                joined.append(text.text);
            }
        }
        return joined.toString();
    }

    static TextBlock read(FieldReader fields) throws IOException {
        String text = null;
        List<Citation> citations = null;
        CacheControl cacheControl = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "text" -> text = fields.text();
                case "citations" -> citations = fields.list(Citation::readFrom);
                case "cache_control" -> cacheControl = fields.object(CacheControl::readFrom);
                default -> fields.keep();
            }
        }
        return new TextBlock(text == null ? "" : text, citations, cacheControl, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("type", TYPE).fieldOrKept("text", text, "").objects("citations", citations)
                .field("cache_control", cacheControl).end();
    }
}
