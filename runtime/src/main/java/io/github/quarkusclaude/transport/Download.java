package io.github.quarkusclaude.transport;

import java.util.concurrent.Flow;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.error.ErrorDetails;
import io.github.quarkusclaude.error.MalformedResponseException;
import io.github.quarkusclaude.error.NetworkException.Phase;
import io.github.quarkusclaude.error.TruncatedStreamException;
import io.smallrye.mutiny.helpers.Subscriptions;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;

/**
 * An answer read piece by piece, from the connection to its end. The next bytes are fetched from the connection only when
 * the last ones are used up and more is asked for.
 * <p>
 * All state is confined to the context of the call; requests and cancellations from elsewhere are moved there.
 */
final class Download<T> implements Flow.Subscription {

    private static final int OK = 200;

    private final Context context;
    private final Watchdog watchdog;
    private final ClientSettings settings;
    private final ApiErrors apiErrors;
    private final NetworkErrors networkErrors;
    private final PieceDecoder<T> decoder;
    private final MultiSubscriber<? super T> subscriber;
    private @Nullable HttpClientRequest request;
    private @Nullable HttpClientResponse response;

    private long demand;
    private boolean draining;
    private boolean fetching;
    private boolean ended;
    private @Nullable Throwable lost;
    /** No more signals to the subscriber; set at once by a cancellation, which may come from any thread. */
    private volatile boolean done;

    Download(Context context, ClientSettings settings, ApiErrors apiErrors, NetworkErrors networkErrors,
            PieceDecoder<T> decoder, MultiSubscriber<? super T> subscriber) {
        this.context = context;
        this.watchdog = new Watchdog(context.owner(), TransferCalls.FOREVER, settings.readTimeout());
        this.settings = settings;
        this.apiErrors = apiErrors;
        this.networkErrors = networkErrors;
        this.decoder = decoder;
        this.subscriber = subscriber;
    }

    void start(HttpClient http, RequestOptions options) {
        if (!done) {
            watchdog.start(this::expired);
            http.request(options).onComplete(this::connected);
        }
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

    private void connected(AsyncResult<HttpClientRequest> connection) {
        if (connection.failed()) {
            fail(networkErrors.of(connection.cause()));
            return;
        }
        request = connection.result();
        if (done) {
            request.reset();
            return;
        }
        request.exceptionHandler(failure -> {
            // once there is an answer, it is the answer that breaks off
            if (response == null) {
                fail(networkErrors.of(failure));
            }
        });
        request.send().onComplete(this::answered);
    }

    private void answered(AsyncResult<HttpClientResponse> answer) {
        if (answer.failed()) {
            fail(networkErrors.of(answer.cause()));
        } else if (answer.result().statusCode() != OK) {
            HttpClientResponse refusal = answer.result();
            refusal.body().onComplete(body -> fail(body.failed() ? networkErrors.of(body.cause())
                    : apiErrors.of(refusal.statusCode(), refusal::getHeader, body.result().getBytes())));
        } else if (!done) {
            open(answer.result());
        }
    }

    private void open(HttpClientResponse answer) {
        // in the same turn of the event loop as the head arrived, so that no byte is missed
        answer.pause();
        watchdog.arrived();
        response = answer;
        answer.handler(this::arrived);
        answer.endHandler(ignored -> ended(null));
        answer.exceptionHandler(this::ended);
        drain();
    }

    private void arrived(Buffer buffer) {
        fetching = false;
        if (!done) {
            watchdog.arrived();
            decoder.feed(buffer);
            drain();
        }
    }

    private void ended(@Nullable Throwable failure) {
        ended = true;
        fetching = false;
        lost = failure;
        watchdog.arrived();
        drain();
    }

    private void drain() {
        if (draining || response == null) {
            return;
        }
        draining = true;
        try {
            while (!done && demand > 0) {
                T item = decoder.next();
                if (item != null) {
                    emit(item);
                } else if (!ended) {
                    if (!fetch()) {
                        return;
                    }
                } else if (lost != null) {
                    fail(new TruncatedStreamException(details("The connection was lost before the answer was complete"), lost));
                } else {
                    finish();
                }
            }
        } catch (MalformedResponseException e) {
            fail(new MalformedResponseException(e.details().withRequestId(requestId()), e.getCause()));
        } finally {
            draining = false;
        }
    }

    /** At the end of the answer: hands out what is left and completes. */
    private void finish() {
        T last = decoder.last();
        if (last != null) {
            emit(last);
        }
        if (!done) {
            done = true;
            watchdog.stop();
            subscriber.onCompletion();
        }
    }

    private void emit(T item) {
        demand--;
        subscriber.onItem(item);
    }

    /** Asks the connection for bytes; whether they came at once. */
    private boolean fetch() {
        if (!fetching) {
            fetching = true;
            watchdog.waiting();
            response.fetch(1);
        }
        return !fetching;
    }

    private void expired(Phase phase) {
        fail(networkErrors.silent(settings.readTimeout(), requestId(), null));
    }

    private ErrorDetails details(String message) {
        return ErrorDetails.of(message).withRequestId(requestId());
    }

    private @Nullable String requestId() {
        return response == null ? null : response.getHeader("request-id");
    }

    private void fail(Throwable failure) {
        if (!done) {
            done = true;
            watchdog.stop();
            release();
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
        } else if (request != null) {
            request.reset();
        }
    }
}
