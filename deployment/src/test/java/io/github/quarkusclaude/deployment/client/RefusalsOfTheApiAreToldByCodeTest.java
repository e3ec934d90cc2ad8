package io.github.quarkusclaude.deployment.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.error.ClaudeException;
import io.github.quarkusclaude.error.InvalidRequestException;
import io.github.quarkusclaude.error.NotFoundException;
import io.github.quarkusclaude.error.OverloadedException;
import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.message.BlockBinding;
import io.github.quarkusclaude.message.CompactionConfig;
import io.github.quarkusclaude.message.Container;
import io.github.quarkusclaude.message.ContentBlock;
import io.github.quarkusclaude.message.Conversation;
import io.github.quarkusclaude.message.ImageBlock;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.MessageRequestBuilder;
import io.github.quarkusclaude.message.ThinkingConfig;
import io.github.quarkusclaude.message.WebSearchTool;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.ScriptedAnswer;
import io.github.quarkusclaude.stream.MessageStream;
import io.quarkus.test.QuarkusUnitTest;

/** What only the server can know to be wrong arrives with the code of the API, and what it left out or changed is told. */
class RefusalsOfTheApiAreToldByCodeTest {

    private static final String MODEL = "claude-fable-5-1";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Simulated.application()
            .overrideConfigKey("quarkus.claude.retry.max-retries", "0");

    @Inject
    ClaudeClients clients;

    private ClaudeSimulator simulator;
    private ClaudeClient claude;

    @BeforeEach
    void connect() {
        simulator = ClaudeSimulator.builder().notEnrolledIn("advisor-tool-2026-03-01").start();
        claude = Simulated.client(clients, simulator);
    }

    @AfterEach
    void close() {
        claude.close();
        simulator.close();
    }

    @Test
    void aBetaTheOrganizationHasNoAccessTo() {
        MessageRequest request = MessageRequest.builder().user("Hello").betas("advisor-tool-2026-03-01").build();

        assertThatThrownBy(() -> claude.generate(request)).isInstanceOf(InvalidRequestException.class)
                .asInstanceOf(type(ClaudeException.class))
                .satisfies(refused -> assertThat(refused.code()).contains("organization_not_enrolled_in_beta"));
    }

    @Test
    void anUploadedImageThatIsTooLarge() {
        byte[] gif = { 'G', 'I', 'F', '8', '9', 'a', 0x41, 0x1f, 1, 0, 0, 0, 0 };
        String id = simulator.addFile("wide.gif", "image/gif", gif).id();
        MessageRequest request = MessageRequest.builder().user("Look", ImageBlock.ofFile(id)).build();

        assertThatThrownBy(() -> claude.generate(request)).isInstanceOf(InvalidRequestException.class)
                .asInstanceOf(type(ClaudeException.class)).satisfies(refused -> {
                    assertThat(refused.code()).contains("image_dimensions_too_large");
                    assertThat(refused.errorDetails().orElseThrow().toString()).contains("\"max_side_length_pixels\":8000");
                });
    }

    @Test
    void aContainerThatIsGone() {
        MessageRequest request = MessageRequest.builder().user("Hello").container(Container.of("container_gone")).build();

        assertThatThrownBy(() -> claude.generate(request)).isInstanceOf(NotFoundException.class)
                .hasMessageContaining("container_gone");
    }

    @Test
    void aSumThatCannotBeHadAtTheMoment() {
        simulator.script(ScriptedAnswer.error(529, "overloaded_error", "Later", "compaction_unavailable"));
        MessageRequest request = MessageRequest.builder().user("Hello").compaction(CompactionConfig.SUMMARIZE).build();

        assertThatThrownBy(() -> claude.generate(request)).isInstanceOf(OverloadedException.class)
                .asInstanceOf(type(ClaudeException.class))
                .satisfies(refused -> assertThat(refused.code()).contains("compaction_unavailable"));
    }

    @Test
    void thinkingThatNoLongerFitsIsRefusedOrReported() {
        Message answer = claude.generate(request("Explain tides").build());
        Conversation edited = Conversation.START.user("Explain winds").add(answer).user("And why?");

        assertThatThrownBy(() -> claude.generate(edited.applyTo(request()).build()))
                .isInstanceOf(InvalidRequestException.class).hasMessageContaining("messages.1.content.0");
        MessageRequest lenient = edited.applyTo(request()
                .thinking(ThinkingConfig.ADAPTIVE.withBlockBinding(BlockBinding.DROP_BLOCK))).build();
        RawJson report = RawJson.of("[{\"type\":\"thinking_dropped\",\"path\":\"messages.1.content.0\","
                + "\"reason\":\"prefix_binding_mismatch\"}]");
        assertThat(claude.generate(lenient).additionalFields()).containsEntry("input_transformations", report);
        assertThat(streamed(lenient).additionalFields())
                .containsEntry("input_transformations", report);
    }

    @Test
    void resultsThatWereLeftOutAreNotMissed() {
        Message answer = claude.generate(MessageRequest.builder().model("claude-opus-5").user("Search the web for tides")
                .tool(WebSearchTool.create().responseInclusion("excluded").build()).build());

        assertThat(answer.content()).extracting(ContentBlock::type).containsSubsequence("server_tool_use",
                "code_execution_tool_result", "text").doesNotContain("web_search_tool_result");
        assertThat(answer.serverToolCalls()).hasSize(1);
        assertThat(answer.usage().serverToolUse().webSearchRequests()).isEqualTo(1);
    }

    private Message streamed(MessageRequest request) {
        try (MessageStream stream = claude.stream(request)) {
            return stream.finalMessage();
        }
    }

    private static MessageRequestBuilder request(String text) {
        return request().user(text);
    }

    private static MessageRequestBuilder request() {
        return MessageRequest.builder().model(MODEL).maxTokens(2000).thinking(ThinkingConfig.ADAPTIVE);
    }
}
