package io.github.quarkusclaude.transport;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;

/**
 * Writes a file on worker threads. Until all of it is there, it has another name: a download that breaks off neither
 * replaces a good file nor leaves half of one.
 */
final class FileTarget {

    private final WorkerSteps steps;
    private final Path target;
    private @Nullable Path part;
    private @Nullable OutputStream out;
    private long size;

    FileTarget(WorkerSteps steps, Path target) {
        this.steps = steps;
        this.target = target;
    }

    /** Writes all pieces and gives how many bytes they had. */
    Uni<Long> take(Multi<Buffer> pieces) {
        return steps.then(this::open)
                .onItem().transformToMulti(opened -> pieces)
                .onItem().transformToUniAndConcatenate(piece -> steps.then(() -> write(piece)))
                .onItem().ignoreAsUni()
                .onItem().transformToUni(ignored -> steps.then(this::finish))
                .onTermination().call(() -> steps.then(this::cleanUp));
    }

    private Path open() throws IOException {
        Path opened = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
        out = Files.newOutputStream(opened, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        part = opened;
        return opened;
    }

    private Integer write(Buffer piece) throws IOException {
        out.write(piece.getBytes());
        size += piece.length();
        return piece.length();
    }

    private Long finish() throws IOException {
        out.close();
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        part = null;
        return size;
    }

    private @Nullable Void cleanUp() throws IOException {
        if (part != null) {
            out.close();
            Files.deleteIfExists(part);
        }
        return null;
    }
}
