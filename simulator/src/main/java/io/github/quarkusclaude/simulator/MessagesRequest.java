package io.github.quarkusclaude.simulator;

import java.util.List;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A request for a message, or for counting the tokens of one. */
final class MessagesRequest {

    /** What is to become of a request. */
    enum Purpose {
        ANSWERED,
        COUNTED,
        BATCHED
    }

    private final ObjectNode body;
    private final Model model;
    private final Caller caller;
    private final long fingerprint;
    private final Purpose purpose;
    private final ArrayNode transformations;
    private final long lastThought;
    private @Nullable List<Turn> turns;

    MessagesRequest(ObjectNode body, Model model, Caller caller, long fingerprint, Purpose purpose) {
        this(body, model, caller, fingerprint, purpose, JsonNodeFactory.instance.arrayNode(), 0);
    }

    private MessagesRequest(ObjectNode body, Model model, Caller caller, long fingerprint, Purpose purpose,
            ArrayNode transformations, long lastThought) {
        this.body = body;
        this.model = model;
        this.caller = caller;
        this.fingerprint = fingerprint;
        this.purpose = purpose;
        this.transformations = transformations;
        this.lastThought = lastThought;
    }

    /**
     * The same request with what of it the model sees.
     *
     * @param changes what was changed for that
     * @param thought a number for the last thinking that was sent; 0 if there was none
     */
    MessagesRequest seenAs(ObjectNode seen, ArrayNode changes, long thought) {
        return new MessagesRequest(seen, model, caller, fingerprint, purpose, changes, thought);
    }

    /** What of the request was changed before the model saw it. */
    ArrayNode transformations() {
        return transformations;
    }

    /** A number for the last thinking that was sent; 0 if there was none. */
    long lastThought() {
        return lastThought;
    }

    ObjectNode body() {
        return body;
    }

    Model model() {
        return model;
    }

    Caller caller() {
        return caller;
    }

    /** Tells apart requests that ask for different things. */
    long fingerprint() {
        return fingerprint;
    }

    /** Whether only the tokens are to be counted. */
    boolean counting() {
        return purpose == Purpose.COUNTED;
    }

    /** Whether the request is part of a batch. */
    boolean batched() {
        return purpose == Purpose.BATCHED;
    }

    Located root() {
        return new Located("", body);
    }

    Located field(String name) {
        return root().field(name);
    }

    boolean isAtLeast(ApiVersion version) {
        return caller.version().isAtLeast(version);
    }

    boolean isStreamed() {
        return body.path("stream").asBoolean(false);
    }

    long maxTokens() {
        return body.path("max_tokens").asLong(Long.MAX_VALUE);
    }

    /** The messages, those of the same role in a row joined into one. */
    List<Turn> turns() {
        List<Turn> joined = turns;
        if (joined == null) {
            joined = Turn.of(field("messages"));
            turns = joined;
        }
        return joined;
    }

    /** The blocks of all messages and those within them, in their order. */
    List<Located> allBlocks() {
        return turns().stream().flatMap(turn -> turn.allBlocks().stream()).toList();
    }

    /** Tells whether the answer has to continue a text that the request ends with. */
    boolean endsWithAssistant() {
        return !continuesPausedTurn() && lastTurnIsOfAssistant();
    }

    /** Tells whether the answer has to go on with the work of the server's tools that the request ends with. */
    boolean continuesPausedTurn() {
        if (!lastTurnIsOfAssistant()) {
            return false;
        }
        List<Located> blocks = turns().get(turns().size() - 1).blocks();
        String last = blocks.isEmpty() ? "" : Turn.type(blocks.get(blocks.size() - 1));
        return last.equals("server_tool_use") || last.equals("mcp_tool_use") || last.endsWith("_tool_result");
    }

    private boolean lastTurnIsOfAssistant() {
        return !turns().isEmpty() && turns().get(turns().size() - 1).is("assistant");
    }

    /** The {@code type} of {@code thinking}, empty if the request does not say. */
    String thinking() {
        return body.at("/thinking/type").asText("");
    }

    String effort() {
        return body.at("/output_config/effort").asText(model.defaultEffort());
    }

    boolean forcesTool() {
        String choice = body.at("/tool_choice/type").asText("");
        return choice.equals("any") || choice.equals("tool");
    }

    /** The JSON schema of the answer, missing if the answer may be any text. */
    JsonNode outputSchema() {
        JsonNode schema = body.at("/output_config/format/schema");
        return schema.isMissingNode() ? body.at("/output_format/schema") : schema;
    }

    List<String> stopSequences() {
        return StreamSupport.stream(body.path("stop_sequences").spliterator(), false).map(JsonNode::asText).toList();
    }
}
