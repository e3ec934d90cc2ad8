package io.github.quarkusclaude.catalog.rules;

import java.util.List;
import java.util.Set;

import io.github.quarkusclaude.message.TextBlock;

/** Cache breakpoints are few, on blocks that can be cached, and those that live longer come first. */
final class CacheControlCheck implements RequestCheck {

    static final int MOST = 4;

    private static final Set<String> NOT_CACHEABLE = Set.of("thinking", "redacted_thinking", "mcp_tool_listing", "fallback");

    @Override
    public void check(RuleContext context) {
        List<CacheBreakpoint> breakpoints = CacheBreakpoint.of(context.asked(), context.blocks());
        if (breakpoints.size() > MOST) {
            context.problem("The request has " + breakpoints.size() + " cache breakpoints ("
                    + String.join(", ", breakpoints.stream().map(CacheBreakpoint::path).toList())
                    + "); the API takes " + MOST + ". Keep those at the ends of the longest parts that stay the same");
        }
        String shorter = null;
        for (CacheBreakpoint breakpoint : breakpoints) {
            if (breakpoint.isLong() && shorter != null) {
                context.problem("The cache breakpoint at " + breakpoint.path() + " lives 1h, but comes after one of 5m at "
                        + shorter + ". Put those of 1h first");
            } else if (!breakpoint.isLong() && shorter == null) {
                shorter = breakpoint.path();
            }
            if (breakpoint.block() instanceof TextBlock text && text.text().isEmpty()) {
                context.problem(
                        "The text at " + breakpoint.path() + " is empty and cannot be cached. Remove its cache_control");
            }
            if (breakpoint.block() != null && NOT_CACHEABLE.contains(String.valueOf(breakpoint.block().type()))) {
                context.problem("A block of type " + breakpoint.block().type() + ", as at " + breakpoint.path()
                        + ", cannot have cache_control. Put it on another block");
            }
        }
    }
}
