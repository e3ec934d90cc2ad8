package io.github.quarkusclaude.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The files of the Files API. What is kept on disk is deleted with the simulator. */
final class FileStore {

    private final Identifiers identifiers;
    private final Clock clock;
    private final long quota;
    private final Map<String, StoredFile> files = new LinkedHashMap<>();
    private long bytes;

    FileStore(Identifiers identifiers, Clock clock, long quota) {
        this.identifiers = identifiers;
        this.clock = clock;
        this.quota = quota;
    }

    /** @throws ApiException 400 if all files together become too large */
    synchronized StoredFile add(String filename, String mimeType, @Nullable Duration lifetime, boolean downloadable,
            FileContent content) {
        if (bytes + content.size() > quota) {
            throw new ApiException(
                    ApiError.invalid("All files together may have at most " + quota + " bytes")
                            .coded("storage_quota_exceeded"));
        }
        Instant now = clock.instant();
        StoredFile file = new StoredFile(identifiers.nextFile(), filename, mimeType, now,
                lifetime == null ? null : now.plus(lifetime), downloadable, content);
        files.put(file.id(), file);
        bytes += content.size();
        return file;
    }

    /** Adds a file that a tool has made, or replaces it. */
    synchronized void put(String id, String filename, String mimeType, FileContent content) {
        StoredFile before = files.put(id, new StoredFile(id, filename, mimeType, clock.instant(), null, true, content));
        bytes += content.size() - (before == null ? 0 : before.content().size());
    }

    /** @throws ApiException 404 if there is no such file, or none any more */
    synchronized StoredFile get(String id) {
        StoredFile file = files.get(id);
        if (file == null) {
            throw new ApiException(ErrorType.NOT_FOUND.error("File not found: " + id));
        }
        if (file.isExpired(clock.instant())) {
            throw new ApiException(ErrorType.NOT_FOUND.error("File expired: " + id).coded("file_expired"));
        }
        return file;
    }

    synchronized Optional<StoredFile> find(String id) {
        return Optional.ofNullable(files.get(id)).filter(file -> !file.isExpired(clock.instant()));
    }

    /** The files there are, the newest first. */
    synchronized List<StoredFile> all() {
        Instant now = clock.instant();
        List<StoredFile> all = new ArrayList<>(files.values());
        all.removeIf(file -> file.isExpired(now));
        Collections.reverse(all);
        return all;
    }

    /** @throws ApiException 404 if there is no such file */
    synchronized void delete(String id) {
        StoredFile file = get(id);
        files.remove(id);
        bytes -= file.content().size();
        discard(file.content());
    }

    synchronized void clear() {
        files.values().forEach(file -> discard(file.content()));
        files.clear();
        bytes = 0;
    }

    static void discard(FileContent content) {
        if (content instanceof FileContent.OnDisk onDisk) {
            try {
                Files.deleteIfExists(Path.of(onDisk.path()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
