package io.github.quarkusclaude.catalog.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import io.github.quarkusclaude.message.MessageRequest;

/**
 * A value of {@code anthropic-beta} and what needs it.
 *
 * @param value the value
 * @param feature what needs it, for messages
 * @param isUsed whether a request has it
 * @param necessity how much it needs it
 */
record FeatureBeta(String value, String feature, Predicate<UsedFeatures> isUsed, Necessity necessity) {

    /** How much a feature needs its value. */
    private enum Necessity {

        /** The request makes sense without. */
        HELPFUL,

        /** In this version or another one the caller has chosen. */
        ANY_VERSION,

        /** In this version. */
        EXACT
    }

    private static final List<FeatureBeta> ALL = List.of(
            needed("mcp-client-2025-04-04", "tool_configuration of mcp_servers", UsedFeatures::configuresMcpServers),
            needed("mcp-client-2025-11-20", "mcp_servers", UsedFeatures::usesMcp),
            exactly("mcp-client-2026-09-15", "a pinned list of MCP tools", UsedFeatures::pinsMcpTools),
            needed("context-management-2025-06-27", "context_management", used -> used.has("context_management")),
            needed("compact-2026-01-12", "compact_20260112", UsedFeatures::compactsAutomatically),
            exactly("compact-2026-09-04", "compaction", UsedFeatures::compacts),
            needed("server-side-fallback-2026-07-01", "fallbacks", used -> used.has("fallbacks") || used.hasBlock("fallback")),
            needed("fallback-credit-2026-07-01", "fallback_credit_token",
                    used -> used.parameter("fallback_credit_token").isObject()),
            needed("fallback-credit-2026-06-01", "fallback_credit_token",
                    used -> used.parameter("fallback_credit_token").isTextual()),
            needed("message-threads-2026-08-12", "thread", used -> used.has("thread")),
            needed("user-profiles-billing-2026-10-01", "billing_policy", used -> used.has("billing_policy")),
            needed("structured-outputs-2025-11-13", "output_format", used -> used.has("output_format")),
            needed("fast-mode-2026-02-01", "speed", used -> used.has("speed")),
            needed("task-budgets-2026-03-13", "output_config.task_budget", used -> used.outputConfig().has("task_budget")),
            needed("thinking-binding-controls-2026-08-01", "thinking.block_binding",
                    used -> used.thinking().has("block_binding")),
            needed("thinking-display-updates-2026-08-18", "thinking.display \"updates\"",
                    used -> used.thinking().path("display").asText().equals("updates")),
            needed("mid-conversation-output-config-2026-07-01", "output_config of a system message",
                    used -> used.hasInSystemMessage("output_config")),
            needed("mid-conversation-system-clear-at-2026-08-21", "clear_at of a system message",
                    used -> used.hasInSystemMessage("clear_at")),
            needed("mid-conversation-tool-changes-2026-07-01", "tool_addition and tool_removal",
                    used -> used.hasBlock("tool_addition") || used.hasBlock("tool_removal")),
            needed("inline-tools-2026-09-15", "a tool definition in a message", UsedFeatures::definesToolsInline),
            needed("computer-use-2025-11-24", "the tool computer_20251124", used -> used.hasTool("computer_20251124")),
            needed("computer-use-2025-01-24", "the tool computer_20250124", used -> used.hasTool("computer_20250124")),
            needed("computer-use-2024-10-22", "the tool computer_20241022", used -> used.hasTool("computer_20241022")),
            needed("advisor-tool-2026-03-01", "the advisor tool",
                    used -> used.hasTool("advisor_") || used.hasBlock("advisor_tool_result")),
            needed("output-300k-2026-03-24", "an output as long as max_tokens", UsedFeatures::hasLongBatchOutput),
            new FeatureBeta(BetaNames.INTERLEAVED_THINKING, "thinking between tool calls", UsedFeatures::interleaves,
                    Necessity.HELPFUL));

    /** What a request needs, in the order of the table. */
    static List<FeatureBeta> neededBy(MessageRequest request, RuleContext context) {
        UsedFeatures used = new UsedFeatures(request, context);
        List<FeatureBeta> needed = new ArrayList<>();
        for (FeatureBeta beta : ALL) {
            if (beta.isUsed.test(used)) {
                needed.add(beta);
            }
        }
        return needed;
    }

    /** Whether another version of the same feature does not do. */
    boolean isExact() {
        return necessity == Necessity.EXACT;
    }

    /** Whether the API refuses the request without. */
    boolean isRequired() {
        return necessity != Necessity.HELPFUL;
    }

    private static FeatureBeta needed(String value, String feature, Predicate<UsedFeatures> isUsed) {
        return new FeatureBeta(value, feature, isUsed, Necessity.ANY_VERSION);
    }

    private static FeatureBeta exactly(String value, String feature, Predicate<UsedFeatures> isUsed) {
        return new FeatureBeta(value, feature, isUsed, Necessity.EXACT);
    }
}
