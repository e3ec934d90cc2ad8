package io.github.quarkusclaude.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
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
    public Optional<ServerToolUse> use(ServerToolCall call, boolean forced) {
        if (!forced && !call.asksForAny(ASKING)) {
            return Optional.empty();
        }
        String query = call.prompt().quote();
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
        return Optional.of(new ServerToolUse(call.call("web_search", ServerToolCall.input("query", query)), result,
                ServerToolCall.SIMULATED + "The search for “" + query + "” found " + RESULTS + " pages."));
    }
}
