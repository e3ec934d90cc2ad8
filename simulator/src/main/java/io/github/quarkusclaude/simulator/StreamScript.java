package io.github.quarkusclaude.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

import io.vertx.core.buffer.Buffer;

/**
 * An event stream that a test sends by hand, chunk by chunk, at the moments it chooses.
 * <p>
 * Queue it with {@link ClaudeSimulator#script(ScriptedAnswer...)}; it serves one request. The client gets status 200 and
 * the content type of an event stream as soon as its request has arrived. What is sent before that waits for the request.
 * All methods return at once and may be called from any thread.
 */
public final class StreamScript implements ScriptedAnswer {

    private final CompletableFuture<RecordedRequest> started = new CompletableFuture<>();
    private final CompletableFuture<Instant> closedByClient = new CompletableFuture<>();
    private final Queue<Runnable> early = new ArrayDeque<>();
    private @Nullable Exchange exchange;

    /** Completes with the request when it has arrived. */
    public CompletableFuture<RecordedRequest> started() {
        return started.copy();
    }

    /**
     * Completes, with the time, when the client closes the connection, or with HTTP/2 resets the stream, before
     * {@link #end()} or {@link #abort()}.
     */
    public CompletableFuture<Instant> closedByClient() {
        return closedByClient.copy();
    }

    /**
     * Sends a chunk.
     *
     * @return completes when the chunk has been handed to the network; fails if the client is gone
     */
    public CompletableFuture<Void> send(byte[] chunk) {
        Buffer buffer = Buffer.buffer(chunk.clone());
        CompletableFuture<Void> sent = new CompletableFuture<>();
        perform(() -> served().write(buffer)
                .onSuccess(sent::complete)
                .onFailure(sent::completeExceptionally));
        return sent;
    }

    /** Sends text, in UTF-8. */
    public CompletableFuture<Void> send(String chunk) {
        return send(chunk.getBytes(StandardCharsets.UTF_8));
    }

    /** Ends the answer properly. */
    public void end() {
        perform(() -> served().end());
    }

    /** Resets the connection; with HTTP/2, the stream. */
    public void abort() {
        perform(() -> served().abort());
    }

    void serve(Exchange arrived) {
        if (!started.complete(arrived.record())) {
            throw new ApiException(ErrorType.API.error("A StreamScript serves one request only"));
        }
        arrived.record().closedByClient().thenAccept(closedByClient::complete);
        arrived.open(200, BytesScript.EVENT_STREAM);
        synchronized (this) {
            exchange = arrived;
            early.forEach(arrived::later);
            early.clear();
        }
    }

    private synchronized void perform(Runnable action) {
        if (exchange == null) {
            early.add(action);
        } else {
            exchange.later(action);
        }
    }

    private synchronized Exchange served() {
        if (exchange == null) {
            throw new IllegalStateException("No request has arrived");
        }
        return exchange;
    }
}
