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
 * A document: a PDF, a plain text, or content of one's own.
 *
 * @param source where the document is
 * @param title its title, shown to the model
 * @param context what the model should know about it; not cited from
 * @param citations whether the answer may cite it; it does not by default
 * @param cacheControl a prompt cache breakpoint on this block
 * @param additionalFields fields this version does not know
 */
public record DocumentBlock(@Nullable Source source, @Nullable String title, @Nullable String context,
        @Nullable CitationsConfig citations, @Nullable CacheControl cacheControl,
        Map<String, RawJson> additionalFields) implements ContentBlock {

    static final String TYPE = "document";

    public DocumentBlock {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** A document from a source. */
    public static DocumentBlock of(Source source) {
        return new DocumentBlock(source, null, null, null, null, Map.of());
    }

    /** A document from a source, with a title. */
    public static DocumentBlock of(Source source, String title) {
        return new DocumentBlock(source, title, null, null, null, Map.of());
    }

    /** This document, to be cited: {@link Message#citations()} tells where. Not together with an output format. */
    public DocumentBlock withCitations() {
        return new DocumentBlock(source, title, context, CitationsConfig.ENABLED, cacheControl, additionalFields);
    }

    /** This document with something the model should know about it. */
    public DocumentBlock withContext(String context) {
        return new DocumentBlock(source, title, context, citations, cacheControl, additionalFields);
    }

    /** This block with a prompt cache breakpoint. */
    public DocumentBlock withCacheControl(CacheControl cacheControl) {
        return new DocumentBlock(source, title, context, citations, cacheControl, additionalFields);
    }

    @Override
    public String type() {
        return TYPE;
    }

    static DocumentBlock read(FieldReader fields) throws IOException {
        Source source = null;
        String title = null;
        String context = null;
        CitationsConfig citations = null;
        CacheControl cacheControl = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "source" -> source = fields.object(Source::readFrom);
                case "title" -> title = fields.text();
                case "context" -> context = fields.text();
                case "citations" -> citations = fields.object(CitationsConfig::readFrom);
                case "cache_control" -> cacheControl = fields.object(CacheControl::readFrom);
                default -> fields.keep();
            }
        }
        return new DocumentBlock(source, title, context, citations, cacheControl, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("type", TYPE)
                .field("source", source)
                .field("title", title)
                .field("context", context)
                .field("citations", citations)
                .field("cache_control", cacheControl).end();
    }
}
