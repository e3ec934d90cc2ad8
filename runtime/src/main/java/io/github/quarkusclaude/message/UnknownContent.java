package io.github.quarkusclaude.message;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.Locale;

/**
 * Says what content that Claude does not take looks like, so that a person recognizes the mistake.
 */
final class UnknownContent {

    private static final int HEAD = 512;

    private UnknownContent() {
    }

    /** For example {@code looks like a BMP image}. */
    static String describe(byte[] content) {
        if (content.length == 0) {
            return "is empty";
        }
        String head = new String(content, 0, Math.min(content.length, HEAD), ISO_8859_1);
        if (head.startsWith("BM") && !isText(content)) {
            return "looks like a BMP image";
        }
        if (head.startsWith("II*\0") || head.startsWith("MM\0*")) {
            return "looks like a TIFF image";
        }
        if (head.startsWith("ftyp", 4)) {
            return "looks like a HEIC or AVIF image, or a film";
        }
        if (head.startsWith("PK\3\4")) {
            return "looks like an archive or an office document";
        }
        if (head.toLowerCase(Locale.ROOT).contains("<svg")) {
            return "looks like an SVG image";
        }
        return isText(content) ? "looks like a text" : "is of an unknown kind";
    }

    /** Whether the beginning is UTF-8 without control characters. A character cut in two at its end does not matter. */
    private static boolean isText(byte[] content) {
        CharBuffer head = CharBuffer.allocate(HEAD);
        ByteBuffer bytes = ByteBuffer.wrap(content, 0, Math.min(content.length, HEAD));
        return !UTF_8.newDecoder().decode(bytes, head, false).isError()
                && head.flip().chars().noneMatch(c -> Character.isISOControl(c) && !Character.isWhitespace(c));
    }
}
