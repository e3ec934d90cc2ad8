package io.github.quarkusclaude.simulator;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

/** A port that nobody else gets although nobody listens, so that connections to it are refused. */
final class HeldPort {

    private static final int ATTEMPTS = 1_000;
    private static final long MILLIS_BETWEEN = 5;

    private final Socket socket = new Socket();
    private final Vertx vertx;
    private final InetSocketAddress address;

    private HeldPort(Vertx vertx, InetSocketAddress address) {
        this.vertx = vertx;
        this.address = address;
    }

    /** Takes a port as soon as it is free; a server is told that its port is closed shortly before the system knows. */
    static Future<HeldPort> take(Vertx vertx, String host, int port) {
        HeldPort held = new HeldPort(vertx, new InetSocketAddress(host, port));
        Promise<HeldPort> taken = Promise.promise();
        held.bind(taken, ATTEMPTS);
        return taken.future();
    }

    void release() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException("The simulator cannot release its port", e);
        }
    }

    private void bind(Promise<HeldPort> taken, int attempts) {
        try {
            // connections that have just been closed still occupy the address
            socket.setReuseAddress(true);
            socket.bind(address);
            taken.complete(this);
        } catch (IOException e) {
            if (attempts > 1) {
                vertx.setTimer(MILLIS_BETWEEN, timer -> bind(taken, attempts - 1));
            } else {
                release();
                taken.fail(new IllegalStateException("The simulator cannot keep its port " + address, e));
            }
        }
    }
}
