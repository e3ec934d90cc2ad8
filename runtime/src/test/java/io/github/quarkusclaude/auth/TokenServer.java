package io.github.quarkusclaude.auth;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Gives a new refresh token for an old one. As servers that rotate tokens do, it takes the old one until the new one is used
 * for the first time: otherwise a process that is killed while the answer is on its way would lose the login, however its
 * tokens are stored. A token older than that, or one that was never given, is refused.
 */
final class TokenServer implements AutoCloseable {

    static final String REFUSED = "invalid_grant";

    private final ServerSocket server;
    private final LinkedBlockingQueue<Connection> ready = new LinkedBlockingQueue<>();
    private final ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private String previous = "token-0";
    private String current = "token-0";
    private int given;
    private int givenAgain;
    private int refused;

    /** A program that is connected and waits to be told to begin. */
    final class Connection {

        private final Socket socket;
        private final Semaphore requests = new Semaphore(0);

        private volatile long pid;

        private Connection(Socket socket) {
            this.socket = socket;
        }

        long pid() {
            return pid;
        }

        void begin() throws IOException {
            send("begin");
        }

        /** Waits until some refreshes have been asked for. */
        void awaitRequests(int count) throws InterruptedException {
            requests.acquire(count);
        }

        private void send(String line) throws IOException {
            socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.US_ASCII));
        }

        private void serve() {
            try (socket;
                    BufferedReader in = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
                String hello = in.readLine();
                if (hello == null) {
                    return;
                }
                pid = Long.parseLong(hello);
                ready.add(this);
                for (String token = in.readLine(); token != null; token = in.readLine()) {
                    requests.release();
                    String answer = refresh(token);
                    send(answer == null ? REFUSED : answer);
                }
            } catch (IOException e) {
                // it was killed
            }
        }
    }

    TokenServer() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    private void accept() {
        try {
            while (true) {
                Connection connection = new Connection(server.accept());
                start(connection::serve);
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void start(Runnable action) {
        Thread thread = new Thread(action);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((failed, e) -> failures.add(e));
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    /** The next program that is connected. */
    Connection nextReady() throws InterruptedException {
        Connection next = ready.poll(1, TimeUnit.MINUTES);
        if (next == null) {
            throw new AssertionError("The programs that were started did not become ready: see what they printed");
        }
        return next;
    }

    /** A new token; {@code null} if the old one is refused. */
    synchronized @Nullable String refresh(String token) {
        if (!token.equals(current) && !token.equals(previous)) {
            refused++;
            return null;
        }
        if (!token.equals(current)) {
            givenAgain++;
        }
        previous = token;
        current = "token-" + ++given;
        return current;
    }

    static OAuthTokens tokens(String refreshToken) {
        return new OAuthTokens("access-" + refreshToken, refreshToken, null, OAuthTokens.BEARER, List.of());
    }

    synchronized int given() {
        return given;
    }

    /** How often somebody had not received or stored what had been given. */
    synchronized int givenAgain() {
        return givenAgain;
    }

    synchronized int refused() {
        return refused;
    }

    List<Throwable> failures() {
        return List.copyOf(failures);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
