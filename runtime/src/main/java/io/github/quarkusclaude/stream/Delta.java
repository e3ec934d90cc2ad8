package io.github.quarkusclaude.stream;

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
import io.github.quarkusclaude.message.Citation;

/**
 * What a {@link ContentBlockDelta} adds to its block.
 */
public sealed interface Delta extends ApiObject {

    /** The API's word for the kind of delta. */
    @Nullable
    String type();

    /** Decodes a delta from where the reader stands. */
    static Delta readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.openTyped(json);
        String type = fields.type();
        if (CompactionDelta.TYPE.equals(type)) {
            return CompactionDelta.read(fields);
        }
        String valueField = valueField(type);
        String value = null;
        Citation citation = null;
        while (fields.next()) {
            if (fields.name().equals(valueField)) {
                value = fields.text();
            } else if (CitationsDelta.TYPE.equals(type) && fields.name().equals("citation")) {
                citation = fields.object(Citation::readFrom);
            } else {
                fields.keep();
            }
        }
        Map<String, RawJson> rest = fields.rest();
        if (value != null) {
            return switch (valueField) {
                case "text" -> new TextDelta(value, rest);
                case "partial_json" -> new InputJsonDelta(value, rest);
                case "thinking" -> new ThinkingDelta(value, rest);
                default -> new SignatureDelta(value, rest);
            };
        }
        return citation != null ? new CitationsDelta(citation, rest) : new RawDelta(type, rest);
    }

    private static String valueField(@Nullable String type) {
        if (type == null) {
            return "";
        }
        return switch (type) {
            case TextDelta.TYPE -> "text";
            case InputJsonDelta.TYPE -> "partial_json";
            case ThinkingDelta.TYPE -> "thinking";
            case SignatureDelta.TYPE -> "signature";
            default -> "";
        };
    }

    /**
     * More text.
     *
     * @param text to be appended
     * @param additionalFields fields this version does not know
     */
    record TextDelta(String text, Map<String, RawJson> additionalFields) implements Delta {

        static final String TYPE = "text_delta";

        public TextDelta {
            additionalFields = AdditionalFields.copyOf(additionalFields);
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public void writeTo(JsonGenerator json) throws IOException {
            FieldWriter.start(json, this).field("type", TYPE).field("text", text).end();
        }
    }

    /**
     * More of the arguments of a tool, as JSON text that may be cut anywhere.
     *
     * @param partialJson to be appended
     * @param additionalFields fields this version does not know
     */
    record InputJsonDelta(String partialJson, Map<String, RawJson> additionalFields) implements Delta {

        static final String TYPE = "input_json_delta";

        public InputJsonDelta {
            additionalFields = AdditionalFields.copyOf(additionalFields);
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public void writeTo(JsonGenerator json) throws IOException {
            FieldWriter.start(json, this).field("type", TYPE).field("partial_json", partialJson).end();
        }
    }

    /**
     * More thinking.
     *
     * @param thinking to be appended
     * @param additionalFields fields this version does not know
     */
    record ThinkingDelta(String thinking, Map<String, RawJson> additionalFields) implements Delta {

        static final String TYPE = "thinking_delta";

        public ThinkingDelta {
            additionalFields = AdditionalFields.copyOf(additionalFields);
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public void writeTo(JsonGenerator json) throws IOException {
            FieldWriter.start(json, this).field("type", TYPE).field("thinking", thinking).end();
        }
    }

    /**
     * The signature of a thinking block.
     *
     * @param signature replaces what was there
     * @param additionalFields fields this version does not know
     */
    record SignatureDelta(String signature, Map<String, RawJson> additionalFields) implements Delta {

        static final String TYPE = "signature_delta";

        public SignatureDelta {
            additionalFields = AdditionalFields.copyOf(additionalFields);
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public void writeTo(JsonGenerator json) throws IOException {
            FieldWriter.start(json, this).field("type", TYPE).field("signature", signature).end();
        }
    }

    /**
     * One more citation of a text.
     *
     * @param citation to be added
     * @param additionalFields fields this version does not know
     */
    record CitationsDelta(Citation citation, Map<String, RawJson> additionalFields) implements Delta {

        static final String TYPE = "citations_delta";

        public CitationsDelta {
            additionalFields = AdditionalFields.copyOf(additionalFields);
        }

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public void writeTo(JsonGenerator json) throws IOException {
            FieldWriter.start(json, this).field("type", TYPE).field("citation", citation).end();
        }
    }

    /**
     * More of a summary.
     *
     * @param content to be appended
     * @param encryptedContent replaces what was there
     * @param signature replaces what was there
     * @param toolChanges replaces what was there
     * @param additionalFields fields this version does not know
     */
    record CompactionDelta(@Nullable String content, @Nullable String encryptedContent, @Nullable String signature,
            @Nullable RawJson toolChanges, Map<String, RawJson> additionalFields) implements Delta {

        static final String TYPE = "compaction_delta";

        public CompactionDelta {
            additionalFields = AdditionalFields.copyOf(additionalFields);
        }

        @Override
        public String type() {
            return TYPE;
        }

        static CompactionDelta read(FieldReader fields) throws IOException {
            String content = null;
            String encryptedContent = null;
            String signature = null;
            RawJson toolChanges = null;
            while (fields.next()) {
                switch (fields.name()) {
                    case "content" -> content = fields.text();
                    case "encrypted_content" -> encryptedContent = fields.text();
                    case "signature" -> signature = fields.text();
                    case "tool_changes" -> toolChanges = fields.raw();
                    default -> fields.keep();
                }
            }
            return new CompactionDelta(content, encryptedContent, signature, toolChanges, fields.rest());
        }

        @Override
        public void writeTo(JsonGenerator json) throws IOException {
            FieldWriter.start(json, this).field("type", TYPE).field("content", content)
                    .field("encrypted_content", encryptedContent).field("signature", signature)
                    .field("tool_changes", toolChanges).end();
        }
    }

    /**
     * A delta of a kind this version has no type for.
     *
     * @param type the API's word for the kind
     * @param additionalFields all other fields of the delta
     */
    record RawDelta(@Nullable String type, Map<String, RawJson> additionalFields) implements Delta {

        public RawDelta {
            additionalFields = AdditionalFields.copyOf(additionalFields);
        }

        @Override
        public void writeTo(JsonGenerator json) throws IOException {
            FieldWriter.start(json, this).field("type", type).end();
        }
    }
}
