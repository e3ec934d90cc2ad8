package io.github.quarkusclaude.transport;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.auth.OAuthHttp;
import io.github.quarkusclaude.auth.OAuthHttp.Answer;
import io.github.quarkusclaude.auth.OAuthHttp.Request;
import io.github.quarkusclaude.error.ErrorDetails;
import io.github.quarkusclaude.error.MalformedResponseException;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.AsyncResult;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;

/**
 * One call of OAuth.
 */
final class OAuthCall {

    private final HttpClient http;
    private final Request request;
    private final UniEmitter<? super Answer> outcome;
    private final NetworkErrors networkErrors;
    private final Buffer body = Buffer.buffer();
    private volatile @Nullable HttpClientRequest started;
    private volatile boolean over;

    OAuthCall(HttpClient http, Request request, UniEmitter<? super Answer> outcome) {
        this.http = http;
        this.request = request;
        this.outcome = outcome;
        this.networkErrors = new NetworkErrors(new BaseUrl(request.uri()));
        outcome.onTermination(this::stop);
    }

    void start() {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(request.uri().toString())
                .setFollowRedirects(false)
                .putHeader("accept", "application/json")
                .putHeader("content-type", request.contentType())
                .putHeader("user-agent", ClientVersion.USER_AGENT);
        request.headers().forEach(options::putHeader);
        http.request(options).onComplete(this::connected);
    }

    private void connected(AsyncResult<HttpClientRequest> connection) {
        if (connection.failed()) {
            fail(connection.cause());
            return;
        }
        started = connection.result();
        if (over) {
            stop();
        } else {
            connection.result().send(Buffer.buffer(request.body())).onComplete(this::answered);
        }
    }

    private void answered(AsyncResult<HttpClientResponse> answer) {
        if (answer.failed()) {
            fail(answer.cause());
            return;
        }
        HttpClientResponse response = answer.result();
        response.exceptionHandler(this::fail);
        response.handler(this::append);
        response.endHandler(
                end -> outcome.complete(new Answer(response.statusCode(), response.getHeader("request-id"), body.getBytes())));
    }

    private void append(Buffer part) {
        if (body.length() + part.length() > OAuthHttp.MAX_ANSWER) {
            fail(new MalformedResponseException(ErrorDetails.of("The answer of " + request.uri().getAuthority()
                    + " is larger than " + OAuthHttp.MAX_ANSWER + " bytes"), null));
        } else {
            body.appendBuffer(part);
        }
    }

    private void fail(Throwable failure) {
        outcome.fail(networkErrors.of(failure));
        stop();
    }

    /** Nobody waits any more: the rest of an answer is not read. */
    private void stop() {
        over = true;
        HttpClientRequest request = started;
        if (request != null) {
            request.reset();
        }
    }
}
