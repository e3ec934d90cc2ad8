package io.github.quarkusclaude.simulator;

import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a tool of the server works with.
 *
 * @param tool the tool as it is offered
 * @param id the id the call gets
 * @param ids ids for more calls
 * @param words the words of the prompt
 * @param now when it is carried out
 */
record ServerToolCall(JsonNode tool, String id, Supplier<String> ids, Prompt prompt, Set<String> words, MessagesRequest request,
        Instant now) {

    static final String SIMULATED = "This was made up by the simulator. ";

    boolean asksForAny(Set<String> keywords) {
        return words.stream().anyMatch(keywords::contains);
    }

    /** Another call of the same tool. */
    ServerToolCall another() {
        return new ServerToolCall(tool, ids.get(), ids, prompt, words, request, now);
    }

    /** Tells whether the tool has been called as often as it may be. */
    boolean isUsedUp(int calls) {
        return calls >= tool.path("max_uses").asInt(Integer.MAX_VALUE);
    }

    /** The call of a tool by this name. */
    ObjectNode call(String name, ObjectNode input) {
        ObjectNode call = JsonNodeFactory.instance.objectNode();
        call.put("type", "server_tool_use").put("id", id).put("name", name).set("input", input);
        call.putObject("caller").put("type", "direct");
        return call;
    }

    /** What a call that cannot be carried out results in, for results of this type. */
    ObjectNode failure(String type, String errorCode) {
        ObjectNode result = result(type);
        result.putObject("content").put("type", type + "_error").put("error_code", errorCode);
        return result;
    }

    ObjectNode result(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type).put("tool_use_id", id);
    }

    static ObjectNode input(String name, String value) {
        return JsonNodeFactory.instance.objectNode().put(name, value);
    }
}
