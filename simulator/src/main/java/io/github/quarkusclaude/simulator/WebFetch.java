package io.github.quarkusclaude.simulator;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads the pages that the prompt names, without ever asking for them. */
final class WebFetch implements ServerTool {

    private static final Pattern URL = Pattern.compile("https?://[^\\s<>\"')\\]]*[^\\s<>\"')\\].,;:!?]");
    private static final int LONGEST_URL = 250;

    @Override
    public boolean carriesOut(String type) {
        return type.startsWith("web_fetch_");
    }

    @Override
    public List<ServerToolUse> use(ServerToolCall call, boolean forced) {
        List<ServerToolUse> uses = new ArrayList<>();
        for (Matcher url = URL.matcher(call.prompt().text()); url.find();) {
            uses.add(fetch(url.group(), uses.isEmpty() ? call : call.another(), uses.size()));
        }
        return uses.isEmpty() && forced ? List.of(fetch("https://www.example.com/", call, 0)) : uses;
    }

    private static ServerToolUse fetch(String url, ServerToolCall call, int before) {
        ObjectNode use = call.call("web_fetch", ServerToolCall.input("url", url));
        String error = call.isUsedUp(before) ? "max_uses_exceeded"
                : url.length() > LONGEST_URL ? "url_too_long" : isAllowed(url, call.tool()) ? null : "url_not_allowed";
        if (error != null) {
            ObjectNode failure = call.failure("web_fetch_tool_result", error);
            failure.putObject("caller").put("type", "direct");
            return new ServerToolUse(use, failure, ServerToolCall.SIMULATED + "The page could not be read: " + error + ".");
        }
        ObjectNode result = call.result("web_fetch_tool_result");
        result.putObject("caller").put("type", "direct");
        ObjectNode page = result.putObject("content").put("type", "web_fetch_result").put("url", url)
                .put("retrieved_at", call.now().toString());
        ObjectNode document = page.putObject("content").put("type", "document");
        document.putObject("source").put("type", "text").put("media_type", "text/plain").put("data",
                ServerToolCall.SIMULATED + "Nobody has looked at " + url + ". A real page would be here instead.");
        document.put("title", "Simulated page");
        if (call.tool().at("/citations/enabled").asBoolean(false)) {
            document.putObject("citations").put("enabled", true);
        }
        return new ServerToolUse(use, result, ServerToolCall.SIMULATED + "The page " + url + " was read.");
    }

    private static boolean isAllowed(String url, JsonNode tool) {
        String host;
        try {
            host = Optional.ofNullable(URI.create(url).getHost()).orElse("");
        } catch (IllegalArgumentException e) {
            return false;
        }
        JsonNode allowed = tool.path("allowed_domains");
        return (allowed.isEmpty() || isIn(host, allowed)) && !isIn(host, tool.path("blocked_domains"));
    }

    private static boolean isIn(String host, JsonNode domains) {
        for (JsonNode domain : domains) {
            String name = domain.asText().split("/", 2)[0];
            if (host.equals(name) || host.endsWith("." + name)) {
                return true;
            }
        }
        return false;
    }
}
