package io.github.quarkusclaude.message;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A tool that the API ran, and what it gave back.
 *
 * @param use what the model asked for
 * @param result what came of it; absent if the answer ended before
 */
public record ServerToolCall(ServerToolUseBlock use, @Nullable ServerToolResultBlock result) {

    static List<ServerToolCall> in(List<ContentBlock> content) {
        Map<String, ServerToolResultBlock> results = new HashMap<>();
        for (ContentBlock block : content) {
            if (block instanceof ServerToolResultBlock result && result.toolUseId() != null) {
                results.put(result.toolUseId(), result);
            }
        }
        List<ServerToolCall> calls = new ArrayList<>();
        for (ContentBlock block : content) {
            if (block instanceof ServerToolUseBlock use) {
                calls.add(new ServerToolCall(use, use.id() == null ? null : results.get(use.id())));
            }
        }
        return List.copyOf(calls);
    }
}
