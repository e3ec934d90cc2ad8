package io.github.quarkusclaude.simulator;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A port that nobody else gets although nobody listens, so that connections to it are refused. */
final class HeldPort {

    private final Socket socket = new Socket();

    /** @throws IllegalStateException if somebody else was faster */
    HeldPort(String host, int port) {
        try {
            // connections that have just been closed still occupy the address
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            release();
            throw new IllegalStateException("The simulator cannot keep " + host + ":" + port, e);
        }
    }

    void release() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException("The simulator cannot release its port", e);
        }
    }
}
