package io.github.quarkusclaude.simulator;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The results of a batch as lines of JSON; each is made when it is asked for. */
final class BatchResults implements Iterator<byte[]> {

    private final Batch batch;
    private final BatchReader reader;
    private final RequestChecks checks;
    private final AnswerComposer composer;
    private final Json json;
    private final int answered;
    private int next;

    BatchResults(Batch batch, BatchReader reader, RequestChecks checks, AnswerComposer composer, Json json) {
        this.batch = batch;
        this.reader = reader;
        this.checks = checks;
        this.composer = composer;
        this.json = json;
        this.answered = batch.course().answered();
    }

    @Override
    public boolean hasNext() {
        return next < batch.requests().size();
    }

    @Override
    public byte[] next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        BatchRequest request = batch.requests().get(next);
        ObjectNode line = JsonNodeFactory.instance.objectNode().put("custom_id", request.customId());
        ObjectNode result = line.putObject("result");
        if (next >= answered) {
            result.put("type", batch.lateResult());
        } else if (request.error() != null) {
            result.put("type", "errored");
            result.set("error", request.error().toJson(null));
        } else {
            result.put("type", "succeeded");
            result.set("message", message(request));
        }
        next++;
        byte[] bytes = json.bytes(line);
        byte[] withEnd = Arrays.copyOf(bytes, bytes.length + 1);
        withEnd[bytes.length] = '\n';
        return withEnd;
    }

    private ObjectNode message(BatchRequest request) {
        ObjectNode params = reader.params(batch.body(), request);
        ObjectNode message = composer.compose(checks.trust(params, batch.caller())).toJson();
        if (message.path("usage") instanceof ObjectNode usage) {
            usage.put("service_tier", "batch");
        }
        return message;
    }
}
