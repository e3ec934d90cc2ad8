package io.github.quarkusclaude.file;

import java.nio.file.Path;
import java.util.Collection;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;

/**
 * The files kept by the API. {@link Files} is the same, blocking.
 * <p>
 * Nothing is sent before a subscription. Uploads and downloads may take as long as they make progress: only
 * {@code quarkus.claude.read-timeout} limits how long nothing moves, not {@code quarkus.claude.timeout} the whole. The latter
 * limits how long the API may take to answer behind the last byte of an upload. Thread safe.
 */
public interface ReactiveFiles {

    /**
     * Uploads a file of this machine under its own name, without holding it in memory. Fails with an
     * {@link io.github.quarkusclaude.error.InvalidRequestException} if it does not exist or has more than 500 MB.
     */
    Uni<FileMetadata> upload(Path file);

    /**
     * Uploads a file. Fails with an {@link io.github.quarkusclaude.error.InvalidRequestException} if it has more than 500 MB,
     * and with the failure of the content if that cannot be read.
     */
    Uni<FileMetadata> upload(FileUpload file);

    /** All files, the newest first. Pages are fetched as they are asked for. */
    Multi<FileMetadata> list();

    /** The files with given ids. */
    Multi<FileMetadata> list(Collection<String> ids);

    /**
     * What the API knows of a file. Fails with a {@link io.github.quarkusclaude.error.NotFoundException} if there is none with
     * this id.
     */
    Uni<FileMetadata> get(String id);

    /** Deletes a file. Requests that name it fail from then on. */
    Uni<Void> delete(String id);

    /** The content of a file that a tool made, read from the network no faster than it is asked for. */
    Multi<Buffer> content(String id);

    /**
     * Writes the content of a file that a tool made to a file of this machine, which is replaced once all of it has arrived.
     * Gives how many bytes.
     */
    Uni<Long> download(String id, Path target);
}
