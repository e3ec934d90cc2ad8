package io.github.quarkusclaude.file;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Stream;

/**
 * The files kept by the API, waited for. {@link ReactiveFiles} is the same without blocking.
 * <p>
 * All methods throw a {@link io.github.quarkusclaude.error.ClaudeException} if the call fails, a
 * {@link java.util.concurrent.CancellationException} if the calling thread is interrupted, and an
 * {@link IllegalStateException} on an event loop. Uploads and downloads may take as long as they make progress: only
 * {@code quarkus.claude.read-timeout} limits how long nothing moves, not {@code quarkus.claude.timeout} the whole. The latter
 * limits how long the API may take to answer behind the last byte of an upload. Thread safe.
 */
public interface Files {

    /**
     * Uploads a file of this machine under its own name, without holding it in memory.
     *
     * @throws io.github.quarkusclaude.error.InvalidRequestException if it does not exist or has more than 500 MB
     */
    FileMetadata upload(Path file);

    /**
     * Uploads a file.
     *
     * @throws io.github.quarkusclaude.error.InvalidRequestException if it has more than 500 MB
     */
    FileMetadata upload(FileUpload file);

    /**
     * All files, the newest first. Pages are fetched as the stream is read. Close it unless it is read to its end.
     */
    Stream<FileMetadata> list();

    /** The files with given ids. Close the stream unless it is read to its end. */
    Stream<FileMetadata> list(Collection<String> ids);

    /**
     * What the API knows of a file.
     *
     * @throws io.github.quarkusclaude.error.NotFoundException if there is none with this id
     */
    FileMetadata get(String id);

    /** Deletes a file. Requests that name it fail from then on. */
    void delete(String id);

    /**
     * The content of a file that a tool made. Close the stream: bytes are fetched as it is read. A failure in the middle is
     * a {@link io.github.quarkusclaude.error.ClaudeException} as well.
     */
    InputStream open(String id);

    /**
     * Writes the content of a file that a tool made to a stream, which is neither flushed nor closed.
     *
     * @return how many bytes
     */
    long download(String id, OutputStream target);

    /**
     * Writes the content of a file that a tool made to a file of this machine, which is replaced once all of it has arrived.
     *
     * @return how many bytes
     */
    long download(String id, Path target);
}
