package io.github.quarkusclaude.limits;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

/** Headers of an answer that never was. */
final class SomeHeaders implements ResponseHeaders {

    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    static SomeHeaders of(String... namesAndValues) {
        SomeHeaders headers = new SomeHeaders();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.headers.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return headers;
    }

    /** A limit of requests of 1,000 a minute. */
    static SomeHeaders requests(long remaining) {
        return bucket("requests", 1_000, remaining, "2026-11-22T12:01:00Z");
    }

    static SomeHeaders bucket(String bucket, long limit, long remaining, String reset) {
        return of("anthropic-ratelimit-" + bucket + "-limit", Long.toString(limit),
                "anthropic-ratelimit-" + bucket + "-remaining", Long.toString(remaining),
                "anthropic-ratelimit-" + bucket + "-reset", reset);
    }

    SomeHeaders and(String name, String value) {
        headers.put(name, value);
        return this;
    }

    Map<String, String> asMap() {
        return headers;
    }

    @Override
    public @Nullable String get(String name) {
        return headers.get(name);
    }

    @Override
    public void forEach(BiConsumer<String, String> header) {
        headers.forEach(header);
    }
}
