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
 * What a refusal left behind ({@link StopDetails#fallbackCreditToken()}), so that asking another model does not pay for the
 * cached prompt a second time.
 */
public sealed interface FallbackCredit extends ApiObject {

    /** The token of the refusal; never shown by {@code toString}. */
    @Nullable
    String token();

    /** A token. */
    static FallbackCredit of(String token) {
        return new Token(token);
    }

    /**
     * A token and what happens if it does not fit.
     *
     * @param mode {@code strict}: the request fails; {@code best_effort}: it goes on without
     */
    static FallbackCredit of(String token, String mode) {
        return new Claim(token, mode, Map.of());
    }

    /** Decodes a token or an object from where the reader stands. */
    static FallbackCredit readFrom(JsonReader json) throws IOException {
        return json.isText() ? of(json.text()) : Claim.read(json);
    }

    /**
     * Only a token.
     *
     * @param token the token
     */
    record Token(String token) implements FallbackCredit {

        @Override
        public Map<String, RawJson> additionalFields() {
            return Map.of();
        }

        @Override
        public void writeTo(JsonGenerator json) throws IOException {
            json.writeString(token);
        }

        /** Without the token. */
        @Override
        public String toString() {
            return "FallbackCredit[]";
        }
    }

    /**
     * A token and what happens if it does not fit.
     *
     * @param token the token
     * @param mode {@code strict} or {@code best_effort}
     * @param additionalFields fields this version does not know
     */
    record Claim(@Nullable String token, @Nullable String mode,
            Map<String, RawJson> additionalFields) implements FallbackCredit {

        public Claim {
            additionalFields = AdditionalFields.copyOf(additionalFields);
        }

        static Claim read(JsonReader json) throws IOException {
            FieldReader fields = FieldReader.open(json);
            String token = null;
            String mode = null;
            while (fields.next()) {
                switch (fields.name()) {
                    case "token" -> token = fields.text();
                    case "mode" -> mode = fields.text();
                    default -> fields.keep();
                }
            }
            return new Claim(token, mode, fields.rest());
        }

        @Override
        public void writeTo(JsonGenerator json) throws IOException {
            FieldWriter.start(json, this).field("token", token).field("mode", mode).end();
        }

        /** Without the token. */
        @Override
        public String toString() {
            return "FallbackCredit[mode=" + mode + "]";
        }
    }
}
