package io.github.quarkusclaude.transport;

import java.util.concurrent.Flow;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

import io.github.quarkusclaude.batch.BatchPolling;
import io.github.quarkusclaude.batch.BatchRequest;
import io.github.quarkusclaude.batch.BatchResult;
import io.github.quarkusclaude.batch.JoinedResult;
import io.github.quarkusclaude.batch.MessageBatch;
import io.github.quarkusclaude.batch.ReactiveBatches;
import io.github.quarkusclaude.catalog.rules.RequestPreparation;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/**
 * The batches of the API over its endpoints.
 */
final class ReactiveBatchCalls implements ReactiveBatches {

    private static final String BATCHES = "/v1/messages/batches";
    private static final int PAGE_SIZE = 1000;

    private final RequestPreparation preparation;
    private final UnaryCalls unary;
    private final TransferCalls transfers;
    private final Vertx vertx;

    ReactiveBatchCalls(RequestPreparation preparation, UnaryCalls unary, TransferCalls transfers,
            Vertx vertx) {
        this.preparation = preparation;
        this.unary = unary;
        this.transfers = transfers;
        this.vertx = vertx;
    }

    @Override
    public Uni<MessageBatch> create(Iterable<BatchRequest> requests) {
        return Uni.createFrom().deferred(() -> new WorkerSteps(vertx).then(() -> {
            BatchBody body = new BatchBody(preparation::prepareForBatch);
            requests.forEach(body::add);
            return body.end();
        })).onItem().transformToUni(this::submit);
    }

    @Override
    public Uni<MessageBatch> create(Flow.Publisher<BatchRequest> requests) {
        return Multi.createFrom().publisher(requests)
                .collect().in(() -> new BatchBody(preparation::prepareForBatch), BatchBody::add)
                .onItem().transform(BatchBody::end)
                .onItem().transformToUni(this::submit);
    }

    private Uni<MessageBatch> submit(UploadBody body) {
        return transfers.upload(Endpoint.BATCHES, BATCHES, body, MessageBatch::readFrom);
    }

    @Override
    public Multi<MessageBatch> list() {
        return Paging.items(cursor -> unary.call(Endpoint.BATCHES,
                (api, head) -> api.listBatches(head, PAGE_SIZE, cursor.afterId()),
                ListPage.of(MessageBatch::readFrom)));
    }

    @Override
    public Uni<MessageBatch> get(String id) {
        ResourceId.check(id);
        return unary.call(Endpoint.BATCHES, (api, head) -> api.batch(head, id), MessageBatch::readFrom);
    }

    @Override
    public Uni<MessageBatch> cancel(String id) {
        ResourceId.check(id);
        return unary.call(Endpoint.BATCHES, (api, head) -> api.cancelBatch(head, id), MessageBatch::readFrom);
    }

    @Override
    public Uni<Void> delete(String id) {
        ResourceId.check(id);
        return unary.call(Endpoint.BATCHES, (api, head) -> api.deleteBatch(head, id), json -> {
            json.raw();
            return id;
        }).replaceWithVoid();
    }

    @Override
    public Multi<BatchResult> results(String id) {
        // not at the batch's results_url: the credential goes to the configured server only
        return transfers.download(Endpoint.BATCHES, BATCHES + "/" + ResourceId.segment(id) + "/results",
                "application/x-jsonl, */*",
                () -> new JsonLines<>(BatchResult::readFrom));
    }

    @Override
    public Multi<JoinedResult> results(String id, Iterable<BatchRequest> requests) {
        return JoinedResult.join(results(id), requests);
    }

    @Override
    public Multi<MessageBatch> watch(String id, BatchPolling polling) {
        return BatchWatch.watch(get(id), polling, BatchWatch.Time.of(vertx), () -> ThreadLocalRandom.current().nextDouble());
    }

    @Override
    public Uni<MessageBatch> awaitEnd(String id) {
        return awaitEnd(id, BatchPolling.DEFAULT);
    }

    @Override
    public Uni<MessageBatch> awaitEnd(String id, BatchPolling polling) {
        return watch(id, polling).collect().last();
    }

    @Override
    public Uni<MessageBatch> submitAndAwait(Iterable<BatchRequest> requests, BatchPolling polling,
            Consumer<MessageBatch> submitted) {
        return create(requests).onItem().invoke(submitted)
                .onItem().transformToUni(batch -> awaitEnd(batch.id(), polling));
    }
}
