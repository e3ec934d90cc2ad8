package io.github.quarkusclaude.simulator;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A sentence within a text.
 *
 * @param start where it begins, in UTF-16 characters
 * @param end where it ends, exclusive
 */
record Sentence(String text, int start, int end) {

    static List<Sentence> of(String text) {
        List<Sentence> sentences = new ArrayList<>();
        BreakIterator borders = BreakIterator.getSentenceInstance(Locale.ROOT);
        borders.setText(text);
        int start = borders.first();
        for (int end = borders.next(); end != BreakIterator.DONE; start = end, end = borders.next()) {
            if (!text.substring(start, end).isBlank()) {
                sentences.add(new Sentence(text.substring(start, end), start, end));
            }
        }
        return sentences;
    }
}
