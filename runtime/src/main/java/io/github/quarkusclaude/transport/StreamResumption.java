package io.github.quarkusclaude.transport;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.catalog.rules.Continuation;
import io.github.quarkusclaude.catalog.rules.PreparedRequest;
import io.github.quarkusclaude.error.ClaudeException;
import io.github.quarkusclaude.stream.StreamEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.AbstractMulti;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.vertx.core.Vertx;

/**
 * Asks for the rest of streams that break off, if the client is to.
 */
final class StreamResumption {

    private final int mostResumes;
    private final RetryRules rules;
    private final ModelCatalog catalog;
    private final Vertx vertx;

    StreamResumption(ClientSettings settings, ModelCatalog catalog, Vertx vertx) {
        RetrySettings retry = settings.retry();
        this.mostResumes = settings.streamResumes();
        this.rules = new RetryRules(
                new RetrySettings(mostResumes, retry.initialDelay(), retry.maxDelay(), retry.jitter()),
                () -> ThreadLocalRandom.current().nextDouble());
        this.catalog = catalog;
        this.vertx = vertx;
    }

    /**
     * A stream and, if it breaks off, the rest of it.
     *
     * @param timeout how long all of it may take
     * @param opening opens the stream of a request that may take so long
     */
    Multi<StreamEvent> of(PreparedRequest request, Duration timeout,
            BiFunction<PreparedRequest, Duration, Multi<StreamEvent>> opening) {
        if (mostResumes == 0) {
            return opening.apply(request, timeout);
        }
        return new AbstractMulti<>() {
            @Override
            public void subscribe(MultiSubscriber<? super StreamEvent> subscriber) {
                new ResumedStream(StreamResumption.this, request, timeout, opening, subscriber).start();
            }
        };
    }

    Vertx vertx() {
        return vertx;
    }

    /**
     * How long to wait before the rest is asked for; {@code null} if it is not.
     *
     * @param breaks how often the stream has broken off
     */
    @Nullable
    Duration delay(ClaudeException failure, int breaks) {
        return rules.delay(failure, breaks, Repeat.ALWAYS);
    }

    /** The request for what a stream has not given out; {@code null} if there is none. */
    @Nullable
    Continuation continuation(PreparedRequest request, JoinedAnswer answer) {
        return Continuation.of(request, answer.content(), answer.isOpen(),
                catalog.model(request.choice().effective()).orElse(null));
    }
}
