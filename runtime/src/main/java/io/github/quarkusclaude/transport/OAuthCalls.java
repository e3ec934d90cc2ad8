package io.github.quarkusclaude.transport;

import java.io.Closeable;
import java.time.Duration;

import io.github.quarkusclaude.auth.OAuthHttp;
import io.github.quarkusclaude.error.ErrorDetails;
import io.github.quarkusclaude.error.NetworkException;
import io.github.quarkusclaude.error.NetworkException.Phase;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;

/**
 * The calls of OAuth over the Vert.x HTTP client: each goes to an address of its own, and the REST client has no limit for
 * what it takes into memory.
 */
public final class OAuthCalls implements OAuthHttp, Closeable {

    /** Who waits for a token makes its own callers wait. */
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final Vertx vertx;
    private final HttpClient http;
    private final Duration timeout;

    /**
     * @param options with TLS and proxy, see {@link HttpOptions#ofCalls}
     */
    public OAuthCalls(Vertx vertx, HttpClientOptions options) {
        this(vertx, options, TIMEOUT);
    }

    OAuthCalls(Vertx vertx, HttpClientOptions options, Duration timeout) {
        this.vertx = vertx;
        // tokens are needed once in an hour: no connection lives that long
        this.http = vertx.createHttpClient(new HttpClientOptions(options).setKeepAlive(false));
        this.timeout = timeout;
    }

    @Override
    public Answer post(Request request) {
        return Awaiting.await(EventLoops
                .answering(vertx, Uni.createFrom().<Answer> emitter(outcome -> new OAuthCall(http, request, outcome).start()))
                .ifNoItem().after(timeout).failWith(() -> timedOut(request)));
    }

    private NetworkException timedOut(Request request) {
        return new NetworkException(Phase.TOTAL, ErrorDetails.of(request.uri().getAuthority()
                + " did not answer within " + timeout.toSeconds() + " s"), null);
    }

    @Override
    public void close() {
        http.close();
    }
}
