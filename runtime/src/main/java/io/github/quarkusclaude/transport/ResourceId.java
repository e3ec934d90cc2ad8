package io.github.quarkusclaude.transport;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Ids as parts of paths.
 */
final class ResourceId {

    private ResourceId() {
    }

    /**
     * Makes sure that a path with this id names one resource, and not the list of them.
     *
     * @throws IllegalArgumentException if it does not
     */
    static void check(String id) {
        if (id.isBlank() || id.equals(".") || id.equals("..")) {
            throw new IllegalArgumentException("\"" + id + "\" is not an id");
        }
    }

    /**
     * An id as one segment of a path.
     *
     * @throws IllegalArgumentException if it is none
     */
    static String segment(String id) {
        check(id);
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
