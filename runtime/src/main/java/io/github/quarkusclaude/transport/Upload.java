package io.github.quarkusclaude.transport;

import java.util.concurrent.Flow;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.error.ClaudeException;
import io.github.quarkusclaude.error.ErrorDetails;
import io.github.quarkusclaude.error.InvalidRequestException;
import io.github.quarkusclaude.error.MalformedResponseException;
import io.github.quarkusclaude.error.NetworkException.Phase;
import io.github.quarkusclaude.json.ApiJson;
import io.github.quarkusclaude.json.MalformedJsonException;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;

/**
 * A request whose body is sent piece by piece, from the connection to the answer. The next piece is asked for when the
 * connection has taken the last one.
 * <p>
 * Confined to its context, except for {@link #terminated()}; pieces from elsewhere are moved there.
 */
final class Upload<T> implements MultiSubscriber<Buffer> {

    private static final int OK = 200;

    private final Context context;
    private final ClientSettings settings;
    private final AnswerObserver observer;
    private final ApiErrors apiErrors;
    private final NetworkErrors networkErrors;
    private final UploadBody body;
    private final ApiJson.Decoder<T> decoder;
    private final UniEmitter<? super T> emitter;
    private Watchdog watchdog;
    private @Nullable HttpClientRequest request;
    private Flow.@Nullable Subscription source;
    private long sent;
    private boolean sentAll;
    private boolean refused;
    private boolean settled;

    Upload(Context context, ClientSettings settings, AnswerObserver observer, ApiErrors apiErrors,
            NetworkErrors networkErrors, UploadBody body, ApiJson.Decoder<T> decoder, UniEmitter<? super T> emitter) {
        this.context = context;
        this.settings = settings;
        this.observer = observer;
        this.apiErrors = apiErrors;
        this.networkErrors = networkErrors;
        this.body = body;
        this.decoder = decoder;
        this.emitter = emitter;
        this.watchdog = new Watchdog(context.owner(), TransferCalls.FOREVER, settings.readTimeout());
    }

    void start(HttpClient http, RequestOptions options) {
        if (!settled) {
            watchdog.start(this::expired);
            http.request(options).onComplete(this::connected);
        }
    }

    /** To be called when nobody waits for the answer any more. */
    void terminated() {
        EventLoops.run(context, () -> {
            if (settle()) {
                reset();
            }
        });
    }

    private void connected(AsyncResult<HttpClientRequest> connection) {
        if (connection.failed()) {
            fail(networkErrors.of(connection.cause()));
            return;
        }
        request = connection.result();
        if (settled) {
            request.reset();
            return;
        }
        if (body.length() != null) {
            request.putHeader("content-length", body.length().toString());
        } else {
            request.setChunked(true);
        }
        request.exceptionHandler(failure -> fail(networkErrors.of(failure)));
        request.response().onComplete(this::answered);
        watchdog.arrived();
        body.pieces().subscribe().withSubscriber(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        source = subscription;
        subscription.request(1);
    }

    @Override
    public void onItem(Buffer piece) {
        EventLoops.run(context, () -> send(piece));
    }

    @Override
    public void onFailure(Throwable failure) {
        EventLoops.run(context, () -> fail(failure));
    }

    @Override
    public void onCompletion() {
        EventLoops.run(context, this::end);
    }

    private void send(Buffer piece) {
        if (settled || refused) {
            return;
        }
        sent += piece.length();
        if (body.length() != null && sent > body.length()) {
            fail(wrongLength("more"));
            return;
        }
        request.write(piece);
        if (request.writeQueueFull()) {
            watchdog.waiting();
            request.drainHandler(ignored -> {
                watchdog.arrived();
                more();
            });
        } else {
            more();
        }
    }

    private void more() {
        if (!settled && !refused) {
            source.request(1);
        }
    }

    /** Behind the last byte the server may take its time: an answer in one piece is silent until it is complete. */
    private void end() {
        if (settled || refused) {
            return;
        }
        if (body.length() != null && sent < body.length()) {
            fail(wrongLength("less"));
            return;
        }
        sentAll = true;
        watchdog.stop();
        watchdog = new Watchdog(context.owner(), settings.timeout(), TransferCalls.FOREVER);
        watchdog.start(this::expired);
        request.end();
    }

    private ClaudeException wrongLength(String comparison) {
        return new InvalidRequestException(ErrorDetails.of("The content to be sent has " + comparison
                + " bytes than was said: it has changed, or the size is wrong"), null);
    }

    private void answered(AsyncResult<HttpClientResponse> answer) {
        if (answer.failed()) {
            fail(networkErrors.of(answer.cause()));
            return;
        }
        // a server may refuse a body before it has all of it
        refused = !sentAll;
        HttpClientResponse response = answer.result();
        observer.answered(response.statusCode(), ReceivedHeaders.of(response.headers()));
        response.body().onComplete(content -> complete(response, content));
    }

    private void complete(HttpClientResponse response, AsyncResult<Buffer> content) {
        if (content.failed()) {
            fail(networkErrors.of(content.cause()));
        } else if (response.statusCode() != OK) {
            fail(apiErrors.of(response.statusCode(), ReceivedHeaders.of(response.headers()), content.result().getBytes()));
        } else {
            decode(response, content.result());
        }
    }

    private void decode(HttpClientResponse response, Buffer content) {
        T value;
        try {
            value = ApiJson.decode(content.getBytes(), decoder);
        } catch (MalformedJsonException e) {
            ErrorDetails details = ErrorDetails.of(OK, "The answer is not the API's JSON: " + e.getMessage())
                    .withRequestId(response.getHeader("request-id"));
            fail(new MalformedResponseException(details, e));
            return;
        }
        if (settle()) {
            if (!sentAll) {
                reset();
            }
            emitter.complete(value);
        }
    }

    private void expired(Phase phase) {
        fail(phase == Phase.TOTAL ? networkErrors.timedOut(settings.timeout(), null)
                : networkErrors.silent(settings.readTimeout(), null, null));
    }

    private void fail(Throwable failure) {
        if (settle()) {
            if (!sentAll || !(failure instanceof ClaudeException claude) || claude.status() == 0) {
                reset();
            }
            emitter.fail(failure);
        }
    }

    private boolean settle() {
        if (settled) {
            return false;
        }
        settled = true;
        watchdog.stop();
        if (source != null && !sentAll) {
            source.cancel();
        }
        return true;
    }

    private void reset() {
        if (request != null) {
            request.reset();
        }
    }
}
