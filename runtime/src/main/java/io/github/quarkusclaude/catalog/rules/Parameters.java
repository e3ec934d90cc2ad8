package io.github.quarkusclaude.catalog.rules;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.message.MessageRequest;

/** Parameters of a request that have no component of their own, by their API names. */
final class Parameters {

    private Parameters() {
    }

    /** A parameter as a tree, missing if it is absent or {@code null}. */
    static JsonNode tree(String name, MessageRequest request) {
        RawJson value = request.additionalFields().get(name);
        return value == null || value.equals(RawJson.NULL) ? MissingNode.getInstance() : value.tree();
    }

    static boolean has(String name, MessageRequest request) {
        return !tree(name, request).isMissingNode();
    }

    static @Nullable String text(String name, MessageRequest request) {
        JsonNode value = tree(name, request);
        return value.isTextual() ? value.textValue() : null;
    }
}
