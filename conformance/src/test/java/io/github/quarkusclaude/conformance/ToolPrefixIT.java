package io.github.quarkusclaude.conformance;

import static io.github.quarkusclaude.conformance.Api.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.quarkusclaude.simulator.ScriptedAnswer;

@ConformanceGroup(number = 10, promise = "With a login, the API sees tools whose names begin with `mcp_`, and the application sees the names it gave, however the answer is cut.", differs = {
        "names are mapped one to one in the parsed answer, not replaced in its text: the input of tools is left alone, `tool_choice` is mapped, tools of the API keep their names, and a name is never prefixed twice." })
class ToolPrefixIT extends Conformance {

    private static final String LETTERS = "abcXYZ019_-";

    private String person() {
        api().post("/clients/person",
                Api.object("baseUrl", server.baseUrl(), "oauthToken", server.oauth().issue().accessToken(), "tier", "api"));
        return "/clients/person";
    }

    private static JsonNode tool(String name) {
        return Api.object("name", name, "description", "A tool", "input_schema", Api.object("type", "object"));
    }

    @RepeatedTest(25)
    void namesSurviveAnyCut(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Set<String> names = names(random);
        String client = person();
        ObjectNode question = ask("model", SONNET_4, "tools", names.stream().map(ToolPrefixIT::tool).toList());
        String input = "{\"name\":\"mcp_x\",\"deep\":{\"name\": \"mcp_mcp_y\"}}";

        // first to see what the names are on the wire
        api().post(client + "/generate", question);
        List<String> sent = lastBody().path("tools").findValuesAsText("name");
        assertThat(sent).hasSameSizeAs(names).doesNotHaveDuplicates().allMatch(name -> name.startsWith("mcp_"));
        StringBuilder stream = new StringBuilder(Streams.start(5)).append(Streams.text(0, "\"name\":\"mcp_text\""));
        for (int i = 0; i < sent.size(); i++) {
            stream.append(Streams.call(i + 1, "toolu_" + i, sent.get(i), input));
        }
        byte[] bytes = Streams.bytes(stream.append(Streams.end("tool_use", 9)).toString());
        server.script(ScriptedAnswer.sse(Streams.cut(bytes, random)));
        JsonNode answer = api().post(client + "/stream", question);

        assertThat(answer.has("failure")).as(answer.toString()).isFalse();
        List<String> seen = new ArrayList<>();
        answer.path("events").forEach(event -> {
            if (event.at("/content_block/type").asText().equals("tool_use")) {
                seen.add(event.at("/content_block/name").asText());
            }
        });
        assertThat(seen).containsExactlyElementsOf(names);
        JsonNode content = answer.at("/message/content");
        assertThat(content.get(0).path("text").asText()).isEqualTo("\"name\":\"mcp_text\"");
        for (int i = 0; i < names.size(); i++) {
            assertThat(content.get(i + 1).path("name").asText()).isEqualTo(new ArrayList<>(names).get(i));
            assertThat(content.get(i + 1).path("input")).isEqualTo(Api.json(input));
        }
    }

    private static Set<String> names(Random random) {
        Set<String> names = new LinkedHashSet<>();
        while (names.size() < 4) {
            StringBuilder name = new StringBuilder("mcp_".repeat(random.nextInt(3)));
            for (int length = 1 + random.nextInt(30); length > 0; length--) {
                name.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            names.add(name.toString());
        }
        return names;
    }

    @Test
    void choiceAndHistoryAreMappedAndToolsOfTheApiAreNot() {
        ObjectNode question = Api.object("request", Api.object("model", SONNET_4,
                "tools", List.of(tool("get_weather"), tool("mcp_known"),
                        Api.object("type", "web_search_20250305", "name", "web_search")),
                "tool_choice", Api.object("type", "tool", "name", "get_weather"),
                "messages", List.of(Api.object("role", "user", "content", "Hello"),
                        Api.object("role", "assistant", "content", List.of(Api.object("type", "tool_use", "id", "toolu_1",
                                "name", "get_weather", "input", Api.object("name", "mcp_x")))),
                        Api.object("role", "user", "content", List.of(Api.object("type", "tool_result", "tool_use_id",
                                "toolu_1", "content", "mcp_rain"))))));

        JsonNode answer = api().post(person() + "/generate", question);

        JsonNode body = lastBody();
        assertThat(body.path("tools").findValuesAsText("name")).containsExactly("mcp_get_weather", "mcp_known", "web_search");
        assertThat(body.at("/tool_choice/name").asText()).isEqualTo("mcp_get_weather");
        assertThat(body.at("/messages/1/content/0/name").asText()).isEqualTo("mcp_get_weather");
        assertThat(body.at("/messages/1/content/0/input/name").asText()).isEqualTo("mcp_x");
        assertThat(body.at("/messages/2/content/0/content").asText()).isEqualTo("mcp_rain");
        assertThat(answer.at("/message/content").findValuesAsText("name")).containsOnly("get_weather");
    }

    @Test
    void aKeyNeedsNoPrefix() {
        JsonNode answer = api().post(client() + "/generate", ask("model", SONNET_4, "tools", List.of(tool("get_weather")),
                "tool_choice", Api.object("type", "tool", "name", "get_weather")));

        assertThat(lastBody().path("tools").findValuesAsText("name")).containsExactly("get_weather");
        assertThat(answer.at("/message/content").findValuesAsText("name")).containsOnly("get_weather");
    }

    @Test
    void aNameThatBecomesTooLongIsRefusedBeforeTheNetwork() {
        JsonNode failure = api().post(person() + "/generate", ask("tools", List.of(tool("a".repeat(125))))).path("failure");

        assertThat(texts(failure.path("types"))).contains("InvalidRequestException");
        assertThat(failure.path("message").asText()).contains("a".repeat(125), "128");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void throughoutARunOfTools() {
        ObjectNode question = ask("model", SONNET_4, "messages",
                List.of(Api.object("role", "user", "content", "What is the weather in Bern?")));
        question.set("tools", Api.JSON.valueToTree(List.of("weather")));

        JsonNode run = api().post(person() + "/tools", question);

        assertThat(run.path("stop").asText()).as(run.toString()).isEqualTo("FINISHED");
        assertThat(run.path("text").asText()).contains("weather got");
        assertThat(lastBody().at("/messages/1/content").findValuesAsText("name")).containsOnly("mcp_weather");
    }
}
