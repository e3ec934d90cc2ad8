package io.github.quarkusclaude.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.message.Conversation;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.Tool;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.ScriptedAnswer;
import io.quarkus.test.junit.QuarkusTest;

/** The examples about content, parameters, tools of the API and conversations do what the guide says. */
@QuarkusTest
class ContentExamplesTest {

    @Inject
    ClaudeClients clients;

    private ClaudeSimulator simulator;
    private ClaudeClient claude;

    @BeforeEach
    void connect() {
        simulator = ClaudeSimulator.builder().start();
        claude = clients.builder().baseUrl(simulator.baseUrl()).apiKey(simulator.apiKey()).build();
    }

    @AfterEach
    void close() {
        claude.close();
        simulator.close();
    }

    @Test
    void citationsBecomeFootnotes() {
        script("""
                {"type":"text","text":"The grass is "},
                {"type":"text","text":"green","citations":[{"type":"char_location","cited_text":"Grass is green.",
                 "document_index":0,"document_title":"Notes","start_char_index":0,"end_char_index":15}]},
                {"type":"text","text":"."}""", "end_turn");

        Message answer = Contents.ask(claude, "Grass is green.");

        assertThat(Contents.withFootnotes(answer)).isEqualTo("The grass is green[1].\n[1] Notes: Grass is green.");
        assertThat(simulator.requests().get(0).body().at("/messages/0/content/0/citations/enabled").asBoolean()).isTrue();
    }

    @Test
    void blocksAreToldApart() {
        assertThat(Contents.describe(message("""
                {"type":"thinking","thinking":"Hm.","signature":"s"},
                {"type":"server_tool_use","id":"s1","name":"web_search","input":{}},
                {"type":"hologram","depth":3},{"type":"text","text":"Done."}""", "end_turn")))
                .isEqualTo("thinks: Hm.\nuses: web_search\nis new: {\"type\":\"hologram\",\"depth\":3}\nsays: Done.\n");
    }

    @Test
    void aRefusalIsExplained() {
        simulator.script(ScriptedAnswer.message(
                """
                        {"id":"msg_1","type":"message","role":"assistant","model":"claude-sonnet-5-5","content":[],"stop_reason":"refusal",
                         "stop_sequence":null,"stop_details":{"type":"refusal","category":"cyber","explanation":"Not this."},
                         "usage":{"input_tokens":1,"output_tokens":1}}"""));

        assertThat(Contents.whyNot(claude, "…")).isEqualTo("Not this.");
        assertThat(Contents.whyNot(claude, "What is 6 * 7?")).contains("42");
    }

    @Test
    void whatTheApiFoundIsRead() {
        script("""
                {"type":"server_tool_use","id":"srvtoolu_1","name":"web_search","input":{"query":"quarkus"}},
                {"type":"web_search_tool_result","tool_use_id":"srvtoolu_1","content":[{"type":"web_search_result",
                 "url":"https://quarkus.io","title":"Quarkus","encrypted_content":"e","page_age":null}]},
                {"type":"server_tool_use","id":"srvtoolu_2","name":"web_fetch","input":{"url":"https://a"}},
                {"type":"web_fetch_tool_result","tool_use_id":"srvtoolu_2","content":{"type":"web_fetch_tool_result_error",
                 "error_code":"url_not_accessible"}},
                {"type":"server_tool_use","id":"srvtoolu_3","name":"web_search","input":{"query":"more"}}""", "pause_turn");

        assertThat(ServerTools.found(ServerTools.search(claude, "What is Quarkus?")))
                .containsExactly("Quarkus https://quarkus.io", "web_fetch failed: url_not_accessible");
        assertThat(simulator.requests().get(0).body().path("tools")).hasSize(2);
    }

    @Test
    void codeMakesFilesAndItsContainerIsUsedAgain() {
        Message answer = Message.fromJson(
                """
                        {"content":[{"type":"server_tool_use","id":"s","name":"bash_code_execution","input":{}},
                          {"type":"bash_code_execution_tool_result","tool_use_id":"s","content":{"type":"bash_code_execution_result",
                           "stdout":"","stderr":"","return_code":0,"content":[{"type":"bash_code_execution_output","file_id":"file_2"}]}}],
                         "container":{"id":"container_1","expires_at":"2026-11-22T10:00:00Z"}}""");

        assertThat(ServerTools.files(answer)).containsExactly("file_2");
        assertThat(ServerTools.again(ServerTools.code("file_1"), answer).toJson()).contains("\"container\":\"container_1\"")
                .doesNotContain("pptx");
    }

    @Test
    void theOtherRequestsAreAccepted() {
        RawJson schema = RawJson.of("{\"type\":\"object\",\"properties\":{\"day\":{\"type\":\"string\"}}}");
        List<MessageRequest> requests = List.of(ServerTools.mcp("token"), ServerTools.many(schema), ServerTools.browser(),
                Parameters.common("Hello", "user-1"), Parameters.context(MessageRequest.of("Hello")),
                Parameters.budget("Tidy up."));
        for (MessageRequest request : requests) {
            assertThat(claude.generate(request).content()).isNotEmpty();
        }
        assertThat(simulator.requests()).hasSize(requests.size());
        assertThat(Parameters.fallbacks("Hello").toJson()).contains("\"fallbacks\":[{\"model\":\"claude-opus-5-5\"}]");
        assertThat(Parameters.thread(message("", "end_turn"), "And?").toJson()).contains("\"previous_message_id\":\"msg_1\"");
        assertThat(Parameters.cacheMiss(claude, MessageRequest.of("Hello"), "And?")).isNotEmpty();
    }

    @Test
    void conversationsGoOnAndFork() {
        Conversation conversation = Dialogues.twoTurns(claude);
        assertThat(conversation.turns()).hasSize(4);
        assertThat(simulator.requests().get(1).body().path("messages")).hasSize(3);

        assertThat(Dialogues.fork(claude, conversation)).extracting(Message::model)
                .containsExactly("claude-sonnet-5-5", "claude-haiku-4-5-20251001");
    }

    @Test
    void toolsRunInAConversation() {
        Tool weather = Tool.of("weather", "The current weather of a city", RawJson.of("""
                {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}"""));

        Conversation conversation = Dialogues.tools(claude, weather, "What is the weather in Bern?");

        assertThat(conversation.turns()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(conversation.turns().get(conversation.turns().size() - 1).message().content().text())
                .contains("12 °C and rain");
    }

    private void script(String blocks, String stopReason) {
        simulator.script(ScriptedAnswer.message(message(blocks, stopReason).toJson()));
    }

    private static Message message(String blocks, String stopReason) {
        return Message.fromJson("{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"claude-sonnet-5-5\","
                + "\"content\":[" + blocks + "],\"stop_reason\":\"" + stopReason
                + "\",\"stop_sequence\":null,\"usage\":{\"input_tokens\":1,\"output_tokens\":1}}");
    }
}
