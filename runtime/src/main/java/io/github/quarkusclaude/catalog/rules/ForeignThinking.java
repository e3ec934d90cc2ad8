package io.github.quarkusclaude.catalog.rules;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.catalog.ClaudeModel;
import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.message.Content;
import io.github.quarkusclaude.message.ContentBlock;
import io.github.quarkusclaude.message.InputMessage;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.ModelRoute;
import io.github.quarkusclaude.message.RedactedThinkingBlock;
import io.github.quarkusclaude.message.Role;
import io.github.quarkusclaude.message.ThinkingBlock;

/**
 * Leaves out what other models thought, and what was thought for other accounts: the API drops it or refuses the request.
 * What the model itself thought stays as it came.
 */
final class ForeignThinking {

    private final ModelCatalog catalog;
    private final @Nullable String client;
    private final boolean isReplacement;

    /**
     * @param client the name of the client if it asks in place of another one
     * @param isReplacement whether what nobody knows the origin of is from elsewhere: requests are made for another model
     */
    ForeignThinking(ModelCatalog catalog, @Nullable String client, boolean isReplacement) {
        this.catalog = catalog;
        this.client = client;
        this.isReplacement = isReplacement;
    }

    /** The request without thinking that its model cannot read. */
    MessageRequest leftOut(MessageRequest request) {
        List<InputMessage> messages = request.messages();
        List<InputMessage> kept = new ArrayList<>(messages.size());
        boolean changed = false;
        for (InputMessage message : messages) {
            InputMessage readable = isForeign(message, request.model()) ? withoutThinking(message) : message;
            changed |= readable != message;
            if (readable != null) {
                kept.add(readable);
            }
        }
        return changed ? request.toBuilder().messages(kept).build() : request;
    }

    private boolean isForeign(InputMessage message, String model) {
        if (!message.role().equals(Role.ASSISTANT)) {
            return false;
        }
        ModelRoute origin = message.saidBy();
        if (origin == null) {
            return isReplacement;
        }
        boolean sameClient = client == null ? origin.client() == null : client.equals(origin.client());
        return !sameClient || !id(origin.model()).equals(id(model));
    }

    /** The message; {@code null} if nothing is left of it. */
    private static @Nullable InputMessage withoutThinking(InputMessage message) {
        List<ContentBlock> blocks = message.content().blocks();
        List<ContentBlock> rest = new ArrayList<>(blocks);
        rest.removeIf(block -> block instanceof ThinkingBlock || block instanceof RedactedThinkingBlock);
        if (rest.size() == blocks.size()) {
            return message;
        }
        return rest.isEmpty() ? null : message.withContent(Content.of(rest));
    }

    private String id(@Nullable String model) {
        return model == null ? "" : catalog.model(model).map(ClaudeModel::id).orElse(model);
    }
}
