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
 * From here on another model answers, because the one before declined. Keep it in its place when the answer is sent back.
 *
 * @param from the model that declined
 * @param to the model that goes on; it is the model of the message
 * @param trigger why, as far as the API tells
 * @param additionalFields fields this version does not know
 */
public record FallbackBlock(@Nullable Party from, @Nullable Party to, @Nullable RawJson trigger,
        Map<String, RawJson> additionalFields) implements ContentBlock {

    static final String TYPE = "fallback";

    public FallbackBlock {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    @Override
    public String type() {
        return TYPE;
    }

    static FallbackBlock read(FieldReader fields) throws IOException {
        Party from = null;
        Party to = null;
        RawJson trigger = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "from" -> from = fields.object(Party::readFrom);
                case "to" -> to = fields.object(Party::readFrom);
                case "trigger" -> trigger = fields.raw();
                default -> fields.keep();
            }
        }
        return new FallbackBlock(from, to, trigger, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("type", TYPE)
                .field("from", from)
                .field("to", to)
                .field("trigger", trigger).end();
    }

    /**
     * A model that took part.
     *
     * @param model its id
     * @param additionalFields fields this version does not know
     */
    public record Party(@Nullable String model, Map<String, RawJson> additionalFields) implements ApiObject {

        public Party {
            additionalFields = AdditionalFields.copyOf(additionalFields);
        }

        static Party readFrom(JsonReader json) throws IOException {
            FieldReader fields = FieldReader.open(json);
            String model = null;
            while (fields.next()) {
                switch (fields.name()) {
                    case "model" -> model = fields.text();
                    default -> fields.keep();
                }
            }
            return new Party(model, fields.rest());
        }

        @Override
        public void writeTo(JsonGenerator json) throws IOException {
            FieldWriter.start(json, this).field("model", model).end();
        }
    }
}
