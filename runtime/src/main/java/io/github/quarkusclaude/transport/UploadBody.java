package io.github.quarkusclaude.transport;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Multi;
import io.vertx.core.buffer.Buffer;

/**
 * A body to be sent piece by piece, and what it needs in the head of its request.
 *
 * @param contentType its media type
 * @param length its length in bytes if that is known
 * @param pieces its bytes
 * @param apiVersion the version of the API it needs; the configured one if absent
 * @param betas the beta features it needs
 * @param headers further headers
 * @param isRepeatable whether the pieces can be had twice
 */
record UploadBody(String contentType, @Nullable Long length, Multi<Buffer> pieces, @Nullable String apiVersion,
        Collection<String> betas, Map<String, String> headers, boolean isRepeatable) {

    /** A body that needs nothing in particular. */
    static UploadBody of(String contentType, @Nullable Long length, Multi<Buffer> pieces, boolean isRepeatable) {
        return new UploadBody(contentType, length, pieces, null, List.of(), Map.of(), isRepeatable);
    }
}
