package io.github.quarkusclaude.stream;

import java.io.IOException;
import java.util.Map;

import com.fasterxml.jackson.core.JsonGenerator;

import io.github.quarkusclaude.json.AdditionalFields;
import io.github.quarkusclaude.json.FieldReader;
import io.github.quarkusclaude.json.FieldWriter;
import io.github.quarkusclaude.json.RawJson;

/**
 * The connection is alive. Carries nothing.
 *
 * @param additionalFields fields this version does not know
 */
public record Ping(Map<String, RawJson> additionalFields) implements StreamEvent {

    static final String TYPE = "ping";

    public Ping {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    @Override
    public String type() {
        return TYPE;
    }

    static Ping read(FieldReader fields) throws IOException {
        while (fields.next()) {
            fields.keep();
        }
        return new Ping(fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("type", TYPE).end();
    }
}
