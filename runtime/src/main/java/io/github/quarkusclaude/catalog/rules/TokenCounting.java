package io.github.quarkusclaude.catalog.rules;

import java.util.List;
import java.util.Map;

import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.MessageRequestBuilder;

/**
 * Makes a request for counting tokens of a request for a message: only what counts may be sent.
 */
final class TokenCounting {

    /** What {@code count_tokens} takes besides the parameters this version knows. */
    private static final List<String> ADDITIONAL = List.of("speed", "mcp_servers", "context_management");

    private TokenCounting() {
    }

    static MessageRequest countable(MessageRequest request) {
        MessageRequestBuilder counted = MessageRequest.builder()
                .model(request.model())
                .messages(request.messages())
                .thinking(request.thinking())
                .outputConfig(request.outputConfig())
                .toolChoice(request.toolChoice())
                .cacheControl(request.cacheControl());
        if (request.system() != null) {
            counted.system(request.system());
        }
        if (request.tools() != null) {
            counted.tools(request.tools());
        }
        Map<String, RawJson> additional = request.additionalFields();
        for (String name : ADDITIONAL) {
            RawJson value = additional.get(name);
            if (value != null) {
                counted.additionalField(name, value);
            }
        }
        return counted.build();
    }
}
