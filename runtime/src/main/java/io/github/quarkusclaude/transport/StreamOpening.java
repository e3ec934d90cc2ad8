package io.github.quarkusclaude.transport;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.error.ClaudeException;
import io.github.quarkusclaude.error.ErrorDetails;
import io.github.quarkusclaude.error.MalformedResponseException;
import io.github.quarkusclaude.error.NetworkException.Phase;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;

/**
 * One attempt to open a stream: from the connection to the head of the answer.
 * <p>
 * Confined to its context, except for {@link #terminated()}.
 */
final class StreamOpening {

    /** What an attempt ends with, unless it is abandoned. */
    interface Outcome {

        void opened(OpenStream stream);

        void failed(ClaudeException failure);
    }

    private static final int OK = 200;

    private final Context context;
    private final Watchdog watchdog;
    private final ClientSettings settings;
    private final AnswerObserver observer;
    private final ApiErrors apiErrors;
    private final NetworkErrors networkErrors;
    private final Outcome outcome;
    private @Nullable HttpClientRequest request;
    private @Nullable OpenStream stream;
    private boolean settled;
    private volatile @Nullable Thread handingOver;

    StreamOpening(Context context, Watchdog watchdog, ClientSettings settings, AnswerObserver observer,
            ApiErrors apiErrors, NetworkErrors networkErrors, Outcome outcome) {
        this.context = context;
        this.watchdog = watchdog;
        this.settings = settings;
        this.observer = observer;
        this.apiErrors = apiErrors;
        this.networkErrors = networkErrors;
        this.outcome = outcome;
    }

    void start(HttpClient http, RequestOptions options, byte[] body) {
        if (settled) {
            return;
        }
        watchdog.start(this::expired);
        http.request(options).onComplete(connected -> send(connected, body));
    }

    /**
     * To be called when nobody waits for the outcome any more, be it that it has been handed over or that the caller has
     * cancelled. In the second case the attempt is abandoned, and so is a stream that opened in the same moment.
     */
    void terminated() {
        if (handingOver == Thread.currentThread()) {
            return;
        }
        EventLoops.run(context, () -> {
            if (settle()) {
                reset();
            } else if (stream != null && !stream.isSubscribed()) {
                stream.cancel();
            }
        });
    }

    private void send(AsyncResult<HttpClientRequest> connected, byte[] body) {
        if (connected.failed()) {
            fail(networkErrors.of(connected.cause()));
            return;
        }
        request = connected.result();
        request.exceptionHandler(ignored -> {
            // the answer fails with it; otherwise it is logged as an error, even if the caller has cancelled
        });
        if (settled) {
            reset();
            return;
        }
        watchdog.waiting();
        request.send(Buffer.buffer(body)).onComplete(this::answered);
    }

    private void answered(AsyncResult<HttpClientResponse> answer) {
        if (answer.failed()) {
            fail(networkErrors.of(answer.cause()));
        } else if (!settled) {
            HttpClientResponse response = answer.result();
            observer.answered(response.statusCode(), ReceivedHeaders.of(response.headers()));
            if (response.statusCode() == OK && isEventStream(response)) {
                open(response);
            } else {
                response.body().onComplete(body -> refused(response, body));
            }
        }
    }

    private void open(HttpClientResponse response) {
        OpenStream opened = new OpenStream(context, request, response, watchdog, settings, apiErrors, networkErrors);
        stream = opened;
        settled = true;
        handOver(() -> outcome.opened(opened));
    }

    private void handOver(Runnable action) {
        handingOver = Thread.currentThread();
        try {
            action.run();
        } finally {
            handingOver = null;
        }
    }

    private void refused(HttpClientResponse response, AsyncResult<Buffer> body) {
        if (body.failed()) {
            fail(networkErrors.of(body.cause()));
        } else if (response.statusCode() != OK) {
            fail(apiErrors.of(response.statusCode(), ReceivedHeaders.of(response.headers()), body.result().getBytes()));
        } else {
            ErrorDetails details = ErrorDetails.of(OK, "The server answered a streaming request with "
                    + response.getHeader("content-type") + " instead of text/event-stream");
            fail(new MalformedResponseException(details.withRequestId(response.getHeader("request-id")), null));
        }
    }

    private static boolean isEventStream(HttpClientResponse response) {
        String contentType = response.getHeader("content-type");
        return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith("text/event-stream");
    }

    private void expired(Phase phase) {
        fail(phase == Phase.TOTAL ? networkErrors.timedOut(settings.timeout(), null)
                : networkErrors.silent(settings.readTimeout(), null, null));
        reset();
    }

    private void fail(ClaudeException failure) {
        if (settle()) {
            handOver(() -> outcome.failed(failure));
        }
    }

    private boolean settle() {
        if (settled) {
            return false;
        }
        settled = true;
        watchdog.stop();
        return true;
    }

    private void reset() {
        if (request != null) {
            request.reset();
        }
    }
}
