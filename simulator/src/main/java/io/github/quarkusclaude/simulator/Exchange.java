package io.github.quarkusclaude.simulator;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;

/** A request that has arrived as a whole, and the way to answer it. Belongs to the event loop of its connection. */
final class Exchange {

    private static final long HTTP2_INTERNAL_ERROR = 2;

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final RecordedRequest record;
    private final byte[] body;
    private final @Nullable Upload upload;
    private final Context context;
    private final Clock clock;
    private Map<String, String> pathParameters = Map.of();
    private Map<String, String> orderedHeaders = Map.of();
    private Faults faults = Faults.NONE;
    private @Nullable Gzip gzip;
    private boolean clientGone;
    private boolean aborted;

    Exchange(HttpServerRequest request, RecordedRequest record, byte[] body, @Nullable Upload upload, Context context,
            Clock clock) {
        this.request = request;
        this.response = request.response();
        this.record = record;
        this.body = body;
        this.upload = upload;
        this.context = context;
        this.clock = clock;
        response.closeHandler(closed -> clientLeft());
        response.exceptionHandler(failure -> clientLeft());
        request.exceptionHandler(failure -> clientLeft());
    }

    RecordedRequest record() {
        return record;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeader(name));
    }

    /** All values of a header that is a comma-separated list. */
    List<String> headerList(String name) {
        return request.headers().getAll(name).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::trim)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    List<String> query(String name) {
        return request.params().getAll(name);
    }

    String pathParameter(String name) {
        return pathParameters.getOrDefault(name, "");
    }

    void pathParameters(Map<String, String> parameters) {
        pathParameters = parameters;
    }

    Faults faults() {
        return faults;
    }

    void faults(Faults ordered) {
        faults = ordered;
        record.meet(ordered);
    }

    byte[] body() {
        return body;
    }

    /** The form with a file, if the body was one. */
    Optional<Upload> upload() {
        return Optional.ofNullable(upload);
    }

    /** Scheme, host and port under which the client found the simulator. */
    String origin() {
        return request.scheme() + "://" + request.authority();
    }

    void putHeader(String name, String value) {
        response.putHeader(name, value);
    }

    /** Headers that take the place of those with the same name. */
    void orderHeaders(Map<String, String> headers) {
        orderedHeaders = headers;
    }

    /** Compresses the body that is sent from now on, if the client can unpack it. */
    void compressIfAccepted() {
        if (Gzip.isAccepted(headerList("accept-encoding"))) {
            gzip = new Gzip();
            response.putHeader("content-encoding", Gzip.NAME);
        }
    }

    /** Sends a body with its length. */
    void send(int status, String contentType, byte[] bytes) {
        response.setStatusCode(status);
        completeHead(contentType);
        Buffer body = packed(Buffer.buffer(bytes));
        finish(response.end(gzip == null ? body : body.appendBytes(gzip.finish())));
    }

    /** Sends the head of an answer whose body follows in pieces. */
    void open(int status, String contentType) {
        response.setStatusCode(status).setChunked(true);
        completeHead(contentType);
        response.writeHead();
    }

    Future<Void> write(Buffer bytes) {
        return isOver() ? Future.failedFuture("The answer is over") : response.write(packed(bytes));
    }

    void end() {
        if (!isOver()) {
            finish(gzip == null ? response.end() : response.end(Buffer.buffer(gzip.finish())));
        }
    }

    /** Breaks the connection the hard way, with a TCP reset; with HTTP/2, resets the stream. */
    void abort() {
        if (isOver()) {
            return;
        }
        aborted = true;
        if (request.version() == HttpVersion.HTTP_2) {
            response.reset(HTTP2_INTERNAL_ERROR);
        } else {
            Channel channel = ((ConnectionBase) request.connection()).channel();
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
            channel.close();
        }
    }

    boolean isOver() {
        return clientGone || aborted || response.ended();
    }

    boolean isFull() {
        return response.writeQueueFull();
    }

    void onDrain(Runnable action) {
        response.drainHandler(drained -> action.run());
    }

    void later(Runnable action) {
        context.runOnContext(turn -> action.run());
    }

    void after(long millis, Runnable action) {
        context.owner().setTimer(millis, timer -> action.run());
    }

    private void completeHead(String contentType) {
        response.putHeader("content-type", contentType);
        AnswerHead.complete(response.headers(), faults, clock.instant());
        orderedHeaders.forEach(response::putHeader);
    }

    private Buffer packed(Buffer bytes) {
        return gzip == null ? bytes : Buffer.buffer(gzip.add(bytes.getBytes()));
    }

    private void finish(Future<Void> written) {
        written.onSuccess(done -> record.markAnswered(clock.instant()));
        written.onFailure(failure -> record.markAbandoned(clock.instant()));
    }

    private void clientLeft() {
        if (!isOver()) {
            clientGone = true;
            record.markAbandoned(clock.instant());
        }
    }
}
