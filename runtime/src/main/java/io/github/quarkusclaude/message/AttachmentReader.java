package io.github.quarkusclaude.message;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import io.github.quarkusclaude.error.InvalidAttachmentException;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/**
 * Reads what is to be attached, and never more of it than fits into a request.
 */
final class AttachmentReader {

    private AttachmentReader() {
    }

    static Attachment read(Path file) {
        if (!Infrastructure.canCallerThreadBeBlocked()) {
            throw new IllegalStateException("Reading a file blocks, which the thread " + Thread.currentThread().getName()
                    + " must not do. Annotate the method with @Blocking or @RunOnVirtualThread");
        }
        String name = file.toString();
        if (Files.isDirectory(file)) {
            throw new InvalidAttachmentException(name + " is a directory", null);
        }
        try {
            if (Files.size(file) > Attachment.MAX_BYTES) {
                throw tooLarge(name);
            }
            try (InputStream content = Files.newInputStream(file)) {
                return new Attachment(name, bytes(content, name));
            }
        } catch (NoSuchFileException e) {
            throw new InvalidAttachmentException("The file " + name + " does not exist", e);
        } catch (AccessDeniedException e) {
            throw new InvalidAttachmentException("The file " + name + " may not be read", e);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    static Attachment read(InputStream content, String name) {
        try {
            return new Attachment(name, bytes(content, name));
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    /** What has no end, or has grown since it was measured, is read no further than it may be long. */
    private static byte[] bytes(InputStream content, String name) throws IOException {
        byte[] bytes = content.readNBytes(Attachment.MAX_BYTES + 1);
        if (bytes.length > Attachment.MAX_BYTES) {
            throw tooLarge(name);
        }
        return bytes;
    }

    static InvalidAttachmentException tooLarge(String name) {
        return new InvalidAttachmentException(name + " is larger than " + Attachment.MAX_BYTES / (1024 * 1024)
                + " MB, which is what fits into a request. Upload it as a file and refer to its id, or make it smaller", null);
    }

    private static InvalidAttachmentException unreadable(String name, IOException cause) {
        return new InvalidAttachmentException(name + " cannot be read: " + cause.getMessage(), cause);
    }
}
