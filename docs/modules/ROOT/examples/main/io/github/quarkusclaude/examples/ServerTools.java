package io.github.quarkusclaude.examples;

import java.util.ArrayList;
import java.util.List;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.message.CodeExecutionFile;
import io.github.quarkusclaude.message.CodeExecutionResult;
import io.github.quarkusclaude.message.Container;
import io.github.quarkusclaude.message.ContainerUploadBlock;
import io.github.quarkusclaude.message.McpServer;
import io.github.quarkusclaude.message.McpToolset;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.ServerToolCall;
import io.github.quarkusclaude.message.ServerToolError;
import io.github.quarkusclaude.message.Skill;
import io.github.quarkusclaude.message.TextBlock;
import io.github.quarkusclaude.message.Tool;
import io.github.quarkusclaude.message.ToolConfig;
import io.github.quarkusclaude.message.Toolset;
import io.github.quarkusclaude.message.UserLocation;
import io.github.quarkusclaude.message.WebFetchTool;
import io.github.quarkusclaude.message.WebSearchResult;
import io.github.quarkusclaude.message.WebSearchResults;
import io.github.quarkusclaude.message.WebSearchTool;

/** Tools that the API runs, or knows by heart. */
public final class ServerTools {

    private ServerTools() {
    }

    static Message search(ClaudeClient claude, String question) {
        // tag::search[]
        MessageRequest request = MessageRequest.builder()
                .tool(WebSearchTool.create()
                        .maxUses(3)
                        .allowedDomains("quarkus.io", "github.com")
                        .userLocation(UserLocation.of("Bern", null, "CH", "Europe/Zurich"))
                        .build())
                .tool(WebFetchTool.create().maxContentTokens(20_000).citations(true).build())
                .user(question)
                .build();
        // end::search[]
        return claude.generate(request);
    }

    static List<String> found(Message answer) {
        List<String> found = new ArrayList<>();
        // tag::results[]
        for (ServerToolCall call : answer.serverToolCalls()) {
            if (call.result() == null) {
                continue; // <1>
            }
            if (call.result().content() instanceof WebSearchResults pages) {
                for (WebSearchResult page : pages.results()) {
                    found.add(page.title() + " " + page.url());
                }
            } else if (call.result().content() instanceof ServerToolError error) {
                found.add(call.use().name() + " failed: " + error.errorCode());
            }
        }
        // end::results[]
        return found;
    }

    static MessageRequest code(String fileId) {
        // tag::code[]
        MessageRequest request = MessageRequest.builder()
                .tool(Tool.codeExecution())
                .container(Container.withSkills(Skill.anthropic("pptx")))
                .user(ContainerUploadBlock.of(fileId), TextBlock.of("Make slides of this table."))
                .build();
        // end::code[]
        return request;
    }

    static List<String> files(Message answer) {
        List<String> files = new ArrayList<>();
        // tag::files[]
        for (ServerToolCall call : answer.serverToolCalls()) {
            if (call.result() != null && call.result().content() instanceof CodeExecutionResult result
                    && result.content() != null) {
                for (CodeExecutionFile file : result.content()) {
                    files.add(file.fileId());
                }
            }
        }
        // end::files[]
        return files;
    }

    static MessageRequest again(MessageRequest request, Message answer) {
        // tag::container[]
        MessageRequest next = request.toBuilder()
                .assistant(answer)
                .user("Now with a title slide.")
                .container(answer.container() == null ? null : answer.container().reused())
                .build();
        // end::container[]
        return next;
    }

    static MessageRequest mcp(String token) {
        // tag::mcp[]
        MessageRequest request = MessageRequest.builder()
                .mcpServer(McpServer.of("tickets", "https://mcp.example.com").withAuthorizationToken(token))
                .tool(McpToolset.of("tickets")
                        .byDefault(ToolConfig.DISABLED)
                        .configure("search_tickets", ToolConfig.ENABLED)
                        .build())
                .user("Which tickets are urgent?")
                .build();
        // end::mcp[]
        return request;
    }

    static MessageRequest many(RawJson schema) {
        // tag::deferred[]
        MessageRequest request = MessageRequest.builder()
                .tool(Tool.toolSearchBm25())
                .tool(Tool.of("weather", "The current weather of a city", schema).withDeferLoading(true))
                .tool(Tool.of("calendar", "The appointments of a day", schema).withDeferLoading(true))
                .user("Do I need an umbrella on my way to the dentist?")
                .build();
        // end::deferred[]
        return request;
    }

    static MessageRequest browser() {
        // tag::toolset[]
        MessageRequest request = MessageRequest.builder()
                .tool(Toolset.browser().configure("javascript_exec", ToolConfig.DISABLED).build())
                .user("Book a table for two.")
                .build();
        // end::toolset[]
        return request;
    }
}
