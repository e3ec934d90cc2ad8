package io.github.quarkusclaude.transport;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Multi;
import io.vertx.core.buffer.Buffer;

/**
 * A body to be sent piece by piece.
 *
 * @param contentType its media type
 * @param length its length in bytes if that is known
 * @param headers further headers of the request
 * @param pieces its bytes
 */
record UploadBody(String contentType, @Nullable Long length, Map<String, String> headers, Multi<Buffer> pieces) {
}
