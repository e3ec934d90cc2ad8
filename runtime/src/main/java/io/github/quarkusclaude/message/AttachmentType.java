package io.github.quarkusclaude.message;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * The kinds of files Claude looks at, known by their first bytes: names and declared types are often wrong.
 */
enum AttachmentType {

    PNG("image/png", "a PNG image", content -> startsWith(content, 0, "\u0089PNG\r\n\u001a\n")),

    JPEG("image/jpeg", "a JPEG image", content -> startsWith(content, 0, "\u00ff\u00d8\u00ff")),

    GIF("image/gif", "a GIF image", content -> startsWith(content, 0, "GIF87a") || startsWith(content, 0, "GIF89a")),

    WEBP("image/webp", "a WebP image", content -> startsWith(content, 0, "RIFF") && startsWith(content, 8, "WEBP")),

    PDF("application/pdf", "a PDF", AttachmentType::isPdf);

    /** Readers of PDF take a header that is not at the beginning of the file, if it comes soon. */
    private static final int PDF_HEADER_WITHIN = 1024;

    private static final String PDF_HEADER = "%PDF-";

    private final String mediaType;
    private final String description;
    private final Predicate<byte[]> matches;

    AttachmentType(String mediaType, String description, Predicate<byte[]> matches) {
        this.mediaType = mediaType;
        this.description = description;
        this.matches = matches;
    }

    /** The kind of a file, or nothing if it is none of these. */
    static @Nullable AttachmentType of(byte[] content) {
        return Arrays.stream(values()).filter(type -> type.matches.test(content)).findFirst().orElse(null);
    }

    String mediaType() {
        return mediaType;
    }

    /** For example {@code a PNG image}. */
    String description() {
        return description;
    }

    boolean isImage() {
        return this != PDF;
    }

    private static boolean isPdf(byte[] content) {
        if (startsWith(content, 0, PDF_HEADER)) {
            return true;
        }
        String head = new String(content, 0, Math.min(content.length, PDF_HEADER_WITHIN), ISO_8859_1);
        int header = head.indexOf(PDF_HEADER);
        // a version must follow here, because a text may well speak of %PDF- in its first lines
        int version = header + PDF_HEADER.length();
        return header >= 0 && version + 1 < head.length() && Character.isDigit(head.charAt(version))
                && head.charAt(version + 1) == '.';
    }

    private static boolean startsWith(byte[] content, int from, String magic) {
        int to = from + magic.length();
        return content.length >= to && Arrays.equals(content, from, to, magic.getBytes(ISO_8859_1), 0, magic.length());
    }
}
