package io.github.quarkusclaude.simulator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.vertx.core.http.HttpMethod;

/**
 * Where an endpoint lives.
 *
 * @param template the path; a segment in braces matches any value and gives it that name
 * @param intake takes in the body of its requests
 */
record Route(HttpMethod method, String template, Intake intake, Endpoint endpoint) {

    /** The values of the named segments, if the path belongs to this route. */
    Optional<Map<String, String>> match(String path) {
        String[] expected = template.split("/", -1);
        String[] actual = path.split("/", -1);
        if (expected.length != actual.length) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < expected.length; i++) {
            if (expected[i].startsWith("{") && !actual[i].isEmpty()) {
                parameters.put(expected[i].substring(1, expected[i].length() - 1), actual[i]);
            } else if (!expected[i].equals(actual[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }
}
