package io.github.quarkusclaude.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Stream;

import io.github.quarkusclaude.file.FileMetadata;
import io.github.quarkusclaude.file.FileUpload;
import io.github.quarkusclaude.file.Files;
import io.github.quarkusclaude.file.ReactiveFiles;
import io.github.quarkusclaude.stream.BlockingItems;

/**
 * The files of the API, waited for.
 */
final class BlockingFileCalls implements Files {

    /** How many files of a list may wait to be taken. */
    private static final int LISTED = 64;

    private final ReactiveFiles reactive;

    BlockingFileCalls(ReactiveFiles reactive) {
        this.reactive = reactive;
    }

    @Override
    public FileMetadata upload(Path file) {
        return Awaiting.await(reactive.upload(file));
    }

    @Override
    public FileMetadata upload(FileUpload file) {
        return Awaiting.await(reactive.upload(file));
    }

    @Override
    public Stream<FileMetadata> list() {
        Awaiting.expectBlockingThread();
        return BlockingItems.stream(reactive.list(), LISTED);
    }

    @Override
    public Stream<FileMetadata> list(Collection<String> ids) {
        Awaiting.expectBlockingThread();
        return BlockingItems.stream(reactive.list(ids), LISTED);
    }

    @Override
    public FileMetadata get(String id) {
        return Awaiting.await(reactive.get(id));
    }

    @Override
    public void delete(String id) {
        Awaiting.await(reactive.delete(id));
    }

    @Override
    public InputStream open(String id) {
        Awaiting.expectBlockingThread();
        return new PieceInputStream(reactive.content(id));
    }

    @Override
    public long download(String id, OutputStream target) {
        try (InputStream content = open(id)) {
            return content.transferTo(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long download(String id, Path target) {
        return Awaiting.await(reactive.download(id, target));
    }
}
