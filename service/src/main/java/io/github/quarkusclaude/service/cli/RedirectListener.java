package io.github.quarkusclaude.service.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.github.quarkusclaude.error.AuthenticationException;
import io.github.quarkusclaude.error.ErrorDetails;

/**
 * The address of this machine that a browser is sent back to, on a port that was free. The first request for it is the answer;
 * it is shown a page when the outcome is known.
 */
final class RedirectListener implements AutoCloseable {

    private static final String PATH = "/callback";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CompletableFuture<HttpExchange> arrived = new CompletableFuture<>();

    RedirectListener() {
        try {
            // the address and not the name localhost, which may be another one
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] { 127, 0, 0, 1 }), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("No port of this machine can be listened on. Use --no-browser", e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    URI redirectUri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH);
    }

    private void handle(HttpExchange exchange) throws IOException {
        boolean isAnswer = exchange.getRequestMethod().equals("GET") && exchange.getRequestURI().getPath().equals(PATH);
        if (!isAnswer) {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        } else if (!arrived.complete(exchange)) {
            send(exchange, 410, LoginPage.OVER.html(""));
        }
    }

    /**
     * Waits for the browser.
     *
     * @return the query of the address, still encoded
     * @throws AuthenticationException if nobody comes within that time
     */
    String await(Duration limit) {
        try {
            String query = arrived.get(limit.toMillis(), TimeUnit.MILLISECONDS).getRequestURI().getRawQuery();
            return query == null ? "" : query;
        } catch (TimeoutException e) {
            throw new AuthenticationException(ErrorDetails.of("Nobody has signed in within " + limit.toSeconds()
                    + " s. Start the login again; --timeout gives more time"), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while waiting for the browser");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Answers the browser that was waited for, if it has come. */
    void show(int status, String html) {
        HttpExchange exchange = arrived.getNow(null);
        if (exchange != null) {
            try {
                send(exchange, status, html);
            } catch (IOException e) {
                // the window was closed: what it would have shown is on the terminal as well
                exchange.close();
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String html) throws IOException {
        byte[] body = html.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
        exchange.getResponseHeaders().add("Cache-Control", "no-store");
        exchange.getResponseHeaders().add("Referrer-Policy", "no-referrer");
        exchange.getResponseHeaders().add("Connection", "close");
        exchange.sendResponseHeaders(status, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
