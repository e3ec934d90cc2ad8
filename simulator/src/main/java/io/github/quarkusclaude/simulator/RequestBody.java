package io.github.quarkusclaude.simulator;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** The body of a request while it arrives. */
final class RequestBody {

    private final int mostBytes;
    private final @Nullable Upload upload;
    private Buffer bytes = Buffer.buffer();
    private boolean tooLarge;

    private RequestBody(int mostBytes, @Nullable Upload upload) {
        this.mostBytes = mostBytes;
        this.upload = upload;
    }

    /** A form of which nothing is kept here. */
    static RequestBody of(Upload upload) {
        return new RequestBody(0, upload);
    }

    static void read(HttpServerRequest request, int mostBytes, Consumer<RequestBody> whenComplete) {
        RequestBody body = new RequestBody(mostBytes, null);
        request.handler(body::add);
        request.exceptionHandler(failure -> {
        });
        request.endHandler(end -> whenComplete.accept(body));
    }

    boolean isTooLarge() {
        return tooLarge;
    }

    int mostBytes() {
        return mostBytes;
    }

    byte[] bytes() {
        return bytes.getBytes();
    }

    /** The form with a file, if the body is one. */
    @Nullable
    Upload upload() {
        return upload;
    }

    private void add(Buffer chunk) {
        if (tooLarge || bytes.length() + chunk.length() > mostBytes) {
            tooLarge = true;
            bytes = Buffer.buffer();
        } else {
            bytes.appendBuffer(chunk);
        }
    }
}
