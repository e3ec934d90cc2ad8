package io.github.quarkusclaude.message;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What was said in one turn of a {@link Conversation}.
 *
 * @param message what was said
 * @param model the model that said it; absent if it was the user, or if it is not known
 */
public record ConversationTurn(InputMessage message, @Nullable String model) {

    /** The day that some answers append to the name a model was asked by. */
    private static final Pattern DAY = Pattern.compile("-\\d{8}$");

    static ConversationTurn of(Message answer) {
        return new ConversationTurn(answer.toInputMessage(), answer.model());
    }

    /** Whether the user spoke, results of tools aside. */
    boolean isFromUser() {
        if (!message.role().equals(Role.USER)) {
            return false;
        }
        for (ContentBlock block : message.content().blocks()) {
            if (block instanceof ToolResultBlock) {
                return false;
            }
        }
        return true;
    }

    /** What of this turn another model may read: all but the thinking of other models. */
    InputMessage forModel(String next) {
        if (model == null) {
            return message;
        }
        List<ContentBlock> blocks = message.content().blocks();
        String thinker = firstThinker(blocks, model);
        List<ContentBlock> kept = new ArrayList<>();
        for (ContentBlock block : blocks) {
            boolean isThinking = block instanceof ThinkingBlock || block instanceof RedactedThinkingBlock;
            if (!isThinking || isSame(thinker, next)) {
                kept.add(block);
            }
            if (block instanceof FallbackBlock fallback) {
                thinker = nameOf(fallback.to(), thinker);
            }
        }
        return kept.size() == blocks.size() ? message : message.withContent(Content.of(kept));
    }

    /** What there is of a message from its last summary on; {@code null} if there is none in it. */
    static @Nullable InputMessage fromCompaction(InputMessage message) {
        List<ContentBlock> blocks = message.content().blocks();
        for (int i = blocks.size() - 1; i >= 0; i--) {
            if (blocks.get(i) instanceof CompactionBlock compaction
                    && (compaction.content() != null || compaction.encryptedContent() != null)) {
                return i == 0 ? message : message.withContent(Content.of(blocks.subList(i, blocks.size())));
            }
        }
        return null;
    }

    private static String firstThinker(List<ContentBlock> blocks, String model) {
        for (ContentBlock block : blocks) {
            if (block instanceof FallbackBlock fallback) {
                return nameOf(fallback.from(), model);
            }
        }
        return model;
    }

    private static String nameOf(FallbackBlock.@Nullable Party party, String otherwise) {
        return party == null || party.model() == null ? otherwise : party.model();
    }

    private static boolean isSame(String model, String other) {
        return model.equals(other) || DAY.matcher(model).replaceFirst("").equals(DAY.matcher(other).replaceFirst(""));
    }

    /** Without what was said. */
    @Override
    public String toString() {
        return "ConversationTurn[role=" + message.role() + ", model=" + model + "]";
    }
}
