package io.github.quarkusclaude.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Reads and writes JSON trees, whose numbers have all the digits they came with. */
final class Json {

    /** A request may carry one file that fills it, which is more than Jackson's own limit for a string. */
    private static final int LONGEST_STRING = 64 * 1024 * 1024;

    private final ObjectMapper mapper;

    Json() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(LONGEST_STRING).build())
                .build();
        mapper = new ObjectMapper(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));
    }

    /** The tree these bytes stand for; empty if they are not exactly one JSON value. */
    Optional<JsonNode> parse(byte[] bytes) {
        try {
            JsonNode tree = mapper.readTree(bytes);
            return tree == null || tree.isMissingNode() ? Optional.empty() : Optional.of(tree);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Reads what is not to be a tree as a whole. */
    JsonParser parser(byte[] bytes) throws IOException {
        return parser(bytes, 0, bytes.length);
    }

    JsonParser parser(byte[] bytes, int start, int end) throws IOException {
        return mapper.createParser(bytes, start, end - start);
    }

    /** The next value. */
    JsonNode read(JsonParser parser) throws IOException {
        return mapper.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readTree(parser);
    }

    JsonNode read(InputStream stream) throws IOException {
        return mapper.readTree(stream);
    }

    byte[] bytes(JsonNode tree) {
        try {
            return mapper.writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
