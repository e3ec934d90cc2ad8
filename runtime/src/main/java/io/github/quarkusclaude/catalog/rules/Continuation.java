package io.github.quarkusclaude.catalog.rules;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.catalog.ClaudeModel;
import io.github.quarkusclaude.message.ContentBlock;
import io.github.quarkusclaude.message.InputMessage;
import io.github.quarkusclaude.message.McpToolResultBlock;
import io.github.quarkusclaude.message.McpToolUseBlock;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.RedactedThinkingBlock;
import io.github.quarkusclaude.message.Role;
import io.github.quarkusclaude.message.ServerToolResultBlock;
import io.github.quarkusclaude.message.ServerToolUseBlock;
import io.github.quarkusclaude.message.TextBlock;
import io.github.quarkusclaude.message.ThinkingBlock;

/**
 * Asks for the rest of an answer that broke off, in the way the model allows.
 *
 * @param request asks for the rest
 * @param repeated the end of the text that had arrived, which the request leaves out because the API refuses it there: the rest
 *        is likely to begin with it
 * @param keepsThinking whether thinking of the rest can stay in the joined answer. It is bound to what stands before it, so it
 *        can only if that is what the request has there
 */
public record Continuation(PreparedRequest request, String repeated, boolean keepsThinking) {

    /**
     * The request for the rest of an answer.
     *
     * @param sent the request whose answer broke off
     * @param arrived what had arrived of the answer
     * @param open whether the last block broke off
     * @param model the model; {@code null} if the catalogue does not have it
     * @return {@code null} if nothing that the API accepts leads to the rest
     */
    public static @Nullable Continuation of(PreparedRequest sent, List<ContentBlock> arrived, boolean open,
            @Nullable ClaudeModel model) {
        MessageRequest body = sent.body();
        if (body.thread() != null || isFormatted(body) || !canStand(arrived, open)) {
            return null;
        }
        boolean prefill = model != null && model.capabilities().prefill().isYes() && !ThinkingModes.thinks(body.thinking());
        PartialTurn turn = PartialTurn.of(arrived, prefill);
        boolean keepsThinking = turn.blocks().equals(arrived) && !turn.endsWithText();
        return new Continuation(sent.withMessages(messages(body.messages(), turn, prefill)), turn.cut(), keepsThinking);
    }

    /** A form is for the whole answer: the rest would be a whole one again. */
    private static boolean isFormatted(MessageRequest body) {
        return body.outputConfig() != null && body.outputConfig().format() != null;
    }

    /** Whether the API takes these blocks back although the turn is not complete. */
    private static boolean canStand(List<ContentBlock> arrived, boolean open) {
        for (int i = 0; i < arrived.size(); i++) {
            ContentBlock block = arrived.get(i);
            boolean complete = !open || i < arrived.size() - 1;
            if (!(block instanceof TextBlock || complete && (isThinking(block) || isOfTheApi(block)))) {
                return false;
            }
        }
        return true;
    }

    static boolean isThinking(ContentBlock block) {
        return block instanceof ThinkingBlock || block instanceof RedactedThinkingBlock;
    }

    /** Tools that the API runs. A turn that stops among them is continued as it is. */
    private static boolean isOfTheApi(ContentBlock block) {
        return block instanceof ServerToolUseBlock || block instanceof ServerToolResultBlock
                || block instanceof McpToolUseBlock || block instanceof McpToolResultBlock;
    }

    private static List<InputMessage> messages(List<InputMessage> asked, PartialTurn turn, boolean prefill) {
        List<InputMessage> messages = new ArrayList<>(asked);
        if (turn.blocks().isEmpty()) {
            return messages;
        }
        InputMessage last = messages.get(messages.size() - 1);
        if (last.role().equals(Role.ASSISTANT)) {
            messages.set(messages.size() - 1, InputMessage.assistant(turn.behind(last.content().blocks())));
        } else {
            messages.add(InputMessage.assistant(turn.blocks()));
        }
        if (turn.endsWithText() && !prefill) {
            messages.add(InputMessage.user(PrefillRule.CONTINUE));
        }
        return messages;
    }
}
