package io.github.quarkusclaude.file;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Flow;

import org.jspecify.annotations.Nullable;

import io.vertx.core.buffer.Buffer;

/**
 * A file to be uploaded. Its content is read while it is sent and never held as a whole.
 *
 * @param filename its name, without a path
 * @param mediaType its media type, such as {@code application/pdf}; decided by the end of the name if absent
 * @param expiresIn how long the API is to keep it, from an hour to 90 days; until it is deleted if absent
 * @param size its size in bytes if that is known; the API takes at most 500 MB
 * @param content where its bytes come from
 */
public record FileUpload(String filename, @Nullable String mediaType, @Nullable Duration expiresIn, @Nullable Long size,
        Content content) {

    private static final Duration SHORTEST_LIFE = Duration.ofHours(1);
    private static final Duration LONGEST_LIFE = Duration.ofDays(90);

    /** Where the bytes of a file come from. */
    public sealed interface Content {
    }

    /** A file of this machine. It can be uploaded any number of times. */
    public record FromPath(Path path) implements Content {
    }

    /** Bytes in memory; the array is not copied. */
    public record FromBytes(byte[] bytes) implements Content {
    }

    /** A stream, which is read on a worker thread, once, and closed. */
    public record FromStream(InputStream stream) implements Content {
    }

    /** A publisher of buffers, which is asked for one after the other. */
    public record FromPublisher(Flow.Publisher<Buffer> publisher) implements Content {
    }

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if there is no name, or the life is too short or too long
     */
    public FileUpload {
        if (filename.isBlank()) {
            throw new IllegalArgumentException("A file to be uploaded needs a name");
        }
        if (expiresIn != null
                && (expiresIn.compareTo(SHORTEST_LIFE) < 0 || expiresIn.compareTo(LONGEST_LIFE) > 0)) {
            throw new IllegalArgumentException("A file is kept from an hour to 90 days, not for " + expiresIn
                    + "; leave expiresIn out to keep it until it is deleted");
        }
    }

    /** A file of this machine, under its own name. */
    public static FileUpload of(Path file) {
        Path name = file.getFileName();
        return new FileUpload(name == null ? "" : name.toString(), null, null, null, new FromPath(file));
    }

    /** Bytes in memory; the array is not copied. */
    public static FileUpload of(String filename, byte[] bytes) {
        return new FileUpload(filename, null, null, (long) bytes.length, new FromBytes(bytes));
    }

    /** What a stream gives. The upload reads it on a worker thread and closes it. */
    public static FileUpload of(String filename, InputStream stream) {
        return new FileUpload(filename, null, null, null, new FromStream(stream));
    }

    /** What a publisher gives, asked for as fast as it can be sent. */
    public static FileUpload of(String filename, Flow.Publisher<Buffer> publisher) {
        return new FileUpload(filename, null, null, null, new FromPublisher(publisher));
    }

    /** This upload under another name. */
    public FileUpload withFilename(String filename) {
        return new FileUpload(filename, mediaType, expiresIn, size, content);
    }

    /** This upload with a media type. */
    public FileUpload withMediaType(@Nullable String mediaType) {
        return new FileUpload(filename, mediaType, expiresIn, size, content);
    }

    /** This upload with how long the API is to keep it, from an hour to 90 days. */
    public FileUpload withExpiresIn(@Nullable Duration expiresIn) {
        return new FileUpload(filename, mediaType, expiresIn, size, content);
    }

    /** This upload with the size of its content in bytes; the upload fails if the content has another one. */
    public FileUpload withSize(@Nullable Long size) {
        return new FileUpload(filename, mediaType, expiresIn, size, content);
    }
}
