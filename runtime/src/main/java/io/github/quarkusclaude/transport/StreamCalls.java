package io.github.quarkusclaude.transport;

import java.util.function.BiFunction;
import java.util.function.Supplier;

import io.github.quarkusclaude.auth.Credential;
import io.github.quarkusclaude.catalog.rules.PreparedRequest;
import io.github.quarkusclaude.error.ClaudeException;
import io.github.quarkusclaude.limits.TokenTally;
import io.github.quarkusclaude.observation.CallWatch;
import io.github.quarkusclaude.stream.StreamEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;

/**
 * Opens streamed messages over the Vert.x HTTP client.
 */
final class StreamCalls {

    private final ClientSettings settings;
    private final RequestHead head;
    private final CredentialUse credentials;
    private final PacedCalls paced;
    private final ApiErrors apiErrors;
    private final NetworkErrors networkErrors;
    private final Vertx vertx;
    private final HttpClient http;

    StreamCalls(ClientSettings settings, Vertx vertx, HttpClientOptions options, RequestHead head, CredentialUse credentials,
            PacedCalls paced, ApiErrors apiErrors, NetworkErrors networkErrors) {
        this.settings = settings;
        this.head = head;
        this.credentials = credentials;
        this.paced = paced;
        this.apiErrors = apiErrors;
        this.networkErrors = networkErrors;
        this.vertx = vertx;
        this.http = vertx.createHttpClient(options);
    }

    /**
     * Attempts to send a request, each once, and to get the events of the answer. The request is encoded here and now.
     *
     * @param reception what is done with the events before
     * @param tally begins to count the tokens of an answer
     * @return makes an attempt whose stream must have ended by a deadline
     */
    BiFunction<CallWatch, Deadline, Multi<StreamEvent>> attempts(PreparedRequest request, Reception reception,
            Supplier<TokenTally> tally) {
        byte[] body = request.json();
        return (watch, deadline) -> paced.stream(request, body.length, watch, deadline, admitted -> credentials
                .call(credential -> open(options(request, credential), body, admitted.observer(), deadline))
                .onItem().transformToMulti(stream -> stream.events(reception, tally.get().alsoTo(admitted.usage()))));
    }

    private Uni<OpenStream> open(RequestOptions options, byte[] body, AnswerObserver observer, Deadline deadline) {
        return Uni.createFrom().emitter(emitter -> {
            Context context = EventLoops.contextFor(vertx);
            StreamOpening opening = new StreamOpening(context,
                    new Watchdog(vertx, deadline.remaining(), settings.readTimeout()),
                    settings, observer, apiErrors, networkErrors, new StreamOpening.Outcome() {
                        @Override
                        public void opened(OpenStream stream) {
                            emitter.complete(stream);
                        }

                        @Override
                        public void failed(ClaudeException failure) {
                            emitter.fail(failure);
                        }
                    });
            emitter.onTermination(opening::terminated);
            EventLoops.run(context, () -> opening.start(http, options, body));
        });
    }

    private RequestOptions options(PreparedRequest request, Credential credential) {
        BaseUrl baseUrl = settings.baseUrl();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setSsl(baseUrl.isTls())
                .setHost(baseUrl.host())
                .setPort(baseUrl.port())
                .setURI(baseUrl.path("/v1/messages"))
                .setFollowRedirects(false)
                .putHeader("content-type", "application/json")
                .putHeader("accept", "text/event-stream");
        head.forEach(request.apiVersion(), request.betas(), request.headers(), credential, options::putHeader);
        return options;
    }

    /** The client whose connections streams use, for other calls whose bodies come in pieces. */
    HttpClient http() {
        return http;
    }

    void close() {
        http.close();
    }
}
