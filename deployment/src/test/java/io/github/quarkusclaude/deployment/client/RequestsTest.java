package io.github.quarkusclaude.deployment.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.catalog.ModelInfo;
import io.github.quarkusclaude.error.NotFoundException;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.ThinkingConfig;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.RecordedRequest;
import io.quarkus.test.QuarkusUnitTest;

/** What travels to the API. */
class RequestsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Simulated.application()
            .overrideConfigKey("quarkus.claude.system", "Be brief.")
            .overrideConfigKey("quarkus.claude.headers.\"X-Team\"", "blue")
            .overrideConfigKey("quarkus.claude.headers.\"x-api-key\"", "not the credential");

    @Inject
    ClaudeClients clients;

    private ClaudeSimulator simulator;
    private ClaudeClient claude;

    @BeforeEach
    void connect() {
        simulator = ClaudeSimulator.builder().model("my-model").start();
        claude = Simulated.client(clients, simulator);
    }

    @AfterEach
    void close() {
        claude.close();
        simulator.close();
    }

    @Test
    void everyRequestHasTheHeadersOfTheApi() {
        claude.generate("Hello");
        claude.stream("Hello").finalMessage();
        claude.countTokens("Hello");
        claude.models();
        claude.model("claude-opus-5-5");

        assertThat(simulator.requests()).hasSize(5).allSatisfy(request -> {
            assertThat(request.header("anthropic-version")).contains("2026-10-21");
            assertThat(request.headers().get("user-agent")).singleElement().asString().matches("quarkus-claude/\\d+\\..+");
            assertThat(request.headers().get("x-api-key")).containsExactly(simulator.apiKey());
            assertThat(request.header("authorization")).isEmpty();
            assertThat(request.header("x-team")).contains("blue");
        });
        assertThat(simulator.requests()).extracting(request -> request.header("accept").orElse("")).containsExactly(
                "application/json", "text/event-stream", "application/json", "application/json", "application/json");
        assertThat(simulator.requests()).extracting(RecordedRequest::path).containsExactly("/v1/messages", "/v1/messages",
                "/v1/messages/count_tokens", "/v1/models", "/v1/models/claude-opus-5-5");
    }

    @Test
    void whatARequestLeavesOutComesFromConfigurationAndCatalogue() {
        claude.generate("Hello");

        assertThat(lastBody().path("model").asText()).isEqualTo("claude-sonnet-5-5");
        assertThat(lastBody().path("max_tokens").asInt()).isEqualTo(16_384);
        assertThat(lastBody().path("system").asText()).isEqualTo("Be brief.");
        assertThat(lastBody().has("stream")).isFalse();
    }

    @Test
    void whatARequestSaysHolds() {
        claude.stream(MessageRequest.builder().model("my-model").maxTokens(7).system("Be long.").user("Hello").stream(false)
                .build()).finalMessage();

        assertThat(lastBody().path("model").asText()).isEqualTo("my-model");
        assertThat(lastBody().path("max_tokens").asInt()).isEqualTo(7);
        assertThat(lastBody().path("system").asText()).isEqualTo("Be long.");
        assertThat(lastBody().path("stream").asBoolean()).isTrue();
    }

    @Test
    void samplingGoesUnderTheOldVersionToModelsThatTakeIt() {
        claude.generate(MessageRequest.builder().model("claude-haiku-4-5").temperature(0.2).user("Hello").build());
        assertThat(last().header("anthropic-version")).contains("2023-06-01");
        assertThat(lastBody().path("temperature").asDouble()).isEqualTo(0.2);

        claude.generate(MessageRequest.builder().model("claude-haiku-4-5").user("Hello").build());
        assertThat(last().header("anthropic-version")).contains("2026-10-21");
    }

    @Test
    void countingSendsOnlyWhatCounts() {
        int tokens = claude.countTokens(MessageRequest.builder().maxTokens(9).stopSequences(List.of("x"))
                .thinking(ThinkingConfig.ADAPTIVE).user("Hello").additionalField("metadata", java.util.Map.of()).build())
                .inputTokens();

        assertThat(tokens).isPositive();
        assertThat(lastBody().properties()).extracting(java.util.Map.Entry::getKey).containsExactlyInAnyOrder("model", "system",
                "messages", "thinking");
    }

    @Test
    void modelsOfAllPagesAreListed() {
        List<ModelInfo> models = claude.models();

        assertThat(models).extracting(ModelInfo::id).contains("claude-sonnet-5-5", "my-model").doesNotHaveDuplicates();
        assertThat(claude.model("claude-haiku-4-5").id()).isEqualTo("claude-haiku-4-5-20251001");
        assertThatThrownBy(() -> claude.model("gpt/../x")).isInstanceOf(NotFoundException.class);
    }

    private RecordedRequest last() {
        return simulator.requests().get(simulator.requests().size() - 1);
    }

    private com.fasterxml.jackson.databind.JsonNode lastBody() {
        return last().body();
    }
}
