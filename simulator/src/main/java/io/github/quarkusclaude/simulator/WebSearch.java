package io.github.quarkusclaude.simulator;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Finds two pages that do not exist for whatever is searched. */
final class WebSearch implements ServerTool {

    private static final Set<String> ASKING = Set.of("search", "web", "internet", "online", "news", "latest", "google");
    private static final int RESULTS = 2;

    @Override
    public boolean carriesOut(String type) {
        return type.startsWith("web_search_");
    }

    @Override
    public List<ServerToolUse> use(ServerToolCall call, boolean forced) {
        List<String> queries = queries(call);
        if (queries.isEmpty() && forced) {
            return List.of(search(call.prompt().quote(), call, 0));
        }
        List<ServerToolUse> uses = new ArrayList<>();
        for (String query : queries) {
            uses.add(search(query, uses.isEmpty() ? call : call.another(), uses.size()));
        }
        return uses;
    }

    /** Each sentence that asks for a search is one. */
    private static List<String> queries(ServerToolCall call) {
        if (!call.asksForAny(ASKING)) {
            return List.of();
        }
        List<String> sentences = Sentence.of(call.prompt().text()).stream()
                .map(Sentence::text)
                .filter(sentence -> Words.of(sentence).stream().anyMatch(ASKING::contains))
                .map(Prompt::shortened)
                .toList();
        return sentences.size() < 2 ? List.of(call.prompt().quote()) : sentences;
    }

    private static ServerToolUse search(String query, ServerToolCall call, int before) {
        ObjectNode use = call.call("web_search", ServerToolCall.input("query", query));
        if (call.isUsedUp(before)) {
            ObjectNode failure = call.failure("web_search_tool_result", "max_uses_exceeded");
            failure.putObject("caller").put("type", "direct");
            return new ServerToolUse(use, failure, ServerToolCall.SIMULATED + "There were more searches than allowed.");
        }
        JsonNode domains = call.tool().path("allowed_domains");
        String domain = domains.isEmpty() ? "www.example.com" : domains.get(0).asText();
        ObjectNode result = call.result("web_search_tool_result");
        result.putObject("caller").put("type", "direct");
        ArrayNode content = result.putArray("content");
        for (int i = 1; i <= RESULTS; i++) {
            String title = "Simulated search result " + i + " for “" + query + "”";
            content.addObject()
                    .put("type", "web_search_result")
                    .put("url", "https://" + domain + "/simulated/" + i)
                    .put("title", title)
                    .put("encrypted_content", Base64.getEncoder().encodeToString(title.getBytes(StandardCharsets.UTF_8)))
                    .putNull("page_age");
        }
        return new ServerToolUse(use, result,
                ServerToolCall.SIMULATED + "The search for “" + query + "” found " + RESULTS + " pages.");
    }
}
