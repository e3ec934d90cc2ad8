package io.github.quarkusclaude.message;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of an answer's text and where it comes from.
 *
 * @param start where it begins in {@link Message#text()}, in {@code char}s from 0
 * @param end the first {@code char} behind it
 * @param text the part itself
 * @param citations where it comes from, at least one
 */
public record CitedText(int start, int end, String text, List<Citation> citations) {

    public CitedText {
        citations = List.copyOf(citations);
    }

    static List<CitedText> in(List<ContentBlock> content) {
        List<CitedText> cited = new ArrayList<>();
        int start = 0;
        for (ContentBlock block : content) {
            if (block instanceof TextBlock text) {
                int end = start + text.text().length();
                if (text.citations() != null && !text.citations().isEmpty()) {
                    cited.add(new CitedText(start, end, text.text(), text.citations()));
                }
                start = end;
            }
        }
        return List.copyOf(cited);
    }
}
