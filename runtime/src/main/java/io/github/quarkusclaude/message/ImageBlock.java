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
 * An image.
 *
 * @param source where the image is
 * @param cacheControl a prompt cache breakpoint on this block
 * @param additionalFields fields this version does not know
 */
public record ImageBlock(@Nullable Source source, @Nullable CacheControl cacheControl,
        Map<String, RawJson> additionalFields) implements ContentBlock {

    static final String TYPE = "image";

    public ImageBlock {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** An image from a source. */
    public static ImageBlock of(Source source) {
        return new ImageBlock(source, null, Map.of());
    }

    @Override
    public String type() {
        return TYPE;
    }

    static ImageBlock read(FieldReader fields) throws IOException {
        Source source = null;
        CacheControl cacheControl = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "source" -> source = fields.object(Source::readFrom);
                case "cache_control" -> cacheControl = fields.object(CacheControl::readFrom);
                default -> fields.keep();
            }
        }
        return new ImageBlock(source, cacheControl, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("type", TYPE).field("source", source)
                .field("cache_control", cacheControl).end();
    }
}
