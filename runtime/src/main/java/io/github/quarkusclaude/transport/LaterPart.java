package io.github.quarkusclaude.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.message.ContentBlock;
import io.github.quarkusclaude.message.RedactedThinkingBlock;
import io.github.quarkusclaude.message.TextBlock;
import io.github.quarkusclaude.message.ThinkingBlock;
import io.github.quarkusclaude.stream.ContentBlockDelta;
import io.github.quarkusclaude.stream.ContentBlockStop;
import io.github.quarkusclaude.stream.Delta;

/**
 * Puts what a request for the rest of an answer brought where it belongs in the whole.
 */
final class LaterPart {

    private static final int LEFT_OUT = -1;

    private final boolean keepsThinking;
    /** Where the blocks of this part are in the whole. */
    private final List<Integer> places = new ArrayList<>();
    /** What may come once more. */
    private String repeated;

    LaterPart(String repeated, boolean keepsThinking) {
        this.repeated = repeated;
        this.keepsThinking = keepsThinking;
    }

    boolean isLeftOut(@Nullable ContentBlock block) {
        return !keepsThinking && (block instanceof ThinkingBlock || block instanceof RedactedThinkingBlock);
    }

    void leaveOut(int index) {
        place(index, LEFT_OUT);
    }

    void place(int index, int place) {
        while (places.size() <= index) {
            places.add(LEFT_OUT);
        }
        places.set(index, place);
    }

    Delta.TextDelta textOf(TextBlock block) {
        return new Delta.TextDelta(block.text(), Map.of());
    }

    /** @return {@code null} if the whole does not have the block */
    @Nullable
    ContentBlockStop placed(ContentBlockStop event) {
        int place = places.get(event.index());
        return place == LEFT_OUT ? null : new ContentBlockStop(place, event.additionalFields());
    }

    /** @return {@code null} if the whole does not have the block, or has its text already */
    @Nullable
    ContentBlockDelta placed(ContentBlockDelta event) {
        int place = places.get(event.index());
        Delta delta = event.delta();
        if (place == LEFT_OUT) {
            return null;
        }
        if (!repeated.isEmpty() && delta instanceof Delta.TextDelta text) {
            String rest = withoutRepeated(text.text());
            delta = rest.isEmpty() ? null : new Delta.TextDelta(rest, text.additionalFields());
        }
        return delta == null ? null : new ContentBlockDelta(place, delta, event.additionalFields());
    }

    /** White space that was given out, and left out of the request, is likely to come again. */
    private String withoutRepeated(String text) {
        int same = 0;
        while (same < text.length() && same < repeated.length() && text.charAt(same) == repeated.charAt(same)) {
            same++;
        }
        repeated = same == text.length() ? repeated.substring(same) : "";
        return text.substring(same);
    }
}
