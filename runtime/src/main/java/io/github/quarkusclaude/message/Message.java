package io.github.quarkusclaude.message;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

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
 * An answer of the model.
 * <p>
 * {@link #text()}, {@link #toolUses()}, {@link #citations()}, {@link #thinking()} and {@link #serverToolCalls()} answer the
 * common questions; everything is in {@link #content()}.
 *
 * @param id the API's id of the message; some compatible servers leave it out
 * @param role who speaks: the assistant
 * @param model the model that answered
 * @param content what it answered
 * @param stopReason why it stopped; absent only while a message is streamed
 * @param stopSequence the stop sequence that came up, if one did
 * @param stopDetails more about why it stopped, if the model refused
 * @param container the container in which its code ran, if it did
 * @param diagnostics why the prompt cache was not used, if that was asked
 * @param usage the tokens used; {@link Usage#UNKNOWN} if the server did not tell
 * @param additionalFields fields this version has no component for
 * @param modelChoice which model the request was for and which one was asked; absent if the message does not come from a
 *        client
 * @param joins where a streamed answer broke off and was continued, in order; empty unless
 *        {@code quarkus.claude.stream.resume} is set
 */
public record Message(@Nullable String id, Role role, @Nullable String model, List<ContentBlock> content,
        @Nullable StopReason stopReason, @Nullable String stopSequence, @Nullable StopDetails stopDetails,
        @Nullable Container container,
        @Nullable Diagnostics diagnostics, Usage usage,
        Map<String, RawJson> additionalFields, @Nullable ModelChoice modelChoice,
        List<MessageJoin> joins) implements ApiObject {

    private static final String TYPE = "message";

    public Message {
        content = List.copyOf(content);
        additionalFields = AdditionalFields.copyOf(additionalFields);
        joins = List.copyOf(joins);
    }

    /** A message in one piece. */
    public Message(@Nullable String id, Role role, @Nullable String model, List<ContentBlock> content,
            @Nullable StopReason stopReason, @Nullable String stopSequence, @Nullable StopDetails stopDetails,
            @Nullable Container container, @Nullable Diagnostics diagnostics, Usage usage,
            Map<String, RawJson> additionalFields, @Nullable ModelChoice modelChoice) {
        this(id, role, model, content, stopReason, stopSequence, stopDetails, container, diagnostics, usage, additionalFields,
                modelChoice, List.of());
    }

    /** The text of the answer: that of all text blocks, joined without anything between. */
    public String text() {
        return TextBlock.join(content);
    }

    /** The tools the model asks to run, in its order. */
    public List<ToolUseBlock> toolUses() {
        List<ToolUseBlock> toolUses = new ArrayList<>();
        for (ContentBlock block : content) {
            if (block instanceof ToolUseBlock toolUse) {
                toolUses.add(toolUse);
            }
        }
        return List.copyOf(toolUses);
    }

    /** The parts of {@link #text()} that are supported by citations, in their order; they do not overlap. */
    public List<CitedText> citations() {
        return CitedText.in(content);
    }

    /** What the model thought, as far as it is shown: all thinking joined, with a blank line between. */
    public String thinking() {
        StringJoiner thinking = new StringJoiner("\n\n");
        for (ContentBlock block : content) {
            if (block instanceof ThinkingBlock thought && !thought.thinking().isEmpty()) {
                thinking.add(thought.thinking());
            }
        }
        return thinking.toString();
    }

    /** The tools that the API ran for this answer, with their results, in the order of their calls. */
    public List<ServerToolCall> serverToolCalls() {
        return ServerToolCall.in(content);
    }

    /** Whether the model declined to answer; {@link #stopDetails()} may tell why. */
    public boolean isRefusal() {
        return StopReason.REFUSAL.equals(stopReason);
    }

    /** This answer with the model choice of its request. */
    public Message withModelChoice(ModelChoice choice) {
        return new Message(id, role, model, content, stopReason, stopSequence, stopDetails, container, diagnostics, usage,
                additionalFields, choice, joins);
    }

    /** This answer with other content. */
    public Message withContent(List<ContentBlock> content) {
        return new Message(id, role, model, content, stopReason, stopSequence, stopDetails, container, diagnostics, usage,
                additionalFields, modelChoice, joins);
    }

    /** This answer as a turn of the conversation, to be sent back unchanged in the next request. */
    public InputMessage toInputMessage() {
        return InputMessage.assistant(this);
    }

    /**
     * Decodes a message from JSON.
     *
     * @throws io.github.quarkusclaude.json.MalformedJsonException if the text is not a JSON object
     */
    public static Message fromJson(String json) {
        return ApiJson.decode(json, Message::readFrom);
    }

    /** Decodes a message from where the reader stands. */
    public static Message readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        String id = null;
        String role = null;
        String model = null;
        List<ContentBlock> content = null;
        String stopReason = null;
        String stopSequence = null;
        StopDetails stopDetails = null;
        Container container = null;
        Diagnostics diagnostics = null;
        Usage usage = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "type" -> fields.skip();
                case "id" -> id = fields.text();
                case "role" -> role = fields.text();
                case "model" -> model = fields.text();
                case "content" -> content = fields.list(ContentBlock::readFrom);
                case "stop_reason" -> stopReason = fields.text();
                case "stop_sequence" -> stopSequence = fields.text();
                case "stop_details" -> stopDetails = fields.object(StopDetails::readFrom);
                case "container" -> container = fields.object(Container::readFrom);
                case "diagnostics" -> diagnostics = fields.object(Diagnostics::readFrom);
                case "usage" -> usage = fields.object(Usage::readFrom);
                default -> fields.keep();
            }
        }
        return new Message(id, role == null ? Role.ASSISTANT : new Role(role), model,
                content == null ? List.of() : content, stopReason == null ? null : new StopReason(stopReason),
                stopSequence, stopDetails, container, diagnostics, usage == null ? Usage.UNKNOWN : usage, fields.rest(), null);
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this).field("id", id).field("type", TYPE)
                .fieldOrKept("role", role.value(), Role.ASSISTANT.value())
                .field("model", model).objectsOrKept("content", content)
                .field("stop_reason", stopReason == null ? null : stopReason.value())
                .field("stop_sequence", stopSequence).field("stop_details", stopDetails).field("container", container)
                .field("diagnostics", diagnostics).field("usage", usage == Usage.UNKNOWN ? null : usage).end();
    }
}
