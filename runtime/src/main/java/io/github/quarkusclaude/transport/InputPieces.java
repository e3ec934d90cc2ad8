package io.github.quarkusclaude.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;

/**
 * Reads an input stream on worker threads, piece by piece as they are asked for, and closes it.
 */
final class InputPieces {

    private static final int SIZE = 64 * 1024;

    private final Context context;
    private final Callable<InputStream> source;
    private @Nullable InputStream in;

    private InputPieces(Context context, Callable<InputStream> source) {
        this.context = context;
        this.source = source;
    }

    /** The content of a stream that is opened, on a worker thread, for each subscription. */
    static Multi<Buffer> of(Vertx vertx, Callable<InputStream> source) {
        return Multi.createFrom().deferred(() -> {
            InputPieces pieces = new InputPieces(vertx.getOrCreateContext(), source);
            return Multi.createBy().repeating().uni(pieces::next).until(piece -> piece.length() == 0)
                    .onTermination().call(pieces::close);
        });
    }

    private Uni<Buffer> next() {
        return onWorker(context, () -> {
            if (in == null) {
                in = source.call();
            }
            return Buffer.buffer(in.readNBytes(SIZE));
        });
    }

    private Uni<Void> close() {
        return onWorker(context, () -> {
            if (in != null) {
                in.close();
            }
            return null;
        });
    }

    /** Does what may block, one after the other for the same context. */
    static <T> Uni<T> onWorker(Context context, Callable<T> blocking) {
        return Uni.createFrom().completionStage(() -> context.executeBlocking(blocking).toCompletionStage())
                .onFailure(IOException.class).transform(e -> new UncheckedIOException((IOException) e));
    }
}
