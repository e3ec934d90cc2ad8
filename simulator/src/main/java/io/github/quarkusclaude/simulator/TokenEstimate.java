package io.github.quarkusclaude.simulator;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Estimates tokens by a rule that can be checked by hand:
 * <ul>
 * <li>a text: its length in UTF-16 characters divided by 4, rounded up; JSON (tool definitions and inputs, search results,
 * results of server tools) likewise, by the length of its compact form;
 * <li>a request: 3, and 3 for a system prompt; every message: 4;
 * <li>tools: 300 once, and 10 for each; a tool call: 12; a tool result: 8;
 * <li>an image: 1,600; a document: 20, and 2,000 for one that is not given as text.
 * </ul>
 */
final class TokenEstimate {

    private static final int CHARACTERS = 4;
    private static final int REQUEST = 3;
    private static final int SYSTEM = 3;
    private static final int MESSAGE = 4;
    private static final int TOOLS = 300;
    private static final int TOOL = 10;
    private static final int TOOL_CALL = 12;
    private static final int TOOL_RESULT = 8;
    private static final int IMAGE = 1_600;
    private static final int DOCUMENT = 20;
    private static final int UNREADABLE_DOCUMENT = 2_000;

    private TokenEstimate() {
    }

    static long ofText(CharSequence text) {
        return ofLength(text.length());
    }

    static long ofLength(long characters) {
        return (characters + CHARACTERS - 1) / CHARACTERS;
    }

    /** How many characters this many tokens have at most. */
    static long characters(long tokens) {
        return tokens * CHARACTERS;
    }

    static long ofToolCall(String inputJson) {
        return TOOL_CALL + ofText(inputJson);
    }

    static long ofRequest(JsonNode body) {
        long tokens = REQUEST;
        if (body.hasNonNull("system")) {
            tokens += SYSTEM + ofContent(body.path("system"));
        }
        for (JsonNode message : body.path("messages")) {
            tokens += MESSAGE + ofContent(message.path("content"));
        }
        JsonNode tools = body.path("tools");
        if (!tools.isEmpty()) {
            tokens += TOOLS;
            for (JsonNode tool : tools) {
                tokens += ofTool(tool);
            }
        }
        return tokens + ofJson(body.at("/output_config/format"));
    }

    /** What having tools costs, besides the tools. */
    static long ofTools() {
        return TOOLS;
    }

    static long ofTool(JsonNode tool) {
        return TOOL + ofText(tool.toString());
    }

    /** What having a system prompt costs, besides its text. */
    static long ofSystem() {
        return SYSTEM;
    }

    /** What a message costs, besides its content. */
    static long ofMessage() {
        return MESSAGE;
    }

    private static long ofContent(JsonNode content) {
        if (content.isTextual()) {
            return ofText(content.textValue());
        }
        long tokens = 0;
        for (JsonNode block : content) {
            tokens += ofBlock(block);
        }
        return tokens;
    }

    static long ofBlock(JsonNode block) {
        return switch (block.path("type").asText()) {
            case "text" -> ofText(block.path("text").asText());
            case "thinking" -> ofText(block.path("thinking").asText());
            case "image" -> IMAGE;
            case "document" -> DOCUMENT + ofSource(block.path("source")) + ofText(block.path("title").asText(""))
                    + ofText(block.path("context").asText(""));
            case "tool_use", "server_tool_use", "mcp_tool_use" -> ofToolCall(block.path("input").toString());
            case "tool_result" -> TOOL_RESULT + ofContent(block.path("content"));
            default -> ofText(block.toString());
        };
    }

    private static long ofSource(JsonNode source) {
        return switch (source.path("type").asText()) {
            case "text" -> ofText(source.path("data").asText());
            case "content" -> ofContent(source.path("content"));
            default -> UNREADABLE_DOCUMENT;
        };
    }

    private static long ofJson(JsonNode json) {
        return json.isMissingNode() ? 0 : ofText(json.toString());
    }
}
