package io.github.quarkusclaude.runtime.telemetry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.message.Content;
import io.github.quarkusclaude.message.ContentBlock;
import io.github.quarkusclaude.message.InputMessage;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.TextBlock;
import io.github.quarkusclaude.message.ThinkingBlock;
import io.github.quarkusclaude.message.ToolResultBlock;
import io.github.quarkusclaude.message.ToolUseBlock;

/**
 * Messages as attributes, in the form of the conventions. Of images, documents and what else is no text, only the kind is
 * told.
 */
final class GenAiContent {

    private GenAiContent() {
    }

    static String input(List<InputMessage> messages) {
        List<Object> told = new ArrayList<>();
        for (InputMessage message : messages) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("role", message.role().value());
            one.put("parts", parts(message.content()));
            told.add(one);
        }
        return json(told);
    }

    static String instructions(Content system) {
        return json(parts(system));
    }

    static String result(@Nullable Content content) {
        return json(parts(content));
    }

    static String output(Message message) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("role", message.role().value());
        one.put("parts", parts(message.content()));
        one.put("finish_reason", message.stopReason() == null ? "error" : message.stopReason().value());
        return json(List.of(one));
    }

    private static List<Object> parts(@Nullable Content content) {
        if (content instanceof Content.Text text) {
            return List.of(part("text", "content", text.text()));
        }
        return content instanceof Content.Blocks blocks ? parts(blocks.blocks()) : List.of();
    }

    private static List<Object> parts(List<ContentBlock> blocks) {
        List<Object> parts = new ArrayList<>();
        for (ContentBlock block : blocks) {
            parts.add(part(block));
        }
        return parts;
    }

    private static Map<String, Object> part(ContentBlock block) {
        if (block instanceof TextBlock text) {
            return part("text", "content", text.text());
        }
        if (block instanceof ThinkingBlock thinking) {
            return part("reasoning", "content", thinking.thinking());
        }
        if (block instanceof ToolUseBlock call) {
            Map<String, Object> part = part("tool_call", "id", call.id());
            part.put("name", call.name());
            part.put("arguments", call.input().tree());
            return part;
        }
        if (block instanceof ToolResultBlock result) {
            Map<String, Object> part = part("tool_call_response", "id", result.toolUseId());
            part.put("response", parts(result.content()));
            return part;
        }
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("type", block.type());
        return part;
    }

    private static Map<String, Object> part(String type, String name, @Nullable Object value) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("type", type);
        part.put(name, value);
        return part;
    }

    private static String json(Object value) {
        return RawJson.from(value).toString();
    }
}
