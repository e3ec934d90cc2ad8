package io.github.quarkusclaude.transport;

import java.util.concurrent.Flow;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.error.ClaudeException;
import io.smallrye.mutiny.helpers.Subscriptions;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;

/**
 * Hands out what an answer holds, item by item. Items are made only as far as the subscriber asks for them, and the next
 * buffer is fetched from the connection only when the last one is used up.
 * <p>
 * All state is confined to the context of the call; requests and cancellations from elsewhere are moved there.
 */
final class Pull<T> implements Flow.Subscription {

    /** What the items are, and where they end. */
    interface Content<T> {

        /** Takes the next bytes. */
        void feed(Buffer piece);

        /**
         * The next item; {@code null} if more bytes are needed.
         *
         * @throws ClaudeException if the answer fails here
         */
        @Nullable
        T next();

        /** Whether the item given last was the last one, whatever bytes come behind it. */
        boolean isComplete();

        /**
         * What the bytes that are left amount to when no more come; {@code null} if nothing is left.
         *
         * @param lost why no more come; {@code null} if the server has ended the answer
         * @throws ClaudeException if the answer must not end here
         */
        @Nullable
        T end(@Nullable Throwable lost);
    }

    /** How long to wait for the end of the HTTP answer behind the last item, in milliseconds. */
    private static final long MAX_LINGER = 250;

    private final Context context;
    private final Watchdog watchdog;
    private final Content<T> content;
    private @Nullable MultiSubscriber<? super T> subscriber;
    private @Nullable HttpClientRequest request;
    private @Nullable HttpClientResponse response;

    private long demand;
    private boolean draining;
    private boolean fetching;
    private boolean ended;
    private @Nullable Throwable lost;
    private boolean complete;
    /** No more signals to the subscriber; set at once by a cancellation, which may come from any thread. */
    private volatile boolean done;

    Pull(Context context, Watchdog watchdog, Content<T> content) {
        this.context = context;
        this.watchdog = watchdog;
        this.content = content;
    }

    void subscribe(MultiSubscriber<? super T> subscriber) {
        this.subscriber = subscriber;
        subscriber.onSubscribe(this);
    }

    /** Takes the request whose answer it will be; whether it is still wanted. */
    boolean connected(HttpClientRequest request) {
        this.request = request;
        if (done) {
            request.reset();
        }
        return !done;
    }

    /** Takes the answer, in the same turn of the event loop as its head arrived, so that no byte is missed. */
    void open(HttpClientResponse response) {
        response.pause();
        watchdog.arrived();
        this.response = response;
        response.handler(this::arrived);
        response.endHandler(ignored -> ended(null));
        response.exceptionHandler(this::ended);
        drain();
    }

    /** Fails with an answer that holds no items. It has arrived to its end, so its connection is left alone. */
    void refused(Throwable failure) {
        ended = true;
        fail(failure);
    }

    boolean isDone() {
        return done;
    }

    boolean isOpen() {
        return response != null;
    }

    @Nullable
    String requestId() {
        return response == null ? null : response.getHeader("request-id");
    }

    @Override
    public void request(long n) {
        EventLoops.run(context, () -> {
            if (n <= 0) {
                fail(Subscriptions.getInvalidRequestException());
            } else {
                demand = Subscriptions.add(demand, n);
                drain();
            }
        });
    }

    @Override
    public void cancel() {
        if (!done) {
            done = true;
            EventLoops.run(context, () -> {
                watchdog.stop();
                release();
            });
        }
    }

    void fail(Throwable failure) {
        if (done) {
            return;
        }
        done = true;
        watchdog.stop();
        release();
        if (subscriber != null) {
            subscriber.onFailure(failure);
        }
    }

    /**
     * Closes the connection, unless the answer has arrived to its end. Then another call may be using the connection
     * already, although the end still waits behind what was not read: it is let through first.
     */
    private void release() {
        if (response != null) {
            response.resume();
            context.runOnContext(ignored -> {
                if (!ended) {
                    request.reset();
                }
            });
        } else if (request != null && !ended) {
            request.reset();
        }
    }

    private void arrived(Buffer buffer) {
        fetching = false;
        if (!done && !complete) {
            watchdog.arrived();
            content.feed(buffer);
            drain();
        }
    }

    private void ended(@Nullable Throwable failure) {
        ended = true;
        fetching = false;
        lost = failure;
        watchdog.arrived();
        if (complete) {
            finish();
        } else {
            drain();
        }
    }

    private void drain() {
        if (draining || response == null) {
            return;
        }
        draining = true;
        try {
            while (demand > 0 && !done && !complete) {
                T item = content.next();
                if (item != null) {
                    emit(item);
                } else if (ended) {
                    end();
                } else if (!fetch()) {
                    return;
                }
            }
        } catch (ClaudeException e) {
            fail(e);
        } finally {
            draining = false;
        }
    }

    /** Asks the connection for a buffer; whether it came at once. */
    private boolean fetch() {
        if (!fetching) {
            fetching = true;
            watchdog.waiting();
            response.fetch(1);
        }
        return !fetching;
    }

    private void emit(T item) {
        demand--;
        subscriber.onItem(item);
        if (content.isComplete()) {
            complete();
        }
    }

    private void end() {
        T last = content.end(lost);
        if (last != null) {
            emit(last);
        }
        complete();
    }

    /** Waits a moment for the end of the HTTP answer, so that the next request can use this connection again. */
    private void complete() {
        complete = true;
        watchdog.stop();
        if (ended) {
            finish();
        } else {
            response.resume();
            context.owner().setTimer(MAX_LINGER, ignored -> finish());
        }
    }

    private void finish() {
        if (!done) {
            done = true;
            if (!ended) {
                request.reset();
            }
            subscriber.onCompletion();
        }
    }
}
