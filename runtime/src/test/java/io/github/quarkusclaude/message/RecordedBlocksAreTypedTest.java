package io.github.quarkusclaude.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.quarkusclaude.recorded.RecordedTraffic;

/** How much of the recorded traffic has a type, rather than being kept as it came. */
class RecordedBlocksAreTypedTest {

    private final Map<String, int[]> blocks = new TreeMap<>();
    private final Map<String, int[]> results = new TreeMap<>();
    private final Map<String, int[]> citations = new TreeMap<>();
    private final Map<String, int[]> parameters = new TreeMap<>();

    @Test
    void everyKindOfBlockInTheRecordedTrafficHasAType() {
        for (var file : RecordedTraffic.files("messages", ".json")) {
            answer(RecordedTraffic.text(file));
        }
        for (var file : RecordedTraffic.files("expected", ".json")) {
            JsonNode message = RecordedTraffic.tree(RecordedTraffic.text(file)).path("message");
            if (message.isObject()) {
                answer(message.toString());
            }
        }
        for (var file : RecordedTraffic.files("batches", ".jsonl")) {
            RecordedTraffic.text(file).lines().filter(line -> !line.isBlank())
                    .forEach(line -> answer(RecordedTraffic.tree(line).path("result").path("message").toString()));
        }
        for (var file : RecordedTraffic.files("requests", ".json")) {
            request(RecordedTraffic.text(file));
        }

        System.out.println(report("Content blocks", blocks) + report("Results of the API's tools", results)
                + report("Citations", citations) + report("Request parameters", parameters));
        assertThat(blocks.keySet()).contains("text", "thinking", "redacted_thinking", "tool_use", "tool_result", "image",
                "document", "server_tool_use", "web_search_tool_result", "web_fetch_tool_result", "code_execution_tool_result",
                "bash_code_execution_tool_result", "text_editor_code_execution_tool_result", "tool_search_tool_result",
                "tool_reference", "advisor_tool_result", "mcp_tool_use", "mcp_tool_result", "compaction", "fallback");
        assertThat(raw(blocks)).isZero();
        assertThat(raw(results)).isZero();
        assertThat(raw(citations)).isZero();
        // the only raw one is the retired twin of output_config.format
        assertThat(raw(parameters)).isEqualTo(parameters.getOrDefault("output_format", new int[2])[1]);
    }

    private void answer(String json) {
        Message.fromJson(json).content().forEach(this::block);
    }

    private void request(String json) {
        MessageRequest request = MessageRequest.fromJson(json);
        RecordedTraffic.tree(json).fieldNames()
                .forEachRemaining(name -> count(parameters, name, !request.additionalFields().containsKey(name)));
        for (InputMessage message : request.messages()) {
            content(message.content());
        }
        if (request.system() != null) {
            content(request.system());
        }
    }

    private void content(Content content) {
        if (content instanceof Content.Blocks list) {
            list.blocks().forEach(this::block);
        }
    }

    private void block(ContentBlock block) {
        count(blocks, String.valueOf(block.type()), !(block instanceof RawBlock));
        if (block instanceof TextBlock text && text.citations() != null) {
            text.citations().forEach(citation -> count(citations, String.valueOf(citation.type()),
                    !(citation instanceof RawCitation)));
        } else if (block instanceof ToolResultBlock result && result.content() != null) {
            content(result.content());
        } else if (block instanceof McpToolResultBlock result && result.content() != null) {
            content(result.content());
        } else if (block instanceof ServerToolResultBlock result) {
            ServerToolResult content = result.content();
            String type = content == null ? "none" : content.type() == null ? "web_search_result[]" : content.type();
            count(results, type, content != null && !(content instanceof RawServerToolResult));
            if (content instanceof ToolSearchResult found && found.toolReferences() != null) {
                found.toolReferences().forEach(this::block);
            } else if (content instanceof WebFetchResult fetched && fetched.content() != null) {
                block(fetched.content());
            }
        }
    }

    private static void count(Map<String, int[]> counts, String kind, boolean typed) {
        counts.computeIfAbsent(kind, k -> new int[2])[typed ? 0 : 1]++;
    }

    private static int raw(Map<String, int[]> counts) {
        return counts.values().stream().mapToInt(count -> count[1]).sum();
    }

    private static String report(String what, Map<String, int[]> counts) {
        int typed = counts.values().stream().mapToInt(count -> count[0]).sum();
        long typedKinds = counts.values().stream().filter(count -> count[1] == 0).count();
        StringBuilder report = new StringBuilder(String.format("%s: %d of %d typed (%.1f %%), %d of %d kinds%n", what, typed,
                typed + raw(counts), 100.0 * typed / (typed + raw(counts)), typedKinds, counts.size()));
        counts.forEach(
                (kind, count) -> report.append(String.format("    %-48s %5d typed %5d raw%n", kind, count[0], count[1])));
        return report.toString();
    }
}
