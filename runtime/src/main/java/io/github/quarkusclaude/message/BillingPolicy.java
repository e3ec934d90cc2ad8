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
 * Who pays for the request.
 *
 * @param type {@code billing_policy}
 * @param billTo {@code self} or {@code user_profile}
 * @param additionalFields fields this version does not know
 */
public record BillingPolicy(@Nullable String type, @Nullable String billTo,
        Map<String, RawJson> additionalFields) implements ApiObject {

    /** The organisation that owns the key. */
    public static final BillingPolicy SELF = new BillingPolicy("billing_policy", "self", Map.of());

    /** The user profile named by the header {@code anthropic-user-profile-id}. */
    public static final BillingPolicy USER_PROFILE = new BillingPolicy("billing_policy", "user_profile", Map.of());

    public BillingPolicy {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    static BillingPolicy readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        String type = null;
        String billTo = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "type" -> type = fields.text();
                case "bill_to" -> billTo = fields.text();
                default -> fields.keep();
            }
        }
        return new BillingPolicy(type, billTo, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this)
                .field("type", type)
                .field("bill_to", billTo).end();
    }
}
