package io.github.quarkusclaude.simulator;

import java.time.Clock;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/** The share of the server that one event loop carries. */
final class ServerVerticle extends AbstractVerticle {

    private static final int BACKLOG = 4096;
    private static final int STREAMS_PER_CONNECTION = 10_000;

    private final String host;
    private final int port;
    private final FrontDoor frontDoor;
    private final AtomicLong connectionIds;
    private final Clock clock;
    private final Map<HttpConnection, Connection> connections = new IdentityHashMap<>();
    private volatile int actualPort;
    private volatile @Nullable Throwable failure;

    ServerVerticle(String host, int port, FrontDoor frontDoor, AtomicLong connectionIds, Clock clock) {
        this.host = host;
        this.port = port;
        this.frontDoor = frontDoor;
        this.connectionIds = connectionIds;
        this.clock = clock;
    }

    @Override
    public void start(Promise<Void> started) {
        HttpServerOptions options = new HttpServerOptions()
                .setTcpNoDelay(true)
                .setAcceptBacklog(BACKLOG)
                .setHandle100ContinueAutomatically(true)
                .setHttp2ClearTextEnabled(true)
                .setInitialSettings(new Http2Settings().setMaxConcurrentStreams(STREAMS_PER_CONNECTION));
        vertx.createHttpServer(options)
                .requestHandler(this::receive)
                .exceptionHandler(cause -> {
                    // a connection that fails before its first request concerns nobody
                })
                .listen(port, host)
                .onSuccess(server -> actualPort = server.actualPort())
                .onFailure(cause -> failure = cause)
                // a deployment that fails is torn down while its other instances still start, and complains about that
                .onComplete(listening -> started.complete());
    }

    /** The port that was opened; the one asked for unless that was negative. */
    int actualPort() {
        return actualPort;
    }

    /** Why the port could not be opened; null if it was. */
    @Nullable
    Throwable failure() {
        return failure;
    }

    private void receive(HttpServerRequest request) {
        Connection connection = connections.computeIfAbsent(request.connection(), begun -> watch(begun, request.version()));
        frontDoor.enter(request, connection);
    }

    private Connection watch(HttpConnection connection, HttpVersion version) {
        // Java's own client loses long answers that arrive together with the upgrade to HTTP/2; when it has answered a ping,
        // the upgrade is behind it
        Future<?> ready = version == HttpVersion.HTTP_2 ? connection.ping(Buffer.buffer(new byte[Long.BYTES]))
                : Future.succeededFuture();
        Connection watched = new Connection(connectionIds.incrementAndGet(), ready, new CompletableFuture<>());
        connection.exceptionHandler(cause -> {
            // clients that break off are what a simulator is for; there is nothing to report
        });
        connection.closeHandler(closed -> {
            connections.remove(connection);
            watched.closed().complete(clock.instant());
        });
        return watched;
    }
}
