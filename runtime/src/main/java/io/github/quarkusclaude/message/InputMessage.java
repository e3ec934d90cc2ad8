package io.github.quarkusclaude.message;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonGenerator;

import io.github.quarkusclaude.json.AdditionalFields;
import io.github.quarkusclaude.json.ApiObject;
import io.github.quarkusclaude.json.FieldReader;
import io.github.quarkusclaude.json.FieldWriter;
import io.github.quarkusclaude.json.JsonReader;
import io.github.quarkusclaude.json.RawJson;

/**
 * One turn of the conversation sent to the model.
 *
 * @param role who speaks
 * @param content what is said
 * @param additionalFields fields this version does not know
 */
public record InputMessage(Role role, Content content, Map<String, RawJson> additionalFields) implements ApiObject {

    public InputMessage {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** The user says a text. */
    public static InputMessage user(String text) {
        return new InputMessage(Role.USER, Content.of(text), Map.of());
    }

    /** The user says and shows something. */
    public static InputMessage user(List<? extends ContentBlock> blocks) {
        return new InputMessage(Role.USER, Content.of(blocks), Map.of());
    }

    /** The model said a text. */
    public static InputMessage assistant(String text) {
        return new InputMessage(Role.ASSISTANT, Content.of(text), Map.of());
    }

    /** The model answered these blocks. */
    public static InputMessage assistant(List<? extends ContentBlock> blocks) {
        return new InputMessage(Role.ASSISTANT, Content.of(blocks), Map.of());
    }

    static InputMessage readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        String role = null;
        Content content = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "role" -> role = fields.text();
                case "content" -> content = fields.arrayOrText(Content::readFrom);
                default -> fields.keep();
            }
        }
        return new InputMessage(role == null ? Role.USER : new Role(role), content == null ? Content.of(List.of()) : content,
                fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("role", role.value()).field("content", content).end();
    }
}
