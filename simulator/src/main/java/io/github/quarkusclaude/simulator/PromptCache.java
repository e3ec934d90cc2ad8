package io.github.quarkusclaude.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Remembers which beginnings of prompts were cached, for every credential and model by itself. */
final class PromptCache {

    private static final long USUAL_MINIMUM = 1_024;
    private static final int LOOKBACK = 20;
    private static final int MOST_ENTRIES = 100_000;
    private static final String LONG = "1h";
    /** A change of these leaves what comes before the messages cached. */
    private static final List<String> CONDITIONS = List.of("tool_choice", "thinking", "output_config", "speed");

    private final Identifiers identifiers;
    private final Clock clock;
    private final Map<Long, Instant> entries = new HashMap<>();

    PromptCache(Identifiers identifiers, Clock clock) {
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** What the cache saves and costs this request. Nothing changes; batches, which may run anytime, find nothing. */
    synchronized CacheUse lookUp(MessagesRequest request, long total) {
        List<PromptPiece> pieces = hasBreakpoint(request.body()) ? pieces(request) : List.of();
        long minimum = request.model().limit("cache_minimum_tokens").orElse(USUAL_MINIMUM);
        Instant now = clock.instant();
        int read = -1;
        int written = -1;
        for (int i = pieces.size() - 1; i >= 0; i--) {
            PromptPiece piece = pieces.get(i);
            if (!piece.lifetime().isEmpty() && piece.tokens() >= minimum) {
                written = Math.max(written, i);
                int oldest = Math.max(0, i - LOOKBACK + 1);
                for (int j = i; j >= oldest && read < 0 && !request.batched(); j--) {
                    Instant until = entries.get(pieces.get(j).prefix());
                    read = until != null && now.isBefore(until) ? j : read;
                }
            }
        }
        long readTokens = read < 0 ? 0 : pieces.get(read).tokens();
        long hour = readTokens;
        long all = readTokens;
        for (int i = read + 1; i <= written; i++) {
            all = pieces.get(i).tokens();
            hour = pieces.get(i).lifetime().equals(LONG) ? all : hour;
        }
        return new CacheUse(total - all, readTokens, all - hour, hour - readTokens,
                written < 0 ? List.of() : pieces.subList(0, written + 1), minimum);
    }

    /** Keeps what a request wanted to be cached, and keeps longer what it has read. */
    synchronized void keep(MessagesRequest request, CacheUse use) {
        if (request.batched()) {
            return;
        }
        Instant now = clock.instant();
        if (entries.size() > MOST_ENTRIES) {
            entries.values().removeIf(until -> !now.isBefore(until));
        }
        for (PromptPiece piece : use.cached()) {
            if (!piece.lifetime().isEmpty() && piece.tokens() >= use.minimum()) {
                Duration lifetime = piece.lifetime().equals(LONG) ? Duration.ofHours(1) : Duration.ofMinutes(5);
                entries.merge(piece.prefix(), now.plus(lifetime), (old, fresh) -> old.isAfter(fresh) ? old : fresh);
            }
        }
    }

    private static boolean hasBreakpoint(JsonNode body) {
        if (body.path("cache_control").isObject()) {
            return true;
        }
        for (String part : List.of("tools", "system", "messages")) {
            for (JsonNode block : body.path(part)) {
                if (!PromptPiece.lifetime(block).isEmpty()) {
                    return true;
                }
            }
        }
        return false;
    }

    private List<PromptPiece> pieces(MessagesRequest request) {
        JsonNode body = request.body();
        PromptPiece.Collector collector = new PromptPiece.Collector(identifiers);
        ObjectNode owner = JsonNodeFactory.instance.objectNode();
        collector.mix(owner.put("model", request.model().id()).put("credential", request.caller().credential()));
        long extra = TokenEstimate.ofTools();
        for (JsonNode tool : body.path("tools")) {
            collector.add(tool, extra + TokenEstimate.ofTool(tool));
            extra = 0;
        }
        if (body.hasNonNull("system")) {
            add(body.path("system"), TokenEstimate.ofSystem(), collector);
        }
        ObjectNode conditions = JsonNodeFactory.instance.objectNode();
        CONDITIONS.forEach(name -> Optional.ofNullable(body.get(name)).ifPresent(value -> conditions.set(name, value)));
        collector.mix(conditions);
        for (JsonNode message : body.path("messages")) {
            collector.mix(message.path("role"));
            add(message.path("content"), TokenEstimate.ofMessage(), collector);
        }
        JsonNode automatic = body.path("cache_control");
        if (automatic.isObject()) {
            collector.breakHere(automatic.path("ttl").asText("5m"));
        }
        return collector.pieces();
    }

    private static void add(JsonNode content, long framing, PromptPiece.Collector collector) {
        if (content.isTextual()) {
            collector.add(content, framing + TokenEstimate.ofText(content.textValue()));
            return;
        }
        long extra = framing;
        for (JsonNode block : content) {
            collector.add(block, extra + TokenEstimate.ofBlock(block));
            extra = 0;
        }
    }
}
