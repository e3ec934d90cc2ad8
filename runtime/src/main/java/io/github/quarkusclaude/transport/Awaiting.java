package io.github.quarkusclaude.transport;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/**
 * Waits for answers, where that is allowed.
 */
public final class Awaiting {

    private Awaiting() {
    }

    /** Waits; an interruption cancels the call. */
    public static <T> T await(Uni<T> uni) {
        expectBlockingThread();
        CompletableFuture<T> future = uni.subscribeAsCompletionStage();
        try {
            return future.get();
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            CancellationException cancelled = new CancellationException("Interrupted while waiting for Claude");
            cancelled.initCause(e);
            throw cancelled;
        } catch (ExecutionException e) {
            throw withCaller(e.getCause());
        }
    }

    /** The failure comes from another thread; who waited for it is worth knowing as well. */
    private static RuntimeException withCaller(Throwable failure) {
        // a failure may be shared by all who waited for the same thing
        if (failure.getSuppressed().length == 0) {
            failure.addSuppressed(new Exception("The call was made here"));
        }
        return failure instanceof RuntimeException runtime ? runtime : new IllegalStateException(failure);
    }

    static void expectBlockingThread() {
        if (!Infrastructure.canCallerThreadBeBlocked()) {
            throw new IllegalStateException("A blocking client waits for the answer, which the thread "
                    + Thread.currentThread().getName()
                    + " must not do. Inject its reactive twin (ReactiveClaudeClient) instead, or annotate the method with"
                    + " @Blocking or @RunOnVirtualThread");
        }
    }
}
