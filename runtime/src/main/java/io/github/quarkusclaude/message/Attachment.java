package io.github.quarkusclaude.message;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Locale;

import io.github.quarkusclaude.error.InvalidAttachmentException;

/**
 * The content of a file on its way into a request. Here it is decided what it is, and whether Claude takes it.
 *
 * @param name what to call it in messages to people
 * @param content its bytes
 */
record Attachment(String name, byte[] content) {

    /**
     * 24 MB. A request may have 32 MB, and Base64 makes a file a third larger: what is larger than this fits into no
     * request, whatever else is in it.
     */
    static final int MAX_BYTES = 24 * 1024 * 1024;

    /** The largest width and height of an image. */
    static final int MAX_PIXELS = 8000;

    private static final String IMAGES = "Claude takes PNG, JPEG, GIF and WebP images";

    /** The content as an image. */
    Source image() {
        AttachmentType type = type(IMAGES);
        if (!type.isImage()) {
            throw new InvalidAttachmentException(name + " is a PDF and not an image. Send it as a document", null);
        }
        ImageSize size = ImageSize.of(type, content);
        if (size != null && (size.width() > MAX_PIXELS || size.height() > MAX_PIXELS)) {
            throw new InvalidAttachmentException(String.format(Locale.ROOT,
                    "%s has %d x %d pixels; Claude takes at most %d x %d. Make it smaller", name, size.width(), size.height(),
                    MAX_PIXELS, MAX_PIXELS), null);
        }
        return source(type);
    }

    /** The content as a document. */
    Source pdf() {
        AttachmentType type = type("Claude takes PDF documents, and plain texts as text documents");
        if (type.isImage()) {
            throw new InvalidAttachmentException(name + " is " + type.description() + " and not a PDF. Send it as an image",
                    null);
        }
        PdfPages.warn(name, content);
        return source(type);
    }

    /** The content as a PDF, or as a plain text if that is what it is said to be. */
    Source document(DeclaredType declared) {
        return declared.isText() && AttachmentType.of(content) == null ? text(declared.charset()) : pdf();
    }

    /** The content as a document of plain text. */
    Source text(Charset charset) {
        try {
            return text(name, charset.newDecoder().decode(ByteBuffer.wrap(content)).toString());
        } catch (CharacterCodingException e) {
            throw new InvalidAttachmentException(name + " is not a text in " + charset.name()
                    + (AttachmentType.of(content) == null ? "" : ", but " + AttachmentType.of(content).description()), e);
        }
    }

    static Source text(String name, String text) {
        if (text.isBlank()) {
            throw new InvalidAttachmentException(name + " is empty", null);
        }
        return Source.text(text);
    }

    private AttachmentType type(String taken) {
        if (content.length > MAX_BYTES) {
            throw AttachmentReader.tooLarge(name);
        }
        AttachmentType type = AttachmentType.of(content);
        if (type == null) {
            throw new InvalidAttachmentException(name + " " + UnknownContent.describe(content) + ". " + taken, null);
        }
        return type;
    }

    private Source source(AttachmentType type) {
        return Source.base64(type.mediaType(), content);
    }
}
