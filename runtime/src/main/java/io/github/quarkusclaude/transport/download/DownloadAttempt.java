package io.github.quarkusclaude.transport.download;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Iterator;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.error.DownloadException;
import io.github.quarkusclaude.error.DownloadException.Reason;
import io.github.quarkusclaude.error.ErrorDetails;
import io.github.quarkusclaude.transport.ClientVersion;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.AsyncResult;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;

/**
 * One request of a download, to the first of its addresses that can be reached.
 */
final class DownloadAttempt {

    private static final int OK = 200;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final HttpClient http;
    private final DownloadTarget target;
    private final Iterator<InetAddress> addresses;
    private final String accept;
    private final long maxSize;
    private final UniEmitter<? super DownloadedFile> outcome;
    private final Buffer content = Buffer.buffer();
    private volatile @Nullable HttpClientRequest request;
    private volatile boolean over;

    DownloadAttempt(HttpClient http, DownloadTarget target, Iterator<InetAddress> addresses, String accept, long maxSize,
            UniEmitter<? super DownloadedFile> outcome) {
        this.http = http;
        this.target = target;
        this.addresses = addresses;
        this.accept = accept;
        this.maxSize = maxSize;
        this.outcome = outcome;
        outcome.onTermination(this::stop);
    }

    /** Connects to the next address. The name still counts for the certificate and for servers of many hosts. */
    void start() {
        http.request(new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(addresses.next(), target.port())))
                .setSsl(target.isTls())
                .setHost(target.host())
                .setPort(target.port())
                .setURI(target.resource())
                .setFollowRedirects(false)
                .putHeader("accept", accept)
                .putHeader("user-agent", ClientVersion.USER_AGENT))
                .onComplete(this::connected);
    }

    private void connected(AsyncResult<HttpClientRequest> connection) {
        if (connection.succeeded()) {
            request = connection.result();
            if (over) {
                stop();
            } else {
                connection.result().send().onComplete(this::answered);
            }
        } else if (!over && addresses.hasNext()) {
            start();
        } else {
            fail(unreachable(connection.cause()));
        }
    }

    private void answered(AsyncResult<HttpClientResponse> answer) {
        if (answer.failed()) {
            fail(unreachable(answer.cause()));
            return;
        }
        HttpClientResponse response = answer.result();
        response.exceptionHandler(failure -> fail(unreachable(failure)));
        String location = response.getHeader("location");
        if (REDIRECTS.contains(response.statusCode()) && location != null) {
            complete(response, location);
        } else if (response.statusCode() != OK) {
            fail(new DownloadException(Reason.NOT_SERVED,
                    ErrorDetails.of(response.statusCode(), "The server does not give " + target), null));
        } else if (declaredSize(response) > maxSize) {
            fail(tooLarge());
        } else {
            response.handler(this::append);
            response.endHandler(end -> complete(response, null));
        }
    }

    private void append(Buffer part) {
        if (content.length() + part.length() > maxSize) {
            fail(tooLarge());
        } else {
            content.appendBuffer(part);
        }
    }

    private static long declaredSize(HttpClientResponse response) {
        String length = response.getHeader("content-length");
        // what is no number is no length either; HTTP has refused it already
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
    }

    private void complete(HttpClientResponse response, @Nullable String location) {
        String contentType = response.getHeader("content-type");
        outcome.complete(new DownloadedFile(target, location, contentType == null ? "" : contentType, content.getBytes()));
        stop();
    }

    private void fail(DownloadException failure) {
        outcome.fail(failure);
        stop();
    }

    /** Nobody waits any more: the rest of an answer is not read. */
    private void stop() {
        over = true;
        HttpClientRequest started = request;
        if (started != null) {
            started.reset();
        }
    }

    private DownloadException tooLarge() {
        return new DownloadException(Reason.TOO_LARGE, target + " is larger than " + maxSize
                + " bytes, the limit of quarkus.claude.download.max-size");
    }

    private DownloadException unreachable(Throwable cause) {
        return new DownloadException(Reason.UNREACHABLE, ErrorDetails.of("No answer from " + target), cause);
    }
}
