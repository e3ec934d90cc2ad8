package io.github.quarkusclaude.message;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonGenerator;

import io.github.quarkusclaude.json.AdditionalFields;
import io.github.quarkusclaude.json.ApiJson;
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
 * @param outputConfig with {@link Role#SYSTEM}, the effort from here on
 * @param clearAt with {@link Role#SYSTEM}, when the message is forgotten: {@code next_user_message} or {@code never}
 * @param additionalFields fields this version does not know
 * @param saidBy which model said it, and which client asked: thinking belongs to both. Absent if that is not known. Never
 *        part of the JSON
 */
public record InputMessage(Role role, Content content, @Nullable OutputConfig outputConfig, @Nullable String clearAt,
        Map<String, RawJson> additionalFields, @Nullable ModelRoute saidBy) implements ApiObject {

    private static final Content NO_CONTENT = Content.of(List.of());

    public InputMessage {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** A turn. */
    public InputMessage(Role role, Content content) {
        this(role, content, null, null, Map.of(), null);
    }

    /** The user says a text. */
    public static InputMessage user(String text) {
        return new InputMessage(Role.USER, Content.of(text));
    }

    /** The user says and shows something. */
    public static InputMessage user(List<? extends ContentBlock> blocks) {
        return new InputMessage(Role.USER, Content.of(blocks));
    }

    /**
     * The user says something about images and documents. They stand before the text, where models understand them best.
     */
    public static InputMessage user(String text, List<? extends ContentBlock> attachments) {
        List<ContentBlock> blocks = new ArrayList<>(attachments);
        blocks.add(TextBlock.of(text));
        return user(blocks);
    }

    /** The model said a text. */
    public static InputMessage assistant(String text) {
        return new InputMessage(Role.ASSISTANT, Content.of(text));
    }

    /** The model answered these blocks. */
    public static InputMessage assistant(List<? extends ContentBlock> blocks) {
        return new InputMessage(Role.ASSISTANT, Content.of(blocks));
    }

    /** The model answered this. */
    static InputMessage assistant(Message answer) {
        ModelChoice choice = answer.modelChoice();
        return new InputMessage(Role.ASSISTANT, Content.of(answer.content()), null, null, Map.of(),
                choice == null ? null : choice.route());
    }

    /** Instructions from here on. Not every model accepts them. */
    public static InputMessage system(String text) {
        return new InputMessage(Role.SYSTEM, Content.of(text));
    }

    /** Instructions from here on: texts and {@link ToolChangeBlock}s. Not every model accepts them. */
    public static InputMessage system(List<? extends ContentBlock> blocks) {
        return new InputMessage(Role.SYSTEM, Content.of(blocks));
    }

    /** This turn with other content. */
    public InputMessage withContent(Content content) {
        return new InputMessage(role, content, outputConfig, clearAt, additionalFields, saidBy);
    }

    /** These instructions, with another effort from here on. */
    public InputMessage withEffort(String effort) {
        return new InputMessage(role, content, OutputConfig.effort(effort), clearAt, additionalFields, saidBy);
    }

    /** These instructions, forgotten at {@code next_user_message} or {@code never}. */
    public InputMessage withClearAt(String clearAt) {
        return new InputMessage(role, content, outputConfig, clearAt, additionalFields, saidBy);
    }

    /**
     * Decodes a turn from JSON.
     *
     * @throws io.github.quarkusclaude.json.MalformedJsonException if the text is not a JSON object
     */
    public static InputMessage fromJson(String json) {
        return ApiJson.decode(json, InputMessage::readFrom);
    }

    static InputMessage readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        String role = null;
        Content content = null;
        OutputConfig outputConfig = null;
        String clearAt = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "role" -> role = fields.text();
                case "content" -> content = fields.arrayOrText(Content::readFrom);
                case "output_config" -> outputConfig = fields.object(OutputConfig::readFrom);
                case "clear_at" -> clearAt = fields.text();
                default -> fields.keep();
            }
        }
        return new InputMessage(role == null ? Role.USER : new Role(role), content == null ? NO_CONTENT : content,
                outputConfig, clearAt, fields.rest(), null);
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this)
                .fieldOrKept("role", role.value(), Role.USER.value())
                .fieldOrKept("content", content, NO_CONTENT)
                .field("output_config", outputConfig)
                .field("clear_at", clearAt).end();
    }
}
