package io.github.quarkusclaude.catalog.rules;

import java.util.List;

import io.github.quarkusclaude.message.ContentBlock;
import io.github.quarkusclaude.message.DocumentBlock;
import io.github.quarkusclaude.message.InputMessage;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.Role;
import io.github.quarkusclaude.message.TextBlock;

/**
 * Finds the version of the API a request goes under: the configured one, unless the request has something that only the
 * older one accepts. Whatever the newer version accepts, the older one does as well.
 */
final class ApiVersionRule {

    /**
     * The only version with sampling parameters, with citations on text of the user, and with documents in turns of the
     * model.
     */
    static final String OLD = "2023-06-01";

    private ApiVersionRule() {
    }

    static String version(MessageRequest request, String configured) {
        return SamplingRule.samples(request) || request.messages().stream().anyMatch(ApiVersionRule::needsOld) ? OLD
                : configured;
    }

    private static boolean needsOld(InputMessage message) {
        List<ContentBlock> blocks = message.content().blocks();
        if (message.role().equals(Role.USER)) {
            return blocks.stream().anyMatch(
                    block -> block instanceof TextBlock text && text.citations() != null && !text.citations().isEmpty());
        }
        return message.role().equals(Role.ASSISTANT) && blocks.stream().anyMatch(DocumentBlock.class::isInstance);
    }
}
