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
 * What the advisor, another model, said.
 *
 * @param type {@code advisor_result} or {@code advisor_redacted_result}
 * @param text its advice; absent if it is only for the model
 * @param encryptedContent its advice in a form that only the API reads
 * @param stopReason why it stopped, a word of {@link StopReason}
 * @param additionalFields fields this version does not know
 */
public record AdvisorResult(@Nullable String type, @Nullable String text, @Nullable String encryptedContent,
        @Nullable String stopReason, Map<String, RawJson> additionalFields) implements ServerToolResult {

    static final String PLAIN = "advisor_result";
    static final String REDACTED = "advisor_redacted_result";

    public AdvisorResult {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    static AdvisorResult read(FieldReader fields) throws IOException {
        String text = null;
        String encryptedContent = null;
        String stopReason = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "text" -> text = fields.text();
                case "encrypted_content" -> encryptedContent = fields.text();
                case "stop_reason" -> stopReason = fields.text();
                default -> fields.keep();
            }
        }
        return new AdvisorResult(fields.type(), text, encryptedContent, stopReason, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this)
                .field("type", type)
                .field("text", text)
                .field("encrypted_content", encryptedContent)
                .field("stop_reason", stopReason).end();
    }
}
