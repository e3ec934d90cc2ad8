package io.github.quarkusclaude.auth;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.quarkusclaude.json.MalformedJsonException;
import io.github.quarkusclaude.json.RawJson;

/** JSON of others, of which nothing is shown if it cannot be read. */
final class JsonTree {

    private JsonTree() {
    }

    /** The value; {@code null} if it is not JSON. */
    static @Nullable JsonNode parse(byte[] utf8) {
        return parse(new String(utf8, StandardCharsets.UTF_8));
    }

    /** The value; {@code null} if it is not JSON. */
    static @Nullable JsonNode parse(String json) {
        try {
            return RawJson.of(json).tree();
        } catch (MalformedJsonException | UncheckedIOException e) {
            // the second for numbers that are longer than any; its text would quote them
            return null;
        }
    }
}
