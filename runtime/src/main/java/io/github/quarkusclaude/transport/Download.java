package io.github.quarkusclaude.transport;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.error.ErrorDetails;
import io.github.quarkusclaude.error.MalformedResponseException;
import io.github.quarkusclaude.error.NetworkException.Phase;
import io.github.quarkusclaude.error.TruncatedStreamException;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;

/**
 * An answer read piece by piece, from the connection to its end.
 * <p>
 * Confined to its context.
 */
final class Download<T> implements Pull.Content<T> {

    private static final int OK = 200;

    private final Watchdog watchdog;
    private final ClientSettings settings;
    private final AnswerObserver observer;
    private final ApiErrors apiErrors;
    private final NetworkErrors networkErrors;
    private final PieceDecoder<T> decoder;
    private final Pull<T> pull;

    Download(Context context, ClientSettings settings, AnswerObserver observer, ApiErrors apiErrors,
            NetworkErrors networkErrors, PieceDecoder<T> decoder) {
        this.watchdog = new Watchdog(context.owner(), TransferCalls.FOREVER, settings.readTimeout());
        this.settings = settings;
        this.observer = observer;
        this.apiErrors = apiErrors;
        this.networkErrors = networkErrors;
        this.decoder = decoder;
        this.pull = new Pull<>(context, watchdog, this);
    }

    void subscribe(MultiSubscriber<? super T> subscriber) {
        pull.subscribe(subscriber);
    }

    void start(HttpClient http, RequestOptions options) {
        if (!pull.isDone()) {
            watchdog.start(this::expired);
            http.request(options).onComplete(this::connected);
        }
    }

    private void connected(AsyncResult<HttpClientRequest> connection) {
        if (connection.failed()) {
            pull.fail(networkErrors.of(connection.cause()));
        } else if (pull.connected(connection.result())) {
            HttpClientRequest request = connection.result();
            request.exceptionHandler(failure -> {
                // once there is an answer, it is the answer that breaks off
                if (!pull.isOpen()) {
                    pull.fail(networkErrors.of(failure));
                }
            });
            request.send().onComplete(this::answered);
        }
    }

    private void answered(AsyncResult<HttpClientResponse> answer) {
        if (answer.failed()) {
            pull.fail(networkErrors.of(answer.cause()));
            return;
        }
        HttpClientResponse response = answer.result();
        observer.answered(response.statusCode(), ReceivedHeaders.of(response.headers()));
        if (response.statusCode() != OK) {
            response.body().onComplete(body -> refused(response, body));
        } else if (!pull.isDone()) {
            pull.open(response);
        }
    }

    private void refused(HttpClientResponse refusal, AsyncResult<Buffer> body) {
        if (body.failed()) {
            pull.fail(networkErrors.of(body.cause()));
        } else {
            pull.refused(apiErrors.of(refusal.statusCode(), ReceivedHeaders.of(refusal.headers()), body.result().getBytes()));
        }
    }

    @Override
    public void feed(Buffer piece) {
        decoder.feed(piece);
    }

    @Override
    public @Nullable T next() {
        try {
            return decoder.next();
        } catch (MalformedResponseException e) {
            throw located(e);
        }
    }

    @Override
    public boolean isComplete() {
        return false;
    }

    @Override
    public @Nullable T end(@Nullable Throwable lost) {
        if (lost != null) {
            throw new TruncatedStreamException(ErrorDetails.of("The connection was lost before the answer was complete")
                    .withRequestId(pull.requestId()), lost);
        }
        try {
            return decoder.last();
        } catch (MalformedResponseException e) {
            throw located(e);
        }
    }

    private MalformedResponseException located(MalformedResponseException failure) {
        return new MalformedResponseException(failure.details().withRequestId(pull.requestId()), failure.getCause());
    }

    private void expired(Phase phase) {
        pull.fail(networkErrors.silent(settings.readTimeout(), pull.requestId(), null));
    }
}
