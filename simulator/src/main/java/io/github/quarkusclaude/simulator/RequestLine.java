package io.github.quarkusclaude.simulator;

import org.jspecify.annotations.Nullable;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/** What the first line of a request says. */
record RequestLine(String method, String path, @Nullable String query, String protocol) {

    static RequestLine of(HttpServerRequest request) {
        String protocol = request.version() == HttpVersion.HTTP_2 ? "HTTP/2" : "HTTP/1.1";
        return new RequestLine(request.method().name(), request.path(), request.query(), protocol);
    }
}
