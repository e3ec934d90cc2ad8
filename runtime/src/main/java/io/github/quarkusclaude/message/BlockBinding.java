package io.github.quarkusclaude.message;

import java.io.IOException;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonGenerator;

import io.github.quarkusclaude.json.AdditionalFields;
import io.github.quarkusclaude.json.ApiObject;
import io.github.quarkusclaude.json.FieldReader;
import io.github.quarkusclaude.json.FieldWriter;
import io.github.quarkusclaude.json.JsonReader;
import io.github.quarkusclaude.json.RawJson;

/**
 * What the API does with thinking blocks that do not belong where they stand: another model, another conversation.
 *
 * @param prefixMismatchBehavior {@code error} or {@code drop_block}
 * @param additionalFields fields this version does not know
 */
public record BlockBinding(@Nullable String prefixMismatchBehavior,
        Map<String, RawJson> additionalFields) implements ApiObject {

    /** Such blocks are refused. */
    public static final BlockBinding ERROR = new BlockBinding("error", Map.of());

    /** Such blocks are left out; the answer reports them as {@code input_transformations}. */
    public static final BlockBinding DROP_BLOCK = new BlockBinding("drop_block", Map.of());

    public BlockBinding {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    static BlockBinding readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        String prefixMismatchBehavior = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "prefix_mismatch_behavior" -> prefixMismatchBehavior = fields.text();
                default -> fields.keep();
            }
        }
        return new BlockBinding(prefixMismatchBehavior, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this)
                .field("prefix_mismatch_behavior", prefixMismatchBehavior).end();
    }
}
