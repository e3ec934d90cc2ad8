package io.github.quarkusclaude.simulator;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The words on a page of a PDF, as far as they stand there plainly: literal strings in content streams that are compressed
 * the usual way or not at all, and no font of their own encoding.
 *
 * @param number the page, counted from 1
 */
record PdfText(int number, String text) {

    private static final Pattern STREAM = Pattern.compile("stream\\r?\\n(.*?)\\r?\\n?endstream", Pattern.DOTALL);
    private static final Pattern SHOWN = Pattern.compile("\\(((?:[^()\\\\]|\\\\.)*)\\)\\s*(?:Tj|'|\")"
            + "|\\[((?:\\s*(?:\\((?:[^()\\\\]|\\\\.)*\\)|-?[\\d.]+))*)\\s*\\]\\s*TJ");
    private static final Pattern LITERAL = Pattern.compile("\\(((?:[^()\\\\]|\\\\.)*)\\)");
    private static final int LONGEST_STREAM = 1024 * 1024;

    /** The pages with words, in the order of their content streams. */
    static List<PdfText> of(byte[] pdf) {
        List<PdfText> pages = new ArrayList<>();
        Matcher stream = STREAM.matcher(new String(pdf, StandardCharsets.ISO_8859_1));
        while (stream.find()) {
            String words = words(content(stream.group(1)));
            if (!words.isBlank()) {
                pages.add(new PdfText(pages.size() + 1, words));
            }
        }
        return pages;
    }

    private static String words(String content) {
        StringBuilder words = new StringBuilder();
        Matcher shown = SHOWN.matcher(content);
        while (shown.find()) {
            words.append(words.length() == 0 ? "" : " ");
            if (shown.group(1) != null) {
                words.append(plain(shown.group(1)));
            } else {
                Matcher piece = LITERAL.matcher(shown.group(2));
                while (piece.find()) {
                    words.append(plain(piece.group(1)));
                }
            }
        }
        return words.toString();
    }

    private static String plain(String literal) {
        return literal.replaceAll("\\\\(.)", "$1");
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
