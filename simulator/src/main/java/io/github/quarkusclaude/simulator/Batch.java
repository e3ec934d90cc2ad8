package io.github.quarkusclaude.simulator;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A message batch. */
record Batch(String id, byte[] body, List<BatchRequest> requests, Caller caller, BatchCourse course) {

    /** @param resultsUrl where the results are once there are any */
    ObjectNode toJson(Instant now, String resultsUrl) {
        boolean ended = course.hasEnded(now);
        boolean canceled = course.canceledAt() != null;
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", id);
        json.put("type", "message_batch");
        json.put("processing_status", ended ? "ended" : canceled ? "canceling" : "in_progress");
        json.set("request_counts", ended ? finalCounts() : counts(requests.size(), 0, 0, 0, 0));
        json.put("ended_at", ended ? course.endsAt().toString() : null);
        json.put("created_at", course.createdAt().toString());
        json.put("expires_at", course.expiresAt().toString());
        json.put("archived_at", now.isBefore(course.archivedAt()) ? null : course.archivedAt().toString());
        json.put("cancel_initiated_at", text(course.canceledAt()));
        json.put("results_url", course.hasResults(now) ? resultsUrl : null);
        return json;
    }

    /** What becomes of the requests that get no answer. */
    String lateResult() {
        return course.canceledAt() != null ? "canceled" : "expired";
    }

    private ObjectNode finalCounts() {
        int answered = course.answered();
        int errored = (int) requests.subList(0, answered).stream().filter(request -> request.error() != null).count();
        int late = requests.size() - answered;
        boolean canceled = lateResult().equals("canceled");
        return counts(0, answered - errored, errored, canceled ? late : 0, canceled ? 0 : late);
    }

    private static ObjectNode counts(int processing, int succeeded, int errored, int canceled, int expired) {
        return JsonNodeFactory.instance.objectNode()
                .put("processing", processing)
                .put("succeeded", succeeded)
                .put("errored", errored)
                .put("canceled", canceled)
                .put("expired", expired);
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
