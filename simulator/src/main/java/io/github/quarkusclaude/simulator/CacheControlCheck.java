package io.github.quarkusclaude.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cache breakpoints are few, well formed, on blocks that can be cached, and those that live longer come first. */
final class CacheControlCheck implements RequestCheck {

    private static final int MOST_BREAKPOINTS = 4;
    private static final Set<String> NOT_CACHEABLE = Set.of("thinking", "redacted_thinking", "mcp_tool_listing", "fallback");

    @Override
    public void check(MessagesRequest request) {
        List<Located> breakpoints = new ArrayList<>();
        for (String part : List.of("tools", "system")) {
            if (request.field(part).node().isArray()) {
                request.field(part).items().forEach(block -> collect(block, breakpoints));
            }
        }
        request.turns().forEach(turn -> turn.blocks().forEach(block -> collect(block, breakpoints)));
        if (request.root().has("cache_control")) {
            breakpoints.add(request.field("cache_control"));
        }
        if (breakpoints.size() > MOST_BREAKPOINTS) {
            throw breakpoints.get(MOST_BREAKPOINTS).reject("at most " + MOST_BREAKPOINTS
                    + " blocks may have cache_control, found " + breakpoints.size());
        }
        boolean shortLived = false;
        for (Located breakpoint : breakpoints) {
            boolean longLived = lifetime(breakpoint).equals("1h");
            if (longLived && shortLived) {
                throw breakpoint.field("ttl").reject("breakpoints with ttl 1h must come before those with ttl 5m");
            }
            shortLived = !longLived;
        }
    }

    private static void collect(Located block, List<Located> breakpoints) {
        if (block.has("cache_control")) {
            if (NOT_CACHEABLE.contains(Turn.type(block))) {
                throw block.field("cache_control").reject("not allowed on " + Turn.type(block) + " blocks");
            }
            breakpoints.add(block.field("cache_control"));
        }
        Located content = block.field("content");
        if (content.node().isArray()) {
            content.items().forEach(part -> collect(part, breakpoints));
        }
    }

    private static String lifetime(Located breakpoint) {
        breakpoint.only(List.of("type", "ttl"));
        breakpoint.field("type").oneOf(Set.of("ephemeral"));
        return breakpoint.has("ttl") ? breakpoint.field("ttl").oneOf(List.of("5m", "1h")) : "5m";
    }
}
