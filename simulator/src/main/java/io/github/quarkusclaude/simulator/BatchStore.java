package io.github.quarkusclaude.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The message batches. */
final class BatchStore {

    /** The request all results of a batch that was never sent are made from. */
    static final byte[] SAMPLE = """
            {"params":{"model":"claude-haiku-5-5","max_tokens":100,"messages":[{"role":"user","content":"Hello"}]}}
            """.getBytes(StandardCharsets.UTF_8);

    private final Identifiers identifiers;
    private final Clock clock;
    private final Duration duration;
    private final Map<String, Batch> batches = new LinkedHashMap<>();

    /** @param duration how long a batch takes */
    BatchStore(Identifiers identifiers, Clock clock, Duration duration) {
        this.identifiers = identifiers;
        this.clock = clock;
        this.duration = duration;
    }

    Batch add(byte[] body, List<BatchRequest> requests, Caller caller) {
        return add(body, requests, caller, duration);
    }

    /** A batch that has ended already, whose requests are all made from this one. */
    Batch addEnded(byte[] request, int count, Caller caller) {
        return add(request, new AbstractList<>() {

            @Override
            public BatchRequest get(int index) {
                return new BatchRequest("request-" + (index + 1), 0, request.length, null);
            }

            @Override
            public int size() {
                return count;
            }
        }, caller, Duration.ZERO);
    }

    private synchronized Batch add(byte[] body, List<BatchRequest> requests, Caller caller, Duration takes) {
        BatchCourse course = new BatchCourse(clock.instant(), requests.size(), takes);
        Batch batch = new Batch(identifiers.nextBatch(), body, requests, caller, course);
        batches.put(batch.id(), batch);
        return batch;
    }

    /** @throws ApiException 404 if there is no such batch */
    Batch get(String id) {
        return find(id).orElseThrow(() -> new ApiException(ErrorType.NOT_FOUND.error("Batch not found: " + id)));
    }

    synchronized Optional<Batch> find(String id) {
        return Optional.ofNullable(batches.get(id));
    }

    /** The newest first. */
    synchronized List<Batch> all() {
        List<Batch> all = new ArrayList<>(batches.values());
        Collections.reverse(all);
        return all;
    }

    synchronized void delete(String id) {
        batches.remove(id);
    }

    synchronized void clear() {
        batches.clear();
    }
}
