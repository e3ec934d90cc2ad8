package io.github.quarkusclaude.simulator;

import java.util.List;

/**
 * The features that exist only for those who name them in {@code anthropic-beta}. Other values of that header have no effect,
 * like values of features that everybody has by now.
 */
enum Beta {

    ADVISOR("advisor-tool-2026-03-01"),
    BILLING("user-profiles-billing-2026-10-01"),
    BLOCK_BINDING("thinking-binding-controls-2026-08-01"),
    COMPACTION("compact-2026-09-04"),
    COMPACT_EDIT("compact-2026-01-12"),
    COMPUTER_2024_10("computer-use-2024-10-22"),
    COMPUTER_2025_01("computer-use-2025-01-24"),
    COMPUTER_2025_11("computer-use-2025-11-24"),
    CONTEXT_MANAGEMENT("context-management-2025-06-27"),
    DISPLAY_UPDATES("thinking-display-updates-2026-08-18"),
    EFFORT_MESSAGES("mid-conversation-output-config-2026-07-01"),
    EXPIRING_MESSAGES("mid-conversation-system-clear-at-2026-08-21"),
    FALLBACK_CREDIT("fallback-credit-2026-07-01", "fallback-credit-2026-06-01"),
    FALLBACK_CREDIT_OBJECT("fallback-credit-2026-07-01"),
    FALLBACKS("server-side-fallback-2026-07-01", "server-side-fallback-2026-06-01"),
    FALLBACKS_WITH_RULES("server-side-fallback-2026-07-01"),
    INLINE_TOOLS("inline-tools-2026-09-15"),
    INTERLEAVED_THINKING("interleaved-thinking-2025-05-14"),
    LONG_BATCH_OUTPUT("output-300k-2026-03-24"),
    MCP("mcp-client-2025-11-20", "mcp-client-2026-09-15", "mcp-client-2025-04-04"),
    MCP_TOOLSETS("mcp-client-2025-11-20", "mcp-client-2026-09-15"),
    MCP_PINNED_TOOLS("mcp-client-2026-09-15"),
    MCP_WITHOUT_TOOLSETS("mcp-client-2025-04-04"),
    STRUCTURED_OUTPUTS("structured-outputs-2025-11-13"),
    TASK_BUDGETS("task-budgets-2026-03-13"),
    THINKING_ESTIMATES("thinking-token-count-2026-05-13"),
    THREADS("message-threads-2026-08-12"),
    TOOL_CHANGES("mid-conversation-tool-changes-2026-07-01");

    private final List<String> values;

    Beta(String... values) {
        this.values = List.of(values);
    }

    /** Any of these values opens the feature; the first is the one to recommend. */
    List<String> headerValues() {
        return values;
    }

    /** @throws ApiException 400 if the caller may not use this part of a request */
    void demand(Located part, Caller caller) {
        if (!caller.uses(this)) {
            throw part.reject("Extra inputs are not permitted without the anthropic-beta value " + values.get(0));
        }
    }
}
