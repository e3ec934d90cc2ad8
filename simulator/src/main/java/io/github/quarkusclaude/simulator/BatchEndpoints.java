package io.github.quarkusclaude.simulator;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code /v1/messages/batches}: takes, lists, shows, cancels and deletes batches, and hands out their results. */
final class BatchEndpoints {

    private static final String LINES = "application/x-jsonl";

    private final Access access;
    private final BatchStore batches;
    private final RequestChecks checks;
    private final AnswerComposer composer;
    private final Responder responder;
    private final BatchReader reader;
    private final Json json;
    private final Clock clock;

    BatchEndpoints(Access access, BatchStore batches, RequestChecks checks, AnswerComposer composer, Responder responder,
            Json json, Clock clock) {
        this.access = access;
        this.batches = batches;
        this.checks = checks;
        this.composer = composer;
        this.responder = responder;
        this.reader = new BatchReader(json, checks);
        this.json = json;
        this.clock = clock;
    }

    void create(Exchange exchange) {
        Caller caller = access.admit(exchange);
        JsonBody.demandJson(exchange);
        byte[] body = exchange.body();
        respond(exchange, batches.add(body, reader.read(body, caller), caller));
    }

    void list(Exchange exchange) {
        access.admit(exchange);
        Instant now = clock.instant();
        responder.json(exchange, IdPage.requested(exchange)
                .of(batches.all().stream().map(batch -> batch.toJson(now, resultsUrl(exchange, batch))).toList()));
    }

    void get(Exchange exchange) {
        respond(exchange, requested(exchange));
    }

    void cancel(Exchange exchange) {
        Batch batch = requested(exchange);
        if (batch.course().hasEnded(clock.instant())) {
            throw new ApiException(ApiError.invalid("Batch " + batch.id() + " cannot be canceled, because it has ended"));
        }
        batch.course().cancel(clock.instant());
        respond(exchange, batch);
    }

    void delete(Exchange exchange) {
        Batch batch = requested(exchange);
        if (!batch.course().hasEnded(clock.instant())) {
            throw new ApiException(ApiError.invalid("Batch " + batch.id() + " cannot be deleted before it has ended"));
        }
        batches.delete(batch.id());
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        responder.json(exchange, answer.put("id", batch.id()).put("type", "message_batch_deleted"));
    }

    void results(Exchange exchange) {
        Batch batch = requested(exchange);
        if (!batch.course().hasResults(clock.instant())) {
            throw new ApiException(ErrorType.NOT_FOUND.error("Batch " + batch.id() + " has no results"
                    + (batch.course().hasEnded(clock.instant()) ? " any more" : " yet")));
        }
        responder.pieces(exchange, LINES, new BatchResults(batch, reader, checks, composer, json));
    }

    private Batch requested(Exchange exchange) {
        access.admit(exchange);
        return batches.get(exchange.pathParameter("id"));
    }

    private void respond(Exchange exchange, Batch batch) {
        responder.json(exchange, batch.toJson(clock.instant(), resultsUrl(exchange, batch)));
    }

    private static String resultsUrl(Exchange exchange, Batch batch) {
        return String.format(Locale.ROOT, "%s/v1/messages/batches/%s/results", exchange.origin(), batch.id());
    }
}
