package io.github.quarkusclaude.transport;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ReactiveClaudeClient;
import io.github.quarkusclaude.catalog.ModelInfo;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.TokenCount;
import io.github.quarkusclaude.stream.MessageStream;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/**
 * The reactive client, waited for.
 */
public final class BlockingApiClient implements ClaudeClient {

    private final ReactiveApiClient reactive;

    public BlockingApiClient(ReactiveApiClient reactive) {
        this.reactive = reactive;
    }

    @Override
    public Message generate(String prompt) {
        return await(reactive.generate(prompt));
    }

    @Override
    public Message generate(MessageRequest request) {
        return await(reactive.generate(request));
    }

    @Override
    public MessageStream stream(String prompt) {
        return stream(MessageRequest.of(prompt));
    }

    @Override
    public MessageStream stream(MessageRequest request) {
        expectBlockingThread();
        return MessageStream.of(reactive.stream(request));
    }

    @Override
    public TokenCount countTokens(String prompt) {
        return await(reactive.countTokens(prompt));
    }

    @Override
    public TokenCount countTokens(MessageRequest request) {
        return await(reactive.countTokens(request));
    }

    @Override
    public List<ModelInfo> models() {
        return await(reactive.models());
    }

    @Override
    public ModelInfo model(String id) {
        return await(reactive.model(id));
    }

    @Override
    public ReactiveClaudeClient reactive() {
        return reactive;
    }

    @Override
    public void close() {
        reactive.close();
    }

    private static <T> T await(Uni<T> uni) {
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
        failure.addSuppressed(new Exception("The call was made here"));
        return failure instanceof RuntimeException runtime ? runtime : new IllegalStateException(failure);
    }

    private static void expectBlockingThread() {
        if (!Infrastructure.canCallerThreadBeBlocked()) {
            throw new IllegalStateException("ClaudeClient waits for the answer, which the thread "
                    + Thread.currentThread().getName()
                    + " must not do. Inject ReactiveClaudeClient instead, or annotate the method with @Blocking or"
                    + " @RunOnVirtualThread");
        }
    }
}
