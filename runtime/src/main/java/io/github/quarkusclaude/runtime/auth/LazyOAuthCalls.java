package io.github.quarkusclaude.runtime.auth;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.auth.OAuthHttp;
import io.github.quarkusclaude.transport.OAuthCalls;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;

/** Makes its HTTP client at the first call: with an API key there is none. */
final class LazyOAuthCalls implements OAuthHttp {

    private final Vertx vertx;
    private final Supplier<HttpClientOptions> options;
    private @Nullable OAuthCalls calls;

    LazyOAuthCalls(Vertx vertx, Supplier<HttpClientOptions> options) {
        this.vertx = vertx;
        this.options = options;
    }

    @Override
    public Answer post(Request request) {
        return calls().post(request);
    }

    private synchronized OAuthCalls calls() {
        if (calls == null) {
            calls = new OAuthCalls(vertx, options.get());
        }
        return calls;
    }

    synchronized void close() {
        if (calls != null) {
            calls.close();
        }
    }
}
