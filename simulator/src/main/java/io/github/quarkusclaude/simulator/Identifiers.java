package io.github.quarkusclaude.simulator;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Makes identifiers that look like the API's. Those of requests follow a sequence; those of messages and tool calls depend
 * on the request only, so that the same request gets the same answer to the last byte.
 */
final class Identifiers {

    private static final String ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final int LENGTH = 24;

    private final long seed;
    private final String organization;
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong files = new AtomicLong();
    private final AtomicLong batches = new AtomicLong();

    Identifiers(long seed) {
        this.seed = seed;
        Variety variety = new Variety(seed);
        this.organization = new UUID(variety.next(), variety.next()).toString();
    }

    String nextRequest() {
        return spell("req_011C", new Variety(seed ^ requests.incrementAndGet()));
    }

    String nextFile() {
        return spell("file_011C", new Variety(seed + 1 ^ files.incrementAndGet()));
    }

    String nextBatch() {
        return spell("msgbatch_01", new Variety(seed + 2 ^ batches.incrementAndGet()));
    }

    String message(long fingerprint) {
        return spell("msg_01", new Variety(fingerprint));
    }

    String toolUse(long fingerprint, int index) {
        return spell("toolu_01", new Variety(fingerprint + 1 + index));
    }

    String serverToolUse(long fingerprint, int index) {
        return spell("srvtoolu_01", new Variety(fingerprint - 1 - index));
    }

    String container(long fingerprint) {
        return spell("container_01", new Variety(fingerprint ^ seed));
    }

    String organization() {
        return organization;
    }

    String workspace() {
        return spell("wrkspc_01", new Variety(seed + 3));
    }

    String federationRule() {
        return spell("fdrl_01", new Variety(seed + 4));
    }

    String serviceAccount() {
        return spell("svac_01", new Variety(seed + 5));
    }

    /** A number that tells apart requests that ask for different things; whether the answer is streamed does not count. */
    long fingerprint(JsonNode body) {
        long hash = seed;
        for (Map.Entry<String, JsonNode> field : sorted(body).entrySet()) {
            if (!field.getKey().equals("stream")) {
                hash = digest(Variety.hash(hash, field.getKey()), field.getValue());
            }
        }
        return hash;
    }

    private static long digest(long hash, JsonNode node) {
        long digest = hash;
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : sorted(node).entrySet()) {
                digest = digest(Variety.hash(digest, field.getKey()), field.getValue());
            }
        } else if (node.isArray()) {
            for (JsonNode item : node) {
                digest = digest(Variety.hash(digest, "["), item);
            }
        } else {
            digest = Variety.hash(digest, node.asText());
        }
        return digest;
    }

    private static Map<String, JsonNode> sorted(JsonNode object) {
        Map<String, JsonNode> fields = new TreeMap<>();
        object.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }

    private static String spell(String start, Variety variety) {
        int prefix = start.indexOf('_') + 1;
        StringBuilder id = new StringBuilder(start);
        while (id.length() < prefix + LENGTH) {
            id.append(ALPHABET.charAt(variety.below(ALPHABET.length())));
        }
        return id.toString();
    }
}
