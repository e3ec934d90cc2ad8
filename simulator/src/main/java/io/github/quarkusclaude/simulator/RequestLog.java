package io.github.quarkusclaude.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Keeps the newest requests. A simulator may run for days, so both their number and the size of their bodies is bounded. */
final class RequestLog {

    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private final int mostRequests;
    private final Deque<RecordedRequest> requests = new ArrayDeque<>();
    private long bytes;

    RequestLog(int mostRequests) {
        this.mostRequests = mostRequests;
    }

    synchronized void add(RecordedRequest request) {
        if (mostRequests == 0) {
            return;
        }
        requests.addLast(request);
        bytes += request.size();
        while (requests.size() > mostRequests || (bytes > MOST_BYTES && requests.size() > 1)) {
            bytes -= requests.removeFirst().size();
        }
    }

    synchronized List<RecordedRequest> all() {
        return List.copyOf(requests);
    }

    synchronized void clear() {
        requests.clear();
        bytes = 0;
    }
}
