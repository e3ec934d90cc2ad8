package io.github.quarkusclaude.transport;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.client.api.LoggingScope;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;
import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.catalog.rules.PreparedRequest;
import io.github.quarkusclaude.error.ErrorDetails;
import io.github.quarkusclaude.error.MalformedResponseException;
import io.github.quarkusclaude.json.ApiJson;
import io.github.quarkusclaude.json.MalformedJsonException;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.TokenCount;
import io.github.quarkusclaude.observation.CallWatch;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;

/**
 * Calls whose answer comes in one piece, over the Quarkus REST client.
 */
final class UnaryCalls implements Closeable {

    private static final int OK = 200;

    private final ClientSettings settings;
    private final Vertx vertx;
    private final ApiErrors apiErrors;
    private final NetworkErrors networkErrors;
    private final HttpClientOptions options;
    private final RequestHead head;
    private final CredentialUse credentials;
    private final PacedCalls paced;
    private final Attempts attempts;
    private volatile @Nullable ClaudeApi api;

    UnaryCalls(ClientSettings settings, Vertx vertx, HttpClientOptions options, RequestHead head, CredentialUse credentials,
            PacedCalls paced, ApiErrors apiErrors, NetworkErrors networkErrors, Attempts attempts) {
        this.settings = settings;
        this.vertx = vertx;
        this.options = options;
        this.head = head;
        this.credentials = credentials;
        this.paced = paced;
        this.apiErrors = apiErrors;
        this.networkErrors = networkErrors;
        this.attempts = attempts;
    }

    /** Made when it is first needed: a program that only streams starts faster without. */
    private ClaudeApi api() {
        ClaudeApi made = api;
        if (made == null) {
            synchronized (this) {
                made = api;
                if (made == null) {
                    made = connect();
                    api = made;
                }
            }
        }
        return made;
    }

    private ClaudeApi connect() {
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(settings.baseUrl().uri())
                .httpClientOptions(options)
                // it would overrule what a TLS configuration says
                .verifyHost(options.isVerifyHost())
                .connectTimeout(settings.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                // an answer in one piece is silent until it is complete: only the total time counts
                .readTimeout(0, TimeUnit.MILLISECONDS)
                .property(QuarkusRestClientProperties.CONNECTION_POOL_SIZE, settings.connectionPoolSize())
                .followRedirects(false)
                .disableDefaultMapper(true)
                // its masking does not know x-api-key
                .loggingScope(LoggingScope.NONE)
                .userAgent(ClientVersion.USER_AGENT)
                .register((ClientRequestFilter) this::complete)
                .httpClientRequestCustomizer(Sending::connected)
                .build(ClaudeApi.class);
    }

    private void complete(ClientRequestContext request) {
        Map<String, String> ofRequest = Map.of();
        if (request.getEntity() instanceof EncodedRequest encoded) {
            ofRequest = encoded.headers();
            request.setEntity(encoded.json(), new Annotation[0], MediaType.APPLICATION_JSON_TYPE);
        }
        head.custom(ofRequest, request.getHeaders()::putSingle);
    }

    /** A call of the API. */
    interface Call {

        Uni<Response> send(ClaudeApi api, CallHead head);
    }

    /** A call of the API with a body. */
    private interface CallWithBody {

        Uni<Response> send(ClaudeApi api, CallHead head, EncodedRequest body);
    }

    /** Makes a call and decodes its answer. */
    <T> Uni<T> call(Endpoint endpoint, Call call, ApiJson.Decoder<T> decoder) {
        return call(endpoint, CallWatch.NOBODY, () -> paced.call(admitted -> credentials
                .call(credential -> attempt(api -> call.send(api, head.call(credential)), admitted.observer(), decoder))));
    }

    /** Makes a call that consists of attempts. */
    <T> Uni<T> call(Endpoint endpoint, CallWatch watch, Supplier<Uni<T>> attempt) {
        return call(endpoint, watch, settings.timeout(), attempt);
    }

    /** Makes a call that consists of attempts, within a time. */
    <T> Uni<T> call(Endpoint endpoint, CallWatch watch, Duration timeout, Supplier<Uni<T>> attempt) {
        // making the client takes a while: not on the event loop
        return Uni.createFrom().item(this::api).onItem()
                .transformToUni(ready -> attempts.of(endpoint, watch, timeout, attempt));
    }

    /**
     * Attempts to send a request, each once, and to get its message. The request is encoded here and now.
     *
     * @param timeout how long all of that may take
     */
    Function<CallWatch, Uni<Message>> attempts(PreparedRequest request, Duration timeout) {
        EncodedRequest body = EncodedRequest.of(request);
        return watch -> paced.ask(request, body.json().length, watch, timeout,
                admitted -> attempt(request, body, ClaudeApi::createMessage, admitted, Message::readFrom)
                        .onItem().invoke(message -> admitted.usage().accept(message.usage())));
    }

    /** Attempts to send a request, each once, and to get how many tokens it has. The request is encoded here and now. */
    Supplier<Uni<TokenCount>> countAttempts(PreparedRequest request) {
        EncodedRequest body = EncodedRequest.of(request);
        return () -> paced.count(request,
                admitted -> attempt(request, body, ClaudeApi::countTokens, admitted, TokenCount::readFrom));
    }

    private <T> Uni<T> attempt(PreparedRequest request, EncodedRequest body, CallWithBody call, PacedCalls.Admitted admitted,
            ApiJson.Decoder<T> decoder) {
        return credentials.call(credential -> attempt(api -> call.send(api, head.call(request, credential), body),
                admitted.observer(), decoder));
    }

    private <T> Uni<T> attempt(Function<ClaudeApi, Uni<Response>> call, AnswerObserver observer,
            ApiJson.Decoder<T> decoder) {
        return Sending.of(vertx, () -> call.apply(api()))
                .onFailure().transform(networkErrors::of)
                .onItem().invoke(response -> observer.answered(response.getStatus(), ReceivedHeaders.of(response)))
                .onItem().transform(response -> decode(response, decoder));
    }

    private <T> T decode(Response response, ApiJson.Decoder<T> decoder) {
        byte[] body = response.hasEntity() ? response.readEntity(byte[].class) : new byte[0];
        if (response.getStatus() != OK) {
            throw apiErrors.of(response.getStatus(), ReceivedHeaders.of(response), body);
        }
        try {
            return ApiJson.decode(body, decoder);
        } catch (MalformedJsonException e) {
            ErrorDetails details = ErrorDetails.of(OK, "The answer is not the API's JSON: " + e.getMessage())
                    .withRequestId(response.getHeaderString("request-id"));
            throw new MalformedResponseException(details, e);
        }
    }

    @Override
    public void close() {
        if (api instanceof Closeable closeable) {
            try {
                closeable.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
