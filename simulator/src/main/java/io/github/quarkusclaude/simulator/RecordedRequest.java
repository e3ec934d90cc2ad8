package io.github.quarkusclaude.simulator;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * A request the simulator received, and what became of it.
 * <p>
 * Headers are kept as they came, credentials included, so that a test can look at them; {@link #toString()} shows neither
 * headers nor body.
 */
public final class RecordedRequest {

    private final String requestId;
    private final RequestLine line;
    private final Map<String, List<String>> headers;
    private final byte[] body;
    private final Json json;
    private final Connection connection;
    private final Instant receivedAt;
    private volatile Faults faults = Faults.NONE;
    private final CompletableFuture<Instant> answered = new CompletableFuture<>();
    private final CompletableFuture<Instant> abandoned = new CompletableFuture<>();

    RecordedRequest(String requestId, RequestLine line, Map<String, List<String>> headers, byte[] body, Json json,
            Connection connection, Instant receivedAt) {
        this.requestId = requestId;
        this.line = line;
        this.headers = headers;
        this.body = body;
        this.json = json;
        this.connection = connection;
        this.receivedAt = receivedAt;
    }

    /** The id the answer carries in its {@code request-id} header. */
    public String requestId() {
        return requestId;
    }

    /** The HTTP method, in upper case. */
    public String method() {
        return line.method();
    }

    /** The path without the query, for example {@code /v1/messages}. */
    public String path() {
        return line.path();
    }

    /** The query without the question mark, still encoded; empty if there is none. */
    public Optional<String> query() {
        return Optional.ofNullable(line.query());
    }

    /** {@code HTTP/1.1} or {@code HTTP/2}. */
    public String protocol() {
        return line.protocol();
    }

    /** All headers; looking up a name does not depend on letter case. The map cannot be changed. */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /** The first value of a header, whatever the letter case of its name. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** The body as JSON; a {@link MissingNode} if it is empty or no JSON. */
    public JsonNode body() {
        return json.parse(body).orElseGet(MissingNode::getInstance);
    }

    /**
     * The body, decompressed; changing the array changes nothing here. Empty for an upload, whose bytes are found in
     * {@link ClaudeSimulator#files()}.
     */
    public byte[] bodyBytes() {
        return body.clone();
    }

    /** When the last byte of the request had arrived, by the simulator's clock. */
    public Instant receivedAt() {
        return receivedAt;
    }

    /** Requests with the same number came over the same connection. */
    public long connectionId() {
        return connection.id();
    }

    /** Completes, with the time, when the whole answer has been handed to the network. */
    public CompletableFuture<Instant> answered() {
        return answered.copy();
    }

    /**
     * Completes, with the time, when the client gives up: it closes the connection, or with HTTP/2 resets the stream,
     * before the answer is complete. Never completes if the whole answer was sent.
     */
    public CompletableFuture<Instant> closedByClient() {
        return abandoned.copy();
    }

    /** Completes, with the time, when the connection that carried the request is closed by either side. */
    public CompletableFuture<Instant> connectionClosed() {
        return connection.closed().copy();
    }

    /** The faults the request met; empty if it was answered as it should be. */
    public List<Fault> faults() {
        return faults.list();
    }

    /** The names of the scenarios the request met; faults that were ordered one by one belong to none. */
    public List<String> scenarios() {
        return faults.scenarios();
    }

    void meet(Faults met) {
        faults = met;
    }

    void markAnswered(Instant time) {
        answered.complete(time);
    }

    void markAbandoned(Instant time) {
        abandoned.complete(time);
    }

    int size() {
        return body.length;
    }

    @Override
    public String toString() {
        return line.method() + " " + line.path() + " " + requestId;
    }
}
