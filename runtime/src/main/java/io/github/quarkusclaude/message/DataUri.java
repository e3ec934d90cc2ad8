package io.github.quarkusclaude.message;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.error.InvalidAttachmentException;

/**
 * Content within an address: {@code data:image/png;base64,…}. Takes what is written in practice: Base64 with line breaks,
 * in the alphabet for URLs, without padding, percent-encoded, or without the word {@code base64} before it.
 *
 * @param declared what the content is said to be
 * @param content the content
 */
record DataUri(DeclaredType declared, byte[] content) {

    /** What to call content in messages that has no name. */
    static final String NAME = "The data URI";

    private static final String SCHEME = "data:";
    private static final int TYPICAL_HEADER = 100;

    static boolean isDataUri(String text) {
        return text.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /** @throws InvalidAttachmentException if this is not a data URI */
    static DataUri of(String uri) {
        String text = uri.strip();
        int comma = text.indexOf(',');
        if (!isDataUri(text) || comma < 0) {
            throw malformed("does not have the form data:image/png;base64,…", null);
        }
        if (text.length() - TYPICAL_HEADER > 3L * Attachment.MAX_BYTES) {
            // even if each character is percent-encoded
            throw AttachmentReader.tooLarge(NAME);
        }
        String header = text.substring(SCHEME.length(), comma);
        String data = text.substring(comma + 1);
        boolean base64 = Arrays.stream(header.split(";")).skip(1).anyMatch(each -> each.strip().equalsIgnoreCase("base64"));
        return new DataUri(DeclaredType.of(header, NAME), base64 ? base64(data) : unmarked(data));
    }

    Attachment attachment() {
        return new Attachment(NAME, content);
    }

    /** Content not marked as Base64 is plain, unless it is a file that Claude takes once it is decoded. */
    private static byte[] unmarked(String data) {
        byte[] plain = percentDecoded(data);
        if (AttachmentType.of(plain) == null) {
            try {
                byte[] decoded = base64(data);
                return AttachmentType.of(decoded) == null ? plain : decoded;
            } catch (InvalidAttachmentException e) {
                return plain;
            }
        }
        return plain;
    }

    private static byte[] base64(String data) {
        byte[] text = percentDecoded(data);
        int length = 0;
        for (byte b : text) {
            if (b != ' ' && b != '\r' && b != '\n' && b != '\t') {
                text[length++] = b == '-' ? (byte) '+' : b == '_' ? (byte) '/' : b;
            }
        }
        while (length > 0 && text[length - 1] == '=') {
            length--;
        }
        try {
            return Base64.getDecoder().decode(Arrays.copyOf(text, length));
        } catch (IllegalArgumentException e) {
            // without the decoder's own message, which quotes the content
            throw malformed("is not valid Base64", null);
        }
    }

    private static byte[] percentDecoded(String data) {
        byte[] text = data.getBytes(StandardCharsets.UTF_8);
        if (data.indexOf('%') < 0) {
            return text;
        }
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(text.length);
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '%') {
                int high = i + 2 < text.length ? Character.digit(text[i + 1], 16) : -1;
                int low = i + 2 < text.length ? Character.digit(text[i + 2], 16) : -1;
                if (high < 0 || low < 0) {
                    throw malformed("has a % without two hexadecimal digits after it", null);
                }
                decoded.write(high << 4 | low);
                i += 2;
            } else {
                decoded.write(text[i]);
            }
        }
        return decoded.toByteArray();
    }

    private static InvalidAttachmentException malformed(String what, @Nullable Throwable cause) {
        return new InvalidAttachmentException(NAME + " " + what, cause);
    }
}
