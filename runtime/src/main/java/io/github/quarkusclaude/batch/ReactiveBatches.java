package io.github.quarkusclaude.batch;

import java.util.concurrent.Flow;
import java.util.function.Consumer;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Message batches. {@link Batches} is the same, blocking.
 * <p>
 * Nothing is sent before a subscription, and each subscription sends the call again. Submitting and reading results may take
 * as long as bytes move: only {@code quarkus.claude.read-timeout} limits how long nothing moves, not
 * {@code quarkus.claude.timeout} the whole. Thread safe.
 */
public interface ReactiveBatches {

    /**
     * Submits a batch: at most 100,000 requests and 256 MB.
     * <p>
     * The requests are read on a worker thread, one after the other, and kept only as they are sent. Fails with an
     * {@link io.github.quarkusclaude.error.InvalidRequestException}, before anything is sent, if there are none or too many,
     * or a {@code custom_id} comes twice. The whole batch goes under one version of the API: the oldest one that any of its
     * requests needs.
     */
    Uni<MessageBatch> create(Iterable<BatchRequest> requests);

    /** Submits a batch whose requests come from a publisher; otherwise as {@link #create(Iterable)}. */
    Uni<MessageBatch> create(Flow.Publisher<BatchRequest> requests);

    /** All batches, the newest first. Pages are fetched as they are asked for. */
    Multi<MessageBatch> list();

    /**
     * One batch. Fails with a {@link io.github.quarkusclaude.error.NotFoundException} if there is none with this id.
     */
    Uni<MessageBatch> get(String id);

    /** Cancels a batch. Requests that are being answered are finished first; the results then say what became of each. */
    Uni<MessageBatch> cancel(String id);

    /** Deletes a batch, which must have ended, and its results. */
    Uni<Void> delete(String id);

    /**
     * The results of a batch that has ended, in no particular order. They are read from the network and decoded no faster
     * than they are asked for, and not held.
     */
    Multi<BatchResult> results(String id);

    /**
     * The results of a batch together with its requests, in the order of the results; requests without a result follow
     * behind the last one. Only the requests are held.
     */
    Multi<JoinedResult> results(String id, Iterable<BatchRequest> requests);

    /**
     * A batch again and again, at once and then at growing intervals, until it has ended. Failures that pass (no connection,
     * overload, rate limit) are borne a few times in a row. Fails with a {@link BatchTimeoutException} if the batch has not
     * ended in time; it goes on all the same. Cancelling ends the waiting and not the batch. No thread is held.
     */
    Multi<MessageBatch> watch(String id, BatchPolling polling);

    /** Waits for the end of a batch with {@link BatchPolling#DEFAULT}. */
    Uni<MessageBatch> awaitEnd(String id);

    /** Waits for the end of a batch as {@link #watch} does, and gives the batch as it has ended. */
    Uni<MessageBatch> awaitEnd(String id, BatchPolling polling);

    /**
     * Submits a batch and waits for its end.
     *
     * @param submitted told of the batch, on an event loop, as soon as it is submitted: keep its id, and a restarted program
     *        can go on with
     *        {@link #awaitEnd(String)} and {@link #results(String)}
     */
    Uni<MessageBatch> submitAndAwait(Iterable<BatchRequest> requests, BatchPolling polling,
            Consumer<MessageBatch> submitted);
}
