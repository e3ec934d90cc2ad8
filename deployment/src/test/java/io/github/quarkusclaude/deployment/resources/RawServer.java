package io.github.quarkusclaude.deployment.resources;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.quarkus.test.QuarkusUnitTest;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;

/** A server that answers as a test says, byte for byte, where a working API would not. */
final class RawServer implements AutoCloseable {

    static final String API_KEY = "sk-ant-api03-for-a-server-of-the-test-that-takes-any-key";

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    RawServer(Handler<HttpServerRequest> handler) {
        server = vertx.createHttpServer().requestHandler(request -> {
            requests.add(request.method() + " " + request.uri());
            handler.handle(request);
        }).listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
    }

    /** An application without classes of its own. */
    static QuarkusUnitTest application() {
        return new QuarkusUnitTest().withApplicationRoot(jar -> jar.addClasses(RawServer.class))
                .overrideConfigKey("quarkus.claude.devservices.enabled", "false")
                .overrideConfigKey("quarkus.claude.api-key", API_KEY);
    }

    ClaudeClient client(ClaudeClients clients) {
        return clients.builder().baseUrl("http://127.0.0.1:" + server.actualPort()).apiKey(API_KEY).build();
    }

    Vertx vertx() {
        return vertx;
    }

    /** Method and address of each request so far. */
    List<String> requests() {
        return requests;
    }

    static void json(HttpServerRequest request, String json) {
        request.response().putHeader("content-type", "application/json").end(json);
    }

    static String error(String type, String message) {
        return "{\"type\":\"error\",\"error\":{\"type\":\"" + type + "\",\"message\":\"" + message
                + "\"},\"request_id\":\"req_1\"}";
    }

    /** Deletes a directory of files. */
    static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
    }
}
