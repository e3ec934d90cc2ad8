package io.github.quarkusclaude.transport;

import java.util.function.Consumer;
import java.util.stream.Stream;

import io.github.quarkusclaude.batch.BatchPolling;
import io.github.quarkusclaude.batch.BatchRequest;
import io.github.quarkusclaude.batch.BatchResult;
import io.github.quarkusclaude.batch.Batches;
import io.github.quarkusclaude.batch.JoinedResult;
import io.github.quarkusclaude.batch.MessageBatch;
import io.github.quarkusclaude.batch.ReactiveBatches;
import io.github.quarkusclaude.stream.BlockingItems;
import io.smallrye.mutiny.Multi;

/**
 * The batches of the API, waited for.
 */
final class BlockingBatchCalls implements Batches {

    /** How many items of a stream may wait to be taken. Results can be large. */
    private static final int WAITING = 16;

    private final ReactiveBatches reactive;

    BlockingBatchCalls(ReactiveBatches reactive) {
        this.reactive = reactive;
    }

    @Override
    public MessageBatch create(Iterable<BatchRequest> requests) {
        return Awaiting.await(reactive.create(requests));
    }

    @Override
    public Stream<MessageBatch> list() {
        return stream(reactive.list());
    }

    @Override
    public MessageBatch get(String id) {
        return Awaiting.await(reactive.get(id));
    }

    @Override
    public MessageBatch cancel(String id) {
        return Awaiting.await(reactive.cancel(id));
    }

    @Override
    public void delete(String id) {
        Awaiting.await(reactive.delete(id));
    }

    @Override
    public Stream<BatchResult> results(String id) {
        return stream(reactive.results(id));
    }

    @Override
    public Stream<JoinedResult> results(String id, Iterable<BatchRequest> requests) {
        return stream(reactive.results(id, requests));
    }

    @Override
    public Stream<MessageBatch> watch(String id, BatchPolling polling) {
        return stream(reactive.watch(id, polling));
    }

    @Override
    public MessageBatch awaitEnd(String id) {
        return Awaiting.await(reactive.awaitEnd(id));
    }

    @Override
    public MessageBatch awaitEnd(String id, BatchPolling polling) {
        return Awaiting.await(reactive.awaitEnd(id, polling));
    }

    @Override
    public MessageBatch submitAndAwait(Iterable<BatchRequest> requests, BatchPolling polling,
            Consumer<MessageBatch> submitted) {
        // told on the calling thread, where it may write the id down
        MessageBatch batch = create(requests);
        submitted.accept(batch);
        return awaitEnd(batch.id(), polling);
    }

    private static <T> Stream<T> stream(Multi<T> items) {
        Awaiting.expectBlockingThread();
        return BlockingItems.stream(items, WAITING);
    }
}
