package io.github.quarkusclaude.simulator;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The streams in a PDF, those that are compressed the usual way unpacked, as far as they are of moderate length. */
final class PdfStreams {

    private static final String START = "stream";
    private static final String END = "endstream";
    private static final int LONGEST_STREAM = 1024 * 1024;

    private PdfStreams() {
    }

    /** @param pdf the file, a character for each byte */
    static void each(String pdf, Consumer<String> action) {
        int start = pdf.indexOf(START);
        while (start >= 0) {
            int begin = pdf.startsWith("\r\n", start + START.length()) ? start + START.length() + 2
                    : start + START.length() + 1;
            int end = pdf.indexOf(END, begin);
            if (end < 0) {
                break;
            }
            action.accept(content(pdf.substring(begin, end)));
            start = pdf.indexOf(START, end + END.length());
        }
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
