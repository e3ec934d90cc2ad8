package io.github.quarkusclaude.simulator;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;

import io.vertx.core.Future;

/**
 * A connection of a client.
 *
 * @param ready completes when the client can take an answer
 * @param closed completes, with the time, when the connection ends
 */
record Connection(long id, Future<?> ready, CompletableFuture<Instant> closed) {
}
