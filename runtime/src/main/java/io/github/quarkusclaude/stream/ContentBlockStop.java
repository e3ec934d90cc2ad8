package io.github.quarkusclaude.stream;

import java.io.IOException;
import java.util.Map;

import com.fasterxml.jackson.core.JsonGenerator;

import io.github.quarkusclaude.json.AdditionalFields;
import io.github.quarkusclaude.json.FieldReader;
import io.github.quarkusclaude.json.FieldWriter;
import io.github.quarkusclaude.json.RawJson;

/**
 * A content block is complete.
 *
 * @param index the place of the block in the content of the message, from 0; -1 if the server named none
 * @param additionalFields fields this version does not know
 */
public record ContentBlockStop(int index, Map<String, RawJson> additionalFields) implements StreamEvent {

    static final String TYPE = "content_block_stop";

    public ContentBlockStop {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    @Override
    public String type() {
        return TYPE;
    }

    static ContentBlockStop read(FieldReader fields) throws IOException {
        Integer index = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "index" -> index = fields.integer();
                default -> fields.keep();
            }
        }
        return new ContentBlockStop(index == null ? ContentBlockStart.NO_INDEX : index, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("type", TYPE).fieldOrKept("index", index, ContentBlockStart.NO_INDEX).end();
    }
}
