package io.github.quarkusclaude.simulator;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The words on a page of a PDF, as far as they stand there plainly: literal strings in content streams that are compressed
 * the usual way or not at all, in fonts without an encoding of their own.
 *
 * @param number the page, counted from 1
 */
record PdfText(int number, String text) {

    private static final String START = "stream";
    private static final String END = "endstream";
    /** What every content stream with text has in it. */
    private static final String TEXT_BEGINS = "BT";
    private static final int LONGEST_STREAM = 1024 * 1024;

    /** The pages with words, in the order of their content streams. */
    static List<PdfText> of(byte[] pdf) {
        String file = new String(pdf, StandardCharsets.ISO_8859_1);
        List<PdfText> pages = new ArrayList<>();
        int start = file.indexOf(START);
        while (start >= 0) {
            int begin = file.startsWith("\r\n", start + START.length()) ? start + START.length() + 2
                    : start + START.length() + 1;
            int end = file.indexOf(END, begin);
            if (end < 0) {
                break;
            }
            String words = words(content(file.substring(begin, end)));
            if (!words.isBlank()) {
                pages.add(new PdfText(pages.size() + 1, words));
            }
            start = file.indexOf(START, end + END.length());
        }
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

    private static String content(String raw) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(raw.getBytes(StandardCharsets.ISO_8859_1));
            ByteArrayOutputStream inflated = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            int count = inflater.inflate(buffer);
            while (count > 0 && inflated.size() < LONGEST_STREAM) {
                inflated.write(buffer, 0, count);
                count = inflater.inflate(buffer);
            }
            return inflated.toString(StandardCharsets.ISO_8859_1);
        } catch (DataFormatException e) {
            // not compressed
            return raw.length() < LONGEST_STREAM ? raw : "";
        } finally {
            inflater.end();
        }
    }
}
