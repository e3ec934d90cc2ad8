package io.github.quarkusclaude.catalog.rules;

import java.util.ArrayList;
import java.util.List;

import io.github.quarkusclaude.message.ContentBlock;
import io.github.quarkusclaude.message.TextBlock;

/**
 * What has arrived of a turn of the model, as far as the API takes it back: not ending with thinking or half a character, no
 * blank text, and no white space at the end of a text that it is to continue.
 *
 * @param blocks what is left
 * @param cut what was cut off the text at the end
 */
record PartialTurn(List<ContentBlock> blocks, String cut) {

    static PartialTurn of(List<ContentBlock> arrived, boolean prefill) {
        List<ContentBlock> blocks = new ArrayList<>(arrived);
        StringBuilder cut = new StringBuilder();
        while (!blocks.isEmpty() && shorten(blocks, cut, prefill)) {
            blocks.remove(blocks.size() - 1);
        }
        blocks.removeIf(block -> block instanceof TextBlock text && text.text().isBlank());
        return new PartialTurn(List.copyOf(blocks), cut.toString());
    }

    /** Shortens the last block; whether nothing of it can be sent. */
    private static boolean shorten(List<ContentBlock> blocks, StringBuilder cut, boolean prefill) {
        ContentBlock last = blocks.get(blocks.size() - 1);
        if (!(last instanceof TextBlock text)) {
            return Continuation.isThinking(last);
        }
        String words = text.text();
        int visible = lengthWithoutSpace(words);
        int kept = prefill || visible == 0 ? visible : lengthWithoutHalf(words);
        cut.insert(0, words.substring(kept));
        if (kept == 0) {
            return true;
        }
        if (kept < words.length()) {
            blocks.set(blocks.size() - 1,
                    new TextBlock(words.substring(0, kept), text.citations(), text.cacheControl(), text.additionalFields()));
        }
        return false;
    }

    private static int lengthWithoutSpace(String text) {
        int length = lengthWithoutHalf(text);
        while (length > 0 && (Character.isWhitespace(text.charAt(length - 1))
                || Character.isSpaceChar(text.charAt(length - 1)))) {
            length--;
        }
        return length;
    }

    /** Half of a character is no text that could be sent. */
    private static int lengthWithoutHalf(String text) {
        int length = text.length();
        return length > 0 && Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    }

    boolean endsWithText() {
        return !blocks.isEmpty() && blocks.get(blocks.size() - 1) instanceof TextBlock;
    }

    /** The turn, begun by the application and continued by the model: a text that the model went on with is one text. */
    List<ContentBlock> behind(List<ContentBlock> begun) {
        List<ContentBlock> all = new ArrayList<>(begun);
        List<ContentBlock> rest = blocks;
        if (!begun.isEmpty() && begun.get(begun.size() - 1) instanceof TextBlock one && rest.get(0) instanceof TextBlock two) {
            all.set(all.size() - 1,
                    new TextBlock(one.text() + two.text(), two.citations(), one.cacheControl(), one.additionalFields()));
            rest = rest.subList(1, rest.size());
        }
        all.addAll(rest);
        return all;
    }
}
