package io.github.quarkusclaude.catalog.rules;

import java.util.ArrayList;
import java.util.List;

import io.github.quarkusclaude.error.ErrorDetails;
import io.github.quarkusclaude.error.InvalidRequestException;

/** What is wrong with a request, collected so that it can be said at once. */
final class Problems {

    private final List<String> problems = new ArrayList<>();

    void add(String problem) {
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    void failIfAny() {
        if (problems.isEmpty()) {
            return;
        }
        if (problems.size() == 1) {
            throw failure(problems.get(0));
        }
        StringBuilder all = new StringBuilder("The request has ").append(problems.size()).append(" problems:");
        for (int i = 0; i < problems.size(); i++) {
            all.append(i == 0 ? " (" : "; (").append(i + 1).append(") ").append(problems.get(i));
        }
        throw failure(all.toString());
    }

    private static InvalidRequestException failure(String message) {
        return new InvalidRequestException(ErrorDetails.of(message), null);
    }
}
