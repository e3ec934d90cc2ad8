package io.github.quarkusclaude.batch;

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
import io.github.quarkusclaude.message.Message;

/**
 * What has become of one request of a batch.
 */
public sealed interface BatchOutcome extends ApiObject {

    /** The API's word for the kind of outcome; absent only if a server left it out. */
    @Nullable
    String type();

    /** Decodes an outcome from where the reader stands. */
    static BatchOutcome readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.openTyped(json);
        Message message = null;
        BatchError error = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "message" -> message = fields.object(Message::readFrom);
                case "error" -> error = fields.object(BatchError::readFrom);
                default -> fields.keep();
            }
        }
        return of(fields.type(), message, error, fields.rest());
    }

    private static BatchOutcome of(@Nullable String type, @Nullable Message message, @Nullable BatchError error,
            Map<String, RawJson> rest) {
        if (Succeeded.TYPE.equals(type) && message != null && error == null) {
            return new Succeeded(message, rest);
        }
        if (Errored.TYPE.equals(type) && error != null && message == null) {
            return new Errored(error, rest);
        }
        Map<String, RawJson> all = rest;
        if (message != null) {
            all = AdditionalFields.with(all, "message", RawJson.from(message));
        }
        if (error != null) {
            all = AdditionalFields.with(all, "error", RawJson.from(error));
        }
        return Canceled.TYPE.equals(type) ? new Canceled(all)
                : Expired.TYPE.equals(type) ? new Expired(all) : new Unknown(type, all);
    }

    /**
     * The request was answered.
     *
     * @param message the answer
     * @param additionalFields fields this version has no component for
     */
    record Succeeded(Message message, Map<String, RawJson> additionalFields) implements BatchOutcome {

        static final String TYPE = "succeeded";

        public Succeeded {
            additionalFields = AdditionalFields.copyOf(additionalFields);
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public void writeTo(JsonGenerator json) throws IOException {
            FieldWriter.start(json, this).field("type", TYPE).field("message", message).end();
        }
    }

    /**
     * The request failed: it was not acceptable, or the API had a fault. It is not paid for.
     *
     * @param error why
     * @param additionalFields fields this version has no component for
     */
    record Errored(BatchError error, Map<String, RawJson> additionalFields) implements BatchOutcome {

        static final String TYPE = "errored";

        public Errored {
            additionalFields = AdditionalFields.copyOf(additionalFields);
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public void writeTo(JsonGenerator json) throws IOException {
            FieldWriter.start(json, this).field("type", TYPE).field("error", error).end();
        }
    }

    /**
     * The batch was cancelled before the request was answered. It is not paid for.
     *
     * @param additionalFields fields this version has no component for
     */
    record Canceled(Map<String, RawJson> additionalFields) implements BatchOutcome {

        static final String TYPE = "canceled";

        public Canceled {
            additionalFields = AdditionalFields.copyOf(additionalFields);
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public void writeTo(JsonGenerator json) throws IOException {
            FieldWriter.start(json, this).field("type", TYPE).end();
        }
    }

    /**
     * The request was not answered within a day. It is not paid for.
     *
     * @param additionalFields fields this version has no component for
     */
    record Expired(Map<String, RawJson> additionalFields) implements BatchOutcome {

        static final String TYPE = "expired";

        public Expired {
            additionalFields = AdditionalFields.copyOf(additionalFields);
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public void writeTo(JsonGenerator json) throws IOException {
            FieldWriter.start(json, this).field("type", TYPE).end();
        }
    }

    /**
     * An outcome of a kind this version has no type for. Nothing of it is lost.
     *
     * @param type the API's word for the kind
     * @param additionalFields all other fields
     */
    record Unknown(@Nullable String type, Map<String, RawJson> additionalFields) implements BatchOutcome {

        /** The outcome of a result that says none. */
        static final Unknown ABSENT = new Unknown(null, Map.of());

        public Unknown {
            additionalFields = AdditionalFields.copyOf(additionalFields);
        }

        @Override
        public void writeTo(JsonGenerator json) throws IOException {
            FieldWriter.start(json, this).field("type", type).end();
        }
    }
}
