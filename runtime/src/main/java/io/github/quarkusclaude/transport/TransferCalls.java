package io.github.quarkusclaude.transport;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.github.quarkusclaude.auth.Credential;
import io.github.quarkusclaude.json.ApiJson;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.AbstractMulti;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;

/**
 * Calls whose body, of the request or of the answer, is too large to be held in memory, over the Vert.x HTTP client.
 * <p>
 * The total time-out of a call does not apply while bytes move: a large body on a slow line is not a failure.
 */
final class TransferCalls {

    /** No limit, as a duration. */
    static final Duration FOREVER = Duration.ofNanos(Long.MAX_VALUE);

    private final ClientSettings settings;
    private final Vertx vertx;
    private final HttpClient http;
    private final RequestHead head;
    private final CredentialUse credentials;
    private final PacedCalls paced;
    private final ApiErrors apiErrors;
    private final NetworkErrors networkErrors;
    private final Attempts attempts;

    TransferCalls(ClientSettings settings, Vertx vertx, HttpClient http, RequestHead head, CredentialUse credentials,
            PacedCalls paced, ApiErrors apiErrors, NetworkErrors networkErrors,
            Attempts attempts) {
        this.settings = settings;
        this.vertx = vertx;
        this.http = http;
        this.head = head;
        this.credentials = credentials;
        this.paced = paced;
        this.apiErrors = apiErrors;
        this.networkErrors = networkErrors;
        this.attempts = attempts;
    }

    /**
     * Sends a body piece by piece and decodes the answer, which comes in one piece.
     *
     * @param resource the path of the resource, such as {@code /v1/files}
     */
    <T> Uni<T> upload(Endpoint endpoint, String resource, UploadBody body, ApiJson.Decoder<T> decoder) {
        return body.isRepeatable()
                ? attempts.transfer(endpoint, Repeat.UNLESS_DONE,
                        () -> paced.call(admitted -> credentials
                                .call(credential -> upload(resource, body, decoder, credential, admitted.observer()))))
                : attempts.transfer(endpoint, Repeat.NEVER,
                        () -> paced.call(admitted -> credentials
                                .once(credential -> upload(resource, body, decoder, credential, admitted.observer()))));
    }

    private <T> Uni<T> upload(String resource, UploadBody body, ApiJson.Decoder<T> decoder, Credential credential,
            AnswerObserver observer) {
        return Uni.createFrom().emitter(emitter -> {
            Context context = EventLoops.contextFor(vertx);
            Upload<T> upload = new Upload<>(context, settings, observer, apiErrors, networkErrors, body, decoder,
                    emitter);
            emitter.onTermination(upload::terminated);
            RequestOptions options = options(HttpMethod.POST, resource).putHeader("accept", "application/json")
                    .putHeader("content-type", body.contentType());
            head.forEach(body.apiVersion() == null ? settings.apiVersion() : body.apiVersion(), body.betas(), body.headers(),
                    credential, options::putHeader);
            EventLoops.run(context, () -> upload.start(http, options));
        });
    }

    /**
     * Reads an answer piece by piece, as far as it is asked for.
     *
     * @param resource the path of the resource, such as {@code /v1/files/file_1/content}
     * @param decoder makes items of the bytes, a new one for each subscription
     */
    <T> Multi<T> download(Endpoint endpoint, String resource, String accept, Supplier<PieceDecoder<T>> decoder) {
        return attempts.openTransfer(endpoint, () -> Primed.of(paced.pull(admitted -> credentials
                .call(credential -> Primed.of(download(resource, accept, decoder, credential, admitted.observer()),
                        item -> true))
                .onItem().transformToMulti(Primed::items)), item -> true))
                .onItem().transformToMulti(Primed::items);
    }

    private <T> Multi<T> download(String resource, String accept, Supplier<PieceDecoder<T>> decoder, Credential credential,
            AnswerObserver observer) {
        return new AbstractMulti<>() {
            @Override
            public void subscribe(MultiSubscriber<? super T> subscriber) {
                Context context = EventLoops.contextFor(vertx);
                Download<T> download = new Download<>(context, settings, observer, apiErrors, networkErrors,
                        decoder.get());
                download.subscribe(subscriber);
                RequestOptions options = options(HttpMethod.GET, resource).putHeader("accept", accept);
                head.forEach(settings.apiVersion(), List.of(), Map.of(), credential, options::putHeader);
                EventLoops.run(context, () -> download.start(http, options));
            }
        };
    }

    private RequestOptions options(HttpMethod method, String resource) {
        BaseUrl baseUrl = settings.baseUrl();
        return new RequestOptions()
                .setMethod(method)
                .setSsl(baseUrl.isTls())
                .setHost(baseUrl.host())
                .setPort(baseUrl.port())
                .setURI(baseUrl.path(resource))
                .setFollowRedirects(false);
    }
}
