package io.github.quarkusclaude.simulator;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;

/** Carries out the tools of the server that a request offers and its prompt asks for. */
final class ServerTools {

    private final Identifiers identifiers;
    private final Clock clock;
    private final List<ServerTool> tools;

    ServerTools(Identifiers identifiers, FileStore files, Clock clock) {
        this.identifiers = identifiers;
        this.clock = clock;
        this.tools = List.of(new ToolSearch(), new WebSearch(), new WebFetch(), new CodeExecution(files), new McpTools(),
                new Advisor());
    }

    List<ServerToolUse> uses(MessagesRequest request, Prompt prompt) {
        JsonNode choice = request.body().path("tool_choice");
        String type = choice.path("type").asText("auto");
        if (type.equals("none") || request.continuesPausedTurn() || type.equals("auto") && !prompt.toolResults().isEmpty()) {
            return List.of();
        }
        Set<String> words = Words.of(prompt.text());
        List<ServerToolUse> uses = new ArrayList<>();
        AtomicInteger calls = new AtomicInteger();
        Supplier<String> ids = () -> identifiers.serverToolUse(request.fingerprint(), calls.getAndIncrement());
        for (JsonNode tool : request.body().path("tools")) {
            boolean chosen = type.equals("tool") && tool.path("name").asText().equals(choice.path("name").asText());
            if (chosen || !type.equals("tool")) {
                uses.addAll(use(new ServerToolCall(tool, ids.get(), ids, prompt, words, request, clock.instant()), chosen));
            }
        }
        return uses;
    }

    private List<ServerToolUse> use(ServerToolCall call, boolean forced) {
        String type = call.tool().path("type").asText();
        List<ServerToolUse> uses = tools.stream()
                .filter(tool -> tool.carriesOut(type))
                .findFirst()
                .map(tool -> tool.use(call, forced))
                .orElse(List.of());
        return uses.isEmpty() || !FilteringCode.calls(call.tool()) ? uses : List.of(FilteringCode.around(call.another(), uses));
    }
}
