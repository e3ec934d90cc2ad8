package io.github.quarkusclaude.catalog.rules;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.message.Content;
import io.github.quarkusclaude.message.MessageRequest;

/**
 * The parameters of a request by their API names, whether this version has a component for them or not. The conversation
 * and the tools, which may be large, are not among them.
 */
final class Parameters {

    private final JsonNode tree;

    Parameters(MessageRequest request) {
        this.tree = RawJson.from(request.toBuilder().messages(List.of()).system((Content) null).tools(null).build()).tree();
    }

    /** A parameter, missing if it is absent or {@code null}. */
    JsonNode get(String name) {
        return has(name) ? tree.get(name) : tree.path("");
    }

    boolean has(String name) {
        return tree.hasNonNull(name);
    }
}
