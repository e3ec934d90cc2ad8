package io.github.quarkusclaude.stream;

import java.io.IOException;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonGenerator;

import io.github.quarkusclaude.json.AdditionalFields;
import io.github.quarkusclaude.json.FieldReader;
import io.github.quarkusclaude.json.FieldWriter;
import io.github.quarkusclaude.json.RawJson;

/**
 * A content block grows.
 *
 * @param index the place of the block in the content of the message, from 0; -1 if the server named none
 * @param delta what is added
 * @param additionalFields fields this version does not know
 */
public record ContentBlockDelta(int index, @Nullable Delta delta,
        Map<String, RawJson> additionalFields) implements StreamEvent {

    static final String TYPE = "content_block_delta";

    public ContentBlockDelta {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    @Override
    public String type() {
        return TYPE;
    }

    static ContentBlockDelta read(FieldReader fields) throws IOException {
        Integer index = null;
        Delta delta = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "index" -> index = fields.integer();
                case "delta" -> delta = fields.object(Delta::readFrom);
                default -> fields.keep();
            }
        }
        return new ContentBlockDelta(index == null ? ContentBlockStart.NO_INDEX : index, delta, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("type", TYPE).fieldOrKept("index", index, ContentBlockStart.NO_INDEX)
                .field("delta", delta).end();
    }
}
