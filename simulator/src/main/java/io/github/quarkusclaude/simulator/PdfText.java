package io.github.quarkusclaude.simulator;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The words on a page of a PDF, as far as they stand there plainly: literal strings in content streams that are compressed
 * the usual way or not at all, in fonts without an encoding of their own.
 *
 * @param number the page, counted from 1
 */
record PdfText(int number, String text) {

    /** What every content stream with text has in it. */
    private static final String TEXT_BEGINS = "BT";

    /** The pages with words, in the order of their content streams. */
    static List<PdfText> of(byte[] pdf) {
        String file = new String(pdf, StandardCharsets.ISO_8859_1);
        List<PdfText> pages = new ArrayList<>();
        PdfStreams.each(file, stream -> {
            String words = words(stream);
            if (!words.isBlank()) {
                pages.add(new PdfText(pages.size() + 1, words));
            }
        });
        return pages;
    }

    /** The literal strings; those within one array belong together. */
    private static String words(String content) {
        if (!content.contains(TEXT_BEGINS)) {
            return "";
        }
        StringBuilder words = new StringBuilder();
        boolean inArray = false;
        int depth = 0;
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (depth > 0 && c == '\\' && i + 1 < content.length()) {
                words.append(content.charAt(++i));
            } else if (c == '(' && depth++ == 0) {
                words.append(words.length() == 0 || inArray ? "" : " ");
            } else if (c == ')' && depth > 0 && --depth == 0) {
                continue;
            } else if (depth > 0) {
                words.append(c);
            } else if (c == '[') {
                words.append(words.length() == 0 ? "" : " ");
                inArray = true;
            } else if (c == ']') {
                inArray = false;
            }
        }
        return words.toString();
    }
}
