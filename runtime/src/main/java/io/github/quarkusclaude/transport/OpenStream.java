package io.github.quarkusclaude.transport;

import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.error.ClaudeException;
import io.github.quarkusclaude.error.ErrorDetails;
import io.github.quarkusclaude.error.MalformedResponseException;
import io.github.quarkusclaude.error.NetworkException.Phase;
import io.github.quarkusclaude.error.TruncatedStreamException;
import io.github.quarkusclaude.json.MalformedJsonException;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.stream.ErrorEvent;
import io.github.quarkusclaude.stream.MessageAccumulator;
import io.github.quarkusclaude.stream.StreamDecoder;
import io.github.quarkusclaude.stream.StreamEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.Subscriptions;
import io.smallrye.mutiny.operators.AbstractMulti;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;

/**
 * A stream whose head has arrived. Its events are decoded only as far as the subscriber asks for them, and the next
 * buffer is fetched from the connection only when the last one is used up.
 * <p>
 * All state is confined to the context of the call; requests and cancellations from elsewhere are moved there.
 */
final class OpenStream implements Flow.Subscription {

    /** How long to wait for the end of the HTTP answer behind the end of the message, in milliseconds. */
    private static final long MAX_LINGER = 250;

    private final Context context;
    private final HttpClientRequest request;
    private final HttpClientResponse response;
    private final Watchdog watchdog;
    private final ClientSettings settings;
    private final ApiErrors apiErrors;
    private final NetworkErrors networkErrors;

    private final StreamDecoder decoder = new StreamDecoder();
    private final MessageAccumulator accumulator = new MessageAccumulator();
    private ToolNames toolNames = ToolNames.UNCHANGED;
    private final AtomicBoolean subscribed = new AtomicBoolean();
    private @Nullable MultiSubscriber<? super StreamEvent> subscriber;

    private long demand;
    private boolean draining;
    private boolean fetching;
    private boolean ended;
    private @Nullable Throwable lost;
    private boolean complete;
    /** No more signals to the subscriber; set at once by a cancellation, which may come from any thread. */
    private volatile boolean done;

    OpenStream(Context context, HttpClientRequest request, HttpClientResponse response, Watchdog watchdog,
            ClientSettings settings, ApiErrors apiErrors, NetworkErrors networkErrors) {
        this.context = context;
        this.request = request;
        this.response = response;
        this.watchdog = watchdog;
        this.settings = settings;
        this.apiErrors = apiErrors;
        this.networkErrors = networkErrors;
        watchdog.onExpiry(this::expired);
        response.handler(this::arrived);
        response.endHandler(ignored -> ended(null));
        response.exceptionHandler(this::ended);
    }

    /**
     * The events, for one subscriber.
     *
     * @param toolNames the names of the tools of the request
     */
    Multi<StreamEvent> events(ToolNames toolNames) {
        this.toolNames = toolNames;
        return new AbstractMulti<>() {
            @Override
            public void subscribe(MultiSubscriber<? super StreamEvent> subscriber) {
                if (subscribed.compareAndSet(false, true)) {
                    OpenStream.this.subscriber = subscriber;
                    subscriber.onSubscribe(OpenStream.this);
                } else {
                    Subscriptions.fail(subscriber, new IllegalStateException("A stream has one subscriber"));
                }
            }
        };
    }

    boolean isSubscribed() {
        return subscribed.get();
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

    /**
     * Closes the connection, unless the answer has arrived to its end. Then another call may be using the connection
     * already, although the end still waits behind what was not read: it is let through first.
     */
    private void release() {
        response.resume();
        context.runOnContext(ignored -> {
            if (!ended) {
                request.reset();
            }
        });
    }

    private void arrived(Buffer buffer) {
        fetching = false;
        if (!done && !complete) {
            watchdog.arrived();
            decoder.feed(buffer);
            drain();
        }
    }

    private void ended(@Nullable Throwable failure) {
        ended = true;
        fetching = false;
        lost = failure;
        if (complete) {
            finish();
        } else {
            drain();
        }
    }

    private void drain() {
        if (draining) {
            return;
        }
        draining = true;
        try {
            while (demand > 0 && !done && !complete) {
                StreamEvent event = decoder.next();
                if (event != null) {
                    emit(toolNames.receive(event));
                } else if (ended) {
                    fail(truncated());
                } else if (!fetch()) {
                    return;
                }
            }
        } catch (MalformedJsonException e) {
            fail(new MalformedResponseException(
                    details("An event of the stream is not the API's JSON: " + e.getMessage()), e));
        } catch (MalformedResponseException e) {
            fail(new MalformedResponseException(e.details().withRequestId(requestId()), e));
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

    private void emit(StreamEvent event) {
        if (event instanceof ErrorEvent error) {
            fail(apiErrors.of(error, requestId(), partialMessage()));
            return;
        }
        accumulator.accept(event);
        demand--;
        subscriber.onItem(event);
        if (accumulator.isComplete()) {
            complete();
        }
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

    private void fail(Throwable failure) {
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

    private void expired(Phase phase) {
        fail(phase == Phase.TOTAL ? networkErrors.timedOut(settings.timeout(), requestId(), partialMessage())
                : networkErrors.silent(settings.readTimeout(), requestId(), partialMessage()));
    }

    private ClaudeException truncated() {
        return new TruncatedStreamException(details(lost == null ? "The stream ended before the message was complete"
                : "The connection was lost before the message was complete"), lost);
    }

    private ErrorDetails details(String message) {
        return ErrorDetails.of(message).withRequestId(requestId()).withPartialMessage(partialMessage());
    }

    private @Nullable Message partialMessage() {
        return accumulator.partialMessage().orElse(null);
    }

    private @Nullable String requestId() {
        return response.getHeader("request-id");
    }
}
