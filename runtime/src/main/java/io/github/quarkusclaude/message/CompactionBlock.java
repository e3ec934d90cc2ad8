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
 * A summary that takes the place of the conversation before it. Must be sent back unchanged, as the first block of the
 * conversation; what was said before it can be left out.
 *
 * @param content the summary; absent if it could not be made
 * @param encryptedContent the summary in a form that only the API reads; byte for byte as received
 * @param signature the API's proof that the block is its own
 * @param toolChanges which tools were added and removed in what is summarised
 * @param cacheControl a prompt cache breakpoint on this block
 * @param additionalFields fields this version does not know
 */
public record CompactionBlock(@Nullable String content, @Nullable String encryptedContent, @Nullable String signature,
        @Nullable RawJson toolChanges, @Nullable CacheControl cacheControl,
        Map<String, RawJson> additionalFields) implements ContentBlock {

    static final String TYPE = "compaction";

    public CompactionBlock {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    @Override
    public String type() {
        return TYPE;
    }

    static CompactionBlock read(FieldReader fields) throws IOException {
        String content = null;
        String encryptedContent = null;
        String signature = null;
        RawJson toolChanges = null;
        CacheControl cacheControl = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "content" -> content = fields.text();
                case "encrypted_content" -> encryptedContent = fields.text();
                case "signature" -> signature = fields.text();
                case "tool_changes" -> toolChanges = fields.raw();
                case "cache_control" -> cacheControl = fields.object(CacheControl::readFrom);
                default -> fields.keep();
            }
        }
        return new CompactionBlock(content, encryptedContent, signature, toolChanges, cacheControl, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("type", TYPE)
                .field("content", content)
                .field("encrypted_content", encryptedContent)
                .field("signature", signature)
                .field("tool_changes", toolChanges)
                .field("cache_control", cacheControl).end();
    }
}
