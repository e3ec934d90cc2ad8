package io.github.quarkusclaude.message;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import io.github.quarkusclaude.error.InvalidAttachmentException;

/**
 * What a sender says that content is. Often wrong; asked only where the content itself cannot tell.
 *
 * @param mediaType the media type in lower case, without parameters; empty if there is none
 * @param charset the character set of a text, UTF-8 unless it is declared
 */
record DeclaredType(String mediaType, Charset charset) {

    /**
     * Reads a content type, such as {@code text/plain; charset=utf-8}.
     *
     * @param name what to call the content in exceptions
     */
    static DeclaredType of(String contentType, String name) {
        String[] parts = contentType.split(";", -1);
        return new DeclaredType(parts[0].strip().toLowerCase(Locale.ROOT), charset(parts, name));
    }

    boolean isText() {
        return mediaType.equals("text/plain");
    }

    private static Charset charset(String[] parts, String name) {
        for (String part : parts) {
            String[] parameter = part.split("=", 2);
            if (parameter.length == 2 && parameter[0].strip().equalsIgnoreCase("charset")) {
                try {
                    return Charset.forName(parameter[1].replace("\"", "").strip());
                } catch (IllegalArgumentException e) {
                    throw new InvalidAttachmentException(name + " is declared to have a character set that is not known", e);
                }
            }
        }
        return StandardCharsets.UTF_8;
    }
}
