package io.github.quarkusclaude.deployment.client;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.message.AdvisorTool;
import io.github.quarkusclaude.message.Container;
import io.github.quarkusclaude.message.ContextAmount;
import io.github.quarkusclaude.message.ContextEdit;
import io.github.quarkusclaude.message.ContextManagement;
import io.github.quarkusclaude.message.Conversation;
import io.github.quarkusclaude.message.DiagnosticsConfig;
import io.github.quarkusclaude.message.McpServer;
import io.github.quarkusclaude.message.McpToolset;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.Metadata;
import io.github.quarkusclaude.message.OutputConfig;
import io.github.quarkusclaude.message.RawBlock;
import io.github.quarkusclaude.message.Skill;
import io.github.quarkusclaude.message.TaskBudget;
import io.github.quarkusclaude.message.ThinkingConfig;
import io.github.quarkusclaude.message.Tool;
import io.github.quarkusclaude.message.Toolset;
import io.github.quarkusclaude.message.WebFetchTool;
import io.github.quarkusclaude.message.WebSearchTool;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.ScriptedAnswer;
import io.quarkus.test.QuarkusUnitTest;

/** Blocks and parameters beyond text travel as the API defines them, streamed or not. */
class EveryBlockArrivesTypedTest {

    private static final String ANSWER = """
            {"id":"msg_1","type":"message","role":"assistant","model":"claude-sonnet-5-5","content":[
              {"type":"thinking","thinking":"Let me search.","signature":"c2ln"},
              {"type":"server_tool_use","id":"srvtoolu_1","name":"web_search","input":{"query":"grass"}},
              {"type":"web_search_tool_result","tool_use_id":"srvtoolu_1","content":[{"type":"web_search_result","url":"https://a",
               "title":"A","encrypted_content":"e","page_age":null}]},
              {"type":"text","text":"It is "},
              {"type":"text","text":"green","citations":[{"type":"web_search_result_location","cited_text":"Green grass",
               "url":"https://a","title":"A","encrypted_index":"i"}]},
              {"type":"server_tool_use","id":"srvtoolu_2","name":"code_execution","input":{"code":"1"}},
              {"type":"code_execution_tool_result","tool_use_id":"srvtoolu_2","content":{"type":"code_execution_result",
               "stdout":"1","stderr":"","return_code":0,"content":[]}},
              {"type":"mcp_tool_use","id":"mcptoolu_1","name":"f","server_name":"s","input":{"a":1}},
              {"type":"mcp_tool_result","tool_use_id":"mcptoolu_1","is_error":false,"content":[{"type":"text","text":"r"}]},
              {"type":"container_upload","file_id":"file_1"}],
             "stop_reason":"end_turn","stop_sequence":null,
             "container":{"id":"container_1","expires_at":"2026-11-22T10:00:00Z"},
             "usage":{"input_tokens":5,"output_tokens":7}}""";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Simulated.application();

    @Inject
    ClaudeClients clients;

    private ClaudeSimulator simulator;
    private ClaudeClient claude;

    @BeforeEach
    void connect() {
        simulator = ClaudeSimulator.builder().start();
        claude = Simulated.client(clients, simulator);
    }

    @AfterEach
    void close() {
        claude.close();
        simulator.close();
    }

    @Test
    void aStreamedAnswerIsTheSameAsAWholeOne() {
        simulator.script(ScriptedAnswer.message(ANSWER), ScriptedAnswer.message(ANSWER));

        Message whole = claude.generate("What colour is grass?");
        Message streamed = claude.stream("What colour is grass?").finalMessage();

        assertThat(whole.content()).hasSize(10).noneMatch(RawBlock.class::isInstance);
        assertThat(streamed.content()).isEqualTo(whole.content());
        assertThat(streamed.citations()).isEqualTo(whole.citations()).singleElement()
                .satisfies(cited -> assertThat(whole.text().substring(cited.start(), cited.end())).isEqualTo("green"));
        assertThat(streamed.serverToolCalls()).isEqualTo(whole.serverToolCalls()).hasSize(2)
                .allMatch(call -> call.result() != null && !call.result().isError());
        assertThat(whole.container().id()).isEqualTo("container_1");
    }

    @Test
    void parametersAndToolsAreAcceptedAndTheirBetaFeaturesAreNamed() {
        claude.generate(MessageRequest.builder().user("Hello").metadata(Metadata.user("user-1")).serviceTier("standard_only")
                .inferenceGeo("us").container(Container.withSkills(Skill.anthropic("pptx")))
                .diagnostics(DiagnosticsConfig.FIRST_TURN)
                .outputConfig(OutputConfig.effort("low").withTaskBudget(TaskBudget.tokens(50_000)))
                .contextManagement(ContextManagement.of(ContextEdit.ClearToolUses.create()
                        .startingAt(ContextAmount.inputTokens(50_000)).keeping(3).freeingAtLeast(1000).excluding("memory")))
                .mcpServer(McpServer.of("tickets", "https://mcp.example.com").withAuthorizationToken("t"))
                .tool(McpToolset.of("tickets").build()).tool(WebSearchTool.create().maxUses(1).build())
                .tool(WebFetchTool.create().citations(true).useCache(true).build()).tool(Tool.codeExecution())
                .tool(Tool.bash()).tool(Tool.textEditor(1000)).tool(Tool.memory()).tool(Tool.toolSearchBm25())
                .tool(Toolset.computer().build()).tool(AdvisorTool.of("claude-opus-5-5").maxUses(1).build()).build());

        var request = simulator.requests().get(0);
        assertThat(request.body().at("/metadata/user_id").asText()).isEqualTo("user-1");
        assertThat(request.body().at("/diagnostics").has("previous_message_id")).isTrue();
        assertThat(request.body().at("/mcp_servers/0/authorization_token").asText()).isEqualTo("t");
        assertThat(request.body().at("/context_management/edits/0/keep/value").asInt()).isEqualTo(3);
        assertThat(String.join(",", request.headers().get("anthropic-beta"))).contains("mcp-client-2025-11-20",
                "context-management-2025-06-27", "task-budgets-2026-03-13", "advisor-tool-2026-03-01");
    }

    @Test
    void aConversationGoesOnWithAnotherModel() {
        MessageRequest settings = MessageRequest.builder().thinking(ThinkingConfig.ADAPTIVE.withDisplay("summarized")).build();
        Conversation conversation = Conversation.START.user("What is 6 * 7?");
        Message first = claude.generate(conversation.applyTo(settings.toBuilder()).build());
        conversation = conversation.add(first).user("And times two?");

        claude.generate(conversation.applyTo(settings.toBuilder()).build());
        claude.generate(conversation.applyTo(settings.toBuilder().model("claude-opus-5-5")).build());

        assertThat(first.thinking()).isNotEmpty();
        assertThat(simulator.requests().get(1).body().at("/messages/1/content/0/type").asText()).isEqualTo("thinking");
        assertThat(simulator.requests().get(2).body().at("/messages/1/content").toString()).doesNotContain("thinking")
                .contains("42");
    }
}
