package io.github.quarkusclaude.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.node.ObjectNode;

class BetaFeaturesNeedTheirValueTest {

    private static ClaudeSimulator simulator;

    @BeforeAll
    static void start() {
        simulator = ClaudeSimulator.builder().start();
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    /** The value of another date is not enough, unless it is for the same feature. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
            "context-management-2025-06-27             | {'context_management':{'edits':[{'type':'clear_tool_uses_20250919'}]}}",
            "compact-2026-09-04                        | {'compaction':{'type':'summarize','instructions':'short'}}",
            "server-side-fallback-2026-06-01           | {'fallbacks':[{'model':'claude-opus-4-8'}]}",
            "server-side-fallback-2026-07-01           | {'fallbacks':'default'}",
            "server-side-fallback-2026-07-01           | {'fallbacks':[{'model':'claude-opus-4-8','max_tokens':9}]}",
            "fallback-credit-2026-06-01                | {'fallback_credit_token':'t'}",
            "fallback-credit-2026-07-01                | {'fallback_credit_token':{'token':'t','mode':'strict'}}",
            "message-threads-2026-08-12                | {'thread':{'type':'create'}}",
            "user-profiles-billing-2026-10-01          | {'billing_policy':{'type':'billing_policy','bill_to':'self'}}",
            "task-budgets-2026-03-13                   | {'output_config':{'task_budget':{'type':'tokens','total':9}}}",
            "thinking-binding-controls-2026-08-01      | {'thinking':{'type':'adaptive','block_binding':"
                    + "{'prefix_mismatch_behavior':'drop_block'}}}",
            "thinking-display-updates-2026-08-18       | {'thinking':{'type':'adaptive','display':'updates'}}",
            "structured-outputs-2025-11-13             | {'output_format':{'type':'json_schema','schema':{'type':'string'}}}",
            "mid-conversation-output-config-2026-07-01 | {'messages':[{'role':'user','content':'x'},"
                    + "{'role':'system','content':'y','output_config':{'effort':'low'}}]}",
            "mid-conversation-system-clear-at-2026-08-21 | {'messages':[{'role':'user','content':'x'},"
                    + "{'role':'system','content':'y','clear_at':'next_user_message'}]}",
            "mid-conversation-tool-changes-2026-07-01  | {'tools':[{'name':'a','input_schema':{'type':'object'}}],'messages':"
                    + "[{'role':'user','content':'x'},{'role':'system','content':[{'type':'tool_removal','tool':"
                    + "{'type':'tool_reference','name':'a'}}]}]}",
            "mcp-client-2025-11-20                     | {'mcp_servers':[{'type':'url','url':'https://x','name':'x'}],"
                    + "'tools':[{'type':'mcp_toolset','mcp_server_name':'x'}]}",
            "mcp-client-2025-04-04                     | {'mcp_servers':[{'type':'url','url':'https://x','name':'x',"
                    + "'tool_configuration':{'allowed_tools':['a']}}]}",
            "mcp-client-2026-09-15                     | {'mcp_servers':[{'type':'url','url':'https://x','name':'x'}],"
                    + "'tools':[{'type':'mcp_toolset','mcp_server_name':'x','tools':[]}]}",
            "advisor-tool-2026-03-01                   | {'tools':[{'type':'advisor_20260301','name':'advisor','model':'m'}]}",
            "computer-use-2025-01-24                   | {'tools':[{'type':'computer_20250124','name':'computer',"
                    + "'display_width_px':800,'display_height_px':600}]}",
    })
    void aFeatureIsThereForThoseWhoNameIt(String beta, String change) throws IOException {
        ObjectNode body = Api.ask("claude-opus-5", "Hello");
        body.setAll(Api.json(change));
        Api api = new Api(simulator);

        api.error(api.messages(body), 400);
        api.error(api.header("anthropic-beta", beta.substring(0, beta.length() - 2) + "99").messages(body), 400);
        HttpResponse<String> response = api.header("anthropic-beta", "unheard-of-2026-01-01, " + beta).messages(body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
            "{'context_management':{'edits':[{'type':'forget'}]}} | context_management.edits.0.type: must be one of",
            "{'context_management':{'edits':[{'type':'clear_tool_uses_20250919'},{'type':'clear_thinking_20251015'}]}} "
                    + "| context_management.edits.1.type: must be the first edit",
            "{'context_management':{'edits':[{'type':'clear_tool_uses_20250919'},{'type':'clear_tool_uses_20250919'}]}} "
                    + "| context_management.edits.1.type: must not be given twice",
            "{'context_management':{'edits':[{'type':'clear_tool_uses_20250919','trigger':{'type':'days','value':1}}]}} "
                    + "| trigger.type: must be one of",
            "{'context_management':{'edits':[{'type':'clear_thinking_20251015','keep':'some'}]}} | keep: must be one of all",
            "{'context_management':{'edits':[{'type':'clear_thinking_20251015','keep':{'type':'thinking_turns'}}]}} "
                    + "| keep.value: field required",
            "{'context_management':{'edits':[{'type':'clear_tool_uses_20250919','clear_tool_inputs':7}]}} "
                    + "| clear_tool_inputs: must be true or false",
            "{'context_management':{'edits':[]},'compaction':{'type':'summarize'}} | compaction: cannot be combined",
            "{'compaction':{'type':'shred'}} | compaction.type: must be one of summarize",
            "{'fallbacks':'all'} | fallbacks: must be one of default",
            "{'fallbacks':[{'model':'claude-7'}]} | fallbacks.0.model: there is no model",
            "{'fallbacks':[{'model':'claude-opus-5','temperature':1}]} | fallbacks.0.temperature: Extra inputs",
            "{'fallback_credit_token':{'token':'t','mode':'lax'}} | fallback_credit_token.mode: must be one of",
            "{'billing_policy':{'type':'billing_policy','bill_to':'you'}} | billing_policy.bill_to: must be one of",
            "{'thread':{'type':'continue'}} | thread.previous_message_id: field required",
            "{'thread':{'type':'fork'}} | thread.type: must be one of",
            "{'messages':[{'role':'user','content':'x'},{'role':'system','content':'y','clear_at':'noon'}]} "
                    + "| messages.1.clear_at: must be one of",
            "{'messages':[{'role':'user','content':'x'},{'role':'system','content':[{'type':'tool_addition','tool':"
                    + "{'type':'tool_reference','name':'a'}}]}]} | tool.name: there is no tool named",
            "{'messages':[{'role':'user','content':'x'},{'role':'system','content':[{'type':'tool_removal','tool':"
                    + "{'type':'tool_definition','definition':{}}}]}]} | tool.type: must be one of",
            "{'messages':[{'role':'user','content':'x'},{'role':'system','content':[{'type':'tool_addition','tool':"
                    + "{'type':'tool_definition','definition':{'name':'a'}}}]}]} | tool.definition: Extra inputs",
    })
    void itsValueDoesNotMakeNonsenseValid(String change, String message) throws IOException {
        new Api(simulator)
                .header("anthropic-beta", "context-management-2025-06-27,compact-2026-09-04,message-threads-2026-08-12,"
                        + "server-side-fallback-2026-07-01,fallback-credit-2026-07-01,user-profiles-billing-2026-10-01,"
                        + "mid-conversation-system-clear-at-2026-08-21,mid-conversation-tool-changes-2026-07-01")
                .assertRefused(change, message);
    }

    @Test
    void partsOfAFeatureNeedTheValueThatBroughtThem() throws IOException {
        Api api = new Api(simulator);
        api.header("anthropic-beta", "server-side-fallback-2026-06-01");
        api.assertRefused("{'fallbacks':'default'}", "value server-side-fallback-2026-07-01");
        api.header("anthropic-beta", "fallback-credit-2026-06-01");
        api.assertRefused("{'fallback_credit_token':{'token':'t'}}", "value fallback-credit-2026-07-01");
        api.header("anthropic-beta", "context-management-2025-06-27");
        api.assertRefused("{'context_management':{'edits':[{'type':'compact_20260112'}]}}", "value compact-2026-01-12");
    }

    @Test
    void countingTakesFewerFields() throws IOException {
        Api api = new Api(simulator).header("anthropic-beta", "context-management-2025-06-27,server-side-fallback-2026-07-01");
        ObjectNode body = Api.ask("Hello");
        body.remove("max_tokens");
        body.putObject("context_management").putArray("edits");
        assertThat(api.send("POST", "/v1/messages/count_tokens", body.toString()).statusCode()).isEqualTo(200);

        body.put("fallbacks", "default");
        api.error(api.send("POST", "/v1/messages/count_tokens", body.toString()), 400);
    }

    @Test
    void anOrganizationMayBeKeptOut() throws IOException {
        try (ClaudeSimulator closed = ClaudeSimulator.builder().notEnrolledIn("compact-2026-09-04").start()) {
            Api api = new Api(closed).header("anthropic-beta", "fast-mode-2026-02-01,compact-2026-09-04");

            assertThat(api.error(api.messages(Api.ask("Hello")), 400).at("/details/error_code").asText())
                    .isEqualTo("organization_not_enrolled_in_beta");
            assertThat(api.error(api.get("/v1/models"), 400).path("message").asText()).contains("compact-2026-09-04");
            api.header("anthropic-beta", "fast-mode-2026-02-01");
            assertThat(api.messages(Api.ask("Hello")).statusCode()).isEqualTo(200);
        }
    }
}
