package io.github.quarkusclaude.batch;

import java.util.LinkedHashMap;
import java.util.Map;

import io.smallrye.mutiny.Multi;

/**
 * The requests of a batch and its results put together, by {@code custom_id}.
 */
public sealed interface JoinedResult {

    /** What the request and the result are known by. */
    String customId();

    /** A request and its result. */
    record Matched(BatchRequest request, BatchResult result) implements JoinedResult {

        @Override
        public String customId() {
            return request.customId();
        }
    }

    /** A request that has no result. */
    record Missing(BatchRequest request) implements JoinedResult {

        @Override
        public String customId() {
            return request.customId();
        }
    }

    /** A result that belongs to none of the requests, or to one that had a result already. */
    record Extra(BatchResult result) implements JoinedResult {

        @Override
        public String customId() {
            return result.customId();
        }
    }

    /**
     * Joins results as they arrive, in their order; behind the last one, the requests without a result follow in theirs.
     * Only the requests are held in memory.
     */
    static Multi<JoinedResult> join(Multi<BatchResult> results, Iterable<BatchRequest> requests) {
        return Multi.createFrom().deferred(() -> {
            Map<String, BatchRequest> open = new LinkedHashMap<>();
            for (BatchRequest request : requests) {
                open.put(request.customId(), request);
            }
            Multi<JoinedResult> joined = results.onItem().transform(result -> {
                BatchRequest request = open.remove(result.customId());
                return request == null ? new Extra(result) : new Matched(request, result);
            });
            Multi<JoinedResult> missing = Multi.createFrom().deferred(() -> Multi.createFrom().iterable(open.values()))
                    .onItem().transform(Missing::new);
            return Multi.createBy().concatenating().streams(joined, missing);
        });
    }
}
