package io.github.quarkusclaude.simulator;

import java.util.function.Consumer;

import io.vertx.core.http.HttpServerRequest;

/** Takes in the body of a request. */
interface Intake {

    /** Calls back when the body is there, whatever is wrong with it. */
    void receive(HttpServerRequest request, Consumer<RequestBody> whenComplete);

    /** Keeps the body as a whole. One that is larger is read to its end, since a client seldom looks earlier, and dropped. */
    static Intake upTo(int mostBytes) {
        return (request, whenComplete) -> RequestBody.read(request, mostBytes, whenComplete);
    }
}
