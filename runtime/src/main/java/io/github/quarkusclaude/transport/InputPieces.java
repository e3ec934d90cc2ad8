package io.github.quarkusclaude.transport;

import java.io.InputStream;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;

/**
 * Reads an input stream on worker threads, piece by piece as they are asked for, and closes it.
 */
final class InputPieces {

    private static final int SIZE = 64 * 1024;

    private final WorkerSteps steps;
    private final Callable<InputStream> source;
    private @Nullable InputStream in;

    private InputPieces(WorkerSteps steps, Callable<InputStream> source) {
        this.steps = steps;
        this.source = source;
    }

    /** The content of a stream that is opened, on a worker thread, for each subscription. */
    static Multi<Buffer> of(Vertx vertx, Callable<InputStream> source) {
        return Multi.createFrom().deferred(() -> {
            InputPieces pieces = new InputPieces(new WorkerSteps(vertx), source);
            return Multi.createBy().repeating().uni(pieces::next).until(piece -> piece.length() == 0)
                    .onTermination().call(pieces::close);
        });
    }

    private Uni<Buffer> next() {
        return steps.then(() -> {
            if (in == null) {
                in = source.call();
            }
            return Buffer.buffer(in.readNBytes(SIZE));
        });
    }

    private Uni<Void> close() {
        return steps.then(() -> {
            if (in != null) {
                in.close();
            }
            return null;
        });
    }
}
