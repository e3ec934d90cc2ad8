package io.github.quarkusclaude.stream;

import java.io.IOException;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonGenerator;

import io.github.quarkusclaude.json.AdditionalFields;
import io.github.quarkusclaude.json.FieldReader;
import io.github.quarkusclaude.json.FieldWriter;
import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.message.ContentBlock;

/**
 * A content block begins.
 *
 * @param index the place of the block in the content of the message, from 0; -1 if the server named none
 * @param contentBlock the block so far; kinds that do not stream are complete
 * @param additionalFields fields this version does not know
 */
public record ContentBlockStart(int index, @Nullable ContentBlock contentBlock,
        Map<String, RawJson> additionalFields) implements StreamEvent {

    static final String TYPE = "content_block_start";

    /** In place of a number that is missing or none; another one would mean a block that is not meant. */
    static final int NO_INDEX = -1;

    public ContentBlockStart {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    @Override
    public String type() {
        return TYPE;
    }

    static ContentBlockStart read(FieldReader fields) throws IOException {
        Integer index = null;
        ContentBlock contentBlock = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "index" -> index = fields.integer();
                case "content_block" -> contentBlock = fields.object(ContentBlock::readFrom);
                default -> fields.keep();
            }
        }
        return new ContentBlockStart(index == null ? NO_INDEX : index, contentBlock, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("type", TYPE).fieldOrKept("index", index, NO_INDEX)
                .field("content_block", contentBlock).end();
    }
}
