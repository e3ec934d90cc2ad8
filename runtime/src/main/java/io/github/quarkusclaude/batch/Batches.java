package io.github.quarkusclaude.batch;

import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Message batches, waited for. {@link ReactiveBatches} is the same without blocking.
 * <p>
 * All methods throw a {@link io.github.quarkusclaude.error.ClaudeException} if the call fails, a
 * {@link java.util.concurrent.CancellationException} if the calling thread is interrupted, and an
 * {@link IllegalStateException} on an event loop. Submitting and reading results may take as long as bytes move: only
 * {@code quarkus.claude.read-timeout} limits how long nothing moves, not {@code quarkus.claude.timeout} the whole. Close
 * streams unless they are read to their end. Thread safe.
 */
public interface Batches {

    /**
     * Submits a batch: at most 100,000 requests and 256 MB.
     * <p>
     * The requests are read one after the other and kept only as they are sent; an {@link Iterable} may make them on the way,
     * on a worker thread. The whole batch goes under one version of the API: the oldest one that any of its requests needs.
     *
     * @throws io.github.quarkusclaude.error.InvalidRequestException before anything is sent, if there are no requests or too
     *         many, or a {@code custom_id} comes twice
     */
    MessageBatch create(Iterable<BatchRequest> requests);

    /** All batches, the newest first. Pages are fetched as the stream is read. */
    Stream<MessageBatch> list();

    /**
     * One batch.
     *
     * @throws io.github.quarkusclaude.error.NotFoundException if there is none with this id
     */
    MessageBatch get(String id);

    /** Cancels a batch. Requests that are being answered are finished first; the results then say what became of each. */
    MessageBatch cancel(String id);

    /** Deletes a batch, which must have ended, and its results. */
    void delete(String id);

    /**
     * The results of a batch that has ended, in no particular order. They are read from the network as the stream is read,
     * and not held.
     */
    Stream<BatchResult> results(String id);

    /**
     * The results of a batch together with its requests, in the order of the results; requests without a result follow
     * behind the last one. Only the requests are held.
     */
    Stream<JoinedResult> results(String id, Iterable<BatchRequest> requests);

    /**
     * A batch again and again, at once and then at growing intervals, until it has ended. Failures that pass (no connection,
     * overload, rate limit) are borne a few times in a row. The stream throws a {@link BatchTimeoutException} if the batch
     * has not ended in time; it goes on all the same. Closing the stream ends the waiting and not the batch.
     */
    Stream<MessageBatch> watch(String id, BatchPolling polling);

    /** Waits for the end of a batch with {@link BatchPolling#DEFAULT}. */
    MessageBatch awaitEnd(String id);

    /**
     * Waits for the end of a batch as {@link #watch} does, and gives the batch as it has ended. An interruption ends the
     * waiting and not the batch.
     *
     * @throws BatchTimeoutException if it has not ended in time; it goes on all the same
     */
    MessageBatch awaitEnd(String id, BatchPolling polling);

    /**
     * Submits a batch and waits for its end.
     *
     * @param submitted told of the batch, on the calling thread, as soon as it is submitted: keep its id, and a restarted
     *        program can go on with
     *        {@link #awaitEnd(String)} and {@link #results(String)}
     */
    MessageBatch submitAndAwait(Iterable<BatchRequest> requests, BatchPolling polling, Consumer<MessageBatch> submitted);
}
