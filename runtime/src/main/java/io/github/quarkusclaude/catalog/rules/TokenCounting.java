package io.github.quarkusclaude.catalog.rules;

import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.MessageRequestBuilder;

/**
 * Makes a request for counting tokens of a request for a message: only what counts may be sent.
 */
final class TokenCounting {

    private TokenCounting() {
    }

    static MessageRequest countable(MessageRequest request) {
        MessageRequestBuilder counted = MessageRequest.builder()
                .model(request.model())
                .messages(request.messages())
                .thinking(request.thinking())
                .outputConfig(request.outputConfig())
                .toolChoice(request.toolChoice())
                .cacheControl(request.cacheControl())
                .speed(request.speed())
                .mcpServers(request.mcpServers())
                .contextManagement(request.contextManagement());
        if (request.system() != null) {
            counted.system(request.system());
        }
        if (request.tools() != null) {
            counted.tools(request.tools());
        }
        return counted.build();
    }
}
