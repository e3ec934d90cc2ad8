package io.github.quarkusclaude.catalog.rules;

import java.util.HashSet;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.quarkusclaude.json.ApiObject;
import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.message.InputMessage;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.Role;

/** What a request uses, as far as it matters for beta features. */
final class UsedFeatures {

    private final MessageRequest request;
    private final RuleContext context;
    private final Parameters parameters;
    private final Set<String> blockTypes = new HashSet<>();

    UsedFeatures(MessageRequest request, RuleContext context) {
        this.request = request;
        this.context = context;
        this.parameters = new Parameters(request);
        context.blocks().forEach(placed -> blockTypes.add(String.valueOf(placed.block().type())));
    }

    boolean has(String parameter) {
        return parameters.has(parameter);
    }

    JsonNode parameter(String name) {
        return parameters.get(name);
    }

    JsonNode thinking() {
        return parameters.get("thinking");
    }

    JsonNode outputConfig() {
        return parameters.get("output_config");
    }

    boolean hasBlock(String type) {
        return blockTypes.contains(type);
    }

    boolean hasTool(String kind) {
        return ToolSettings.isKind(kind, request.tools());
    }

    boolean hasInSystemMessage(String field) {
        return request.messages().stream().filter(UsedFeatures::isSystem).anyMatch(message -> tree(message).has(field));
    }

    boolean configuresMcpServers() {
        for (JsonNode server : parameter("mcp_servers")) {
            if (server.hasNonNull("tool_configuration")) {
                return true;
            }
        }
        return false;
    }

    boolean usesMcp() {
        return has("mcp_servers") || hasTool("mcp_toolset") || hasBlock("mcp_tool_use") || hasBlock("mcp_tool_result");
    }

    boolean pinsMcpTools() {
        return hasBlock("mcp_tool_listing") || request.tools() != null && request.tools().stream()
                .anyMatch(tool -> "mcp_toolset".equals(tool.type()) && ToolSettings.has("tools", tool));
    }

    boolean compactsAutomatically() {
        for (JsonNode edit : parameter("context_management").path("edits")) {
            if (edit.path("type").asText().startsWith("compact_")) {
                return true;
            }
        }
        return compactionBlocks(false);
    }

    boolean compacts() {
        return has("compaction") || compactionBlocks(true);
    }

    boolean definesToolsInline() {
        return context.blocks().stream().anyMatch(placed -> "tool_addition".equals(placed.block().type())
                && tree(placed.block()).at("/tool/type").asText().equals("tool_definition"));
    }

    boolean hasLongBatchOutput() {
        Integer limit = context.model().limits().maxTokens();
        return context.purpose() == Purpose.BATCH && limit != null && request.maxTokens() != null
                && request.maxTokens() > limit;
    }

    boolean interleaves() {
        return ThinkingModes.isManual(request.thinking()) && request.tools() != null && !request.tools().isEmpty();
    }

    private boolean compactionBlocks(boolean signed) {
        return hasBlock("compaction") && context.blocks().stream().anyMatch(placed -> "compaction".equals(placed.block().type())
                && tree(placed.block()).hasNonNull("signature") == signed);
    }

    private static boolean isSystem(InputMessage message) {
        return message.role().equals(Role.SYSTEM);
    }

    private static JsonNode tree(ApiObject value) {
        return RawJson.from(value).tree();
    }
}
