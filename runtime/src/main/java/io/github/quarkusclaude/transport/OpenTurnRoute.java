package io.github.quarkusclaude.transport;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.message.ContentBlock;
import io.github.quarkusclaude.message.InputMessage;
import io.github.quarkusclaude.message.ModelRoute;
import io.github.quarkusclaude.message.Role;
import io.github.quarkusclaude.message.ToolResultBlock;

/** Who has begun a turn that is not finished, because it waits for results of tools: its thinking has to come back to it. */
final class OpenTurnRoute {

    private OpenTurnRoute() {
    }

    /** Who it was; {@code null} if nobody knows, or if the user has spoken last. */
    static @Nullable ModelRoute of(List<InputMessage> messages) {
        for (int i = messages.size() - 1; i >= 0; i--) {
            InputMessage message = messages.get(i);
            if (message.role().equals(Role.ASSISTANT) && message.saidBy() != null) {
                return message.saidBy();
            }
            if (message.role().equals(Role.USER) && !hasResults(message)) {
                return null;
            }
        }
        return null;
    }

    private static boolean hasResults(InputMessage message) {
        for (ContentBlock block : message.content().blocks()) {
            if (block instanceof ToolResultBlock) {
                return true;
            }
        }
        return false;
    }
}
