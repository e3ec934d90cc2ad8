package io.github.quarkusclaude.simulator;

import java.util.function.Consumer;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** The body of a request while it arrives. */
final class RequestBody {

    private final int mostBytes;
    private Buffer bytes = Buffer.buffer();
    private boolean tooLarge;

    private RequestBody(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Calls back when the body is there. One that is too large is read to its end, since a client seldom looks earlier. */
    static void read(HttpServerRequest request, int mostBytes, Consumer<RequestBody> whenComplete) {
        RequestBody body = new RequestBody(mostBytes);
        request.handler(body::add);
        request.exceptionHandler(failure -> {
        });
        request.endHandler(end -> whenComplete.accept(body));
    }

    boolean isTooLarge() {
        return tooLarge;
    }

    byte[] bytes() {
        return bytes.getBytes();
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
