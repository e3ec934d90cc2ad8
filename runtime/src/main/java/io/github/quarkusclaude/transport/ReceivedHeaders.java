package io.github.quarkusclaude.transport;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.limits.ResponseHeaders;
import io.vertx.core.MultiMap;

/**
 * Headers as the two HTTP clients have received them.
 */
final class ReceivedHeaders {

    private ReceivedHeaders() {
    }

    /** Of an answer to the Vert.x client. */
    static ResponseHeaders of(MultiMap headers) {
        return new ResponseHeaders() {

            @Override
            public @Nullable String get(String name) {
                return headers.get(name);
            }

            @Override
            public void forEach(BiConsumer<String, String> header) {
                headers.forEach(header);
            }
        };
    }

    /** Of an answer to the REST client. */
    static ResponseHeaders of(Response response) {
        return new ResponseHeaders() {

            @Override
            public @Nullable String get(String name) {
                return response.getHeaderString(name);
            }

            @Override
            public void forEach(BiConsumer<String, String> header) {
                for (Map.Entry<String, List<Object>> entry : response.getHeaders().entrySet()) {
                    entry.getValue().forEach(value -> header.accept(entry.getKey(), String.valueOf(value)));
                }
            }
        };
    }
}
