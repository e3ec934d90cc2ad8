package io.github.quarkusclaude.transport;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.github.quarkusclaude.file.FileMetadata;
import io.github.quarkusclaude.file.FileUpload;
import io.github.quarkusclaude.file.ReactiveFiles;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;

/**
 * The files of the API over its endpoints.
 */
final class ReactiveFileCalls implements ReactiveFiles {

    private static final int PAGE_SIZE = 1000;
    /** The most ids the API takes in one call. */
    private static final int MAX_IDS = 100;

    private final UnaryCalls unary;
    private final TransferCalls transfers;
    private final Vertx vertx;

    ReactiveFileCalls(UnaryCalls unary, TransferCalls transfers, Vertx vertx) {
        this.unary = unary;
        this.transfers = transfers;
        this.vertx = vertx;
    }

    @Override
    public Uni<FileMetadata> upload(Path file) {
        return upload(FileUpload.of(file));
    }

    @Override
    public Uni<FileMetadata> upload(FileUpload file) {
        Uni<FileMetadata> upload = Uni.createFrom().deferred(() -> new FileForm(vertx).body(file))
                .onItem().transformToUni(body -> transfers.upload(Endpoint.FILES, "/v1/files", body, FileMetadata::readFrom));
        if (file.content() instanceof FileUpload.FromStream content) {
            // also if it never came to reading it
            return upload.onTermination().call(() -> new WorkerSteps(vertx).then(() -> {
                content.stream().close();
                return null;
            }));
        }
        return upload;
    }

    @Override
    public Multi<FileMetadata> list() {
        return Paging.items(cursor -> unary.call(Endpoint.FILES,
                (api, head) -> api.listFiles(head, PAGE_SIZE, cursor.page(), cursor.afterId(), List.of()),
                ListPage.of(FileMetadata::readFrom)));
    }

    @Override
    public Multi<FileMetadata> list(Collection<String> ids) {
        List<String> all = List.copyOf(ids);
        List<List<String>> parts = new ArrayList<>();
        for (int begin = 0; begin < all.size(); begin += MAX_IDS) {
            parts.add(all.subList(begin, Math.min(begin + MAX_IDS, all.size())));
        }
        return Multi.createFrom().iterable(parts).onItem().transformToUniAndConcatenate(part -> unary.call(Endpoint.FILES,
                (api, head) -> api.listFiles(head, null, null, null, part), ListPage.of(FileMetadata::readFrom)))
                .onItem().transformToIterable(ListPage::items);
    }

    @Override
    public Uni<FileMetadata> get(String id) {
        ResourceId.check(id);
        return unary.call(Endpoint.FILES, (api, head) -> api.file(head, id), FileMetadata::readFrom);
    }

    @Override
    public Uni<Void> delete(String id) {
        ResourceId.check(id);
        return unary.call(Endpoint.FILES, (api, head) -> api.deleteFile(head, id), json -> {
            json.raw();
            return id;
        }).replaceWithVoid();
    }

    @Override
    public Multi<Buffer> content(String id) {
        return transfers.download(Endpoint.FILES, "/v1/files/" + ResourceId.segment(id) + "/content", "*/*", Pieces::new);
    }

    @Override
    public Uni<Long> download(String id, Path target) {
        return Uni.createFrom().deferred(() -> new FileTarget(new WorkerSteps(vertx), target).take(content(id)));
    }
}
