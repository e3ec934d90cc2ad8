package io.github.quarkusclaude.deployment.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.LogRecord;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.error.InvalidRequestException;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.ThinkingConfig;
import io.github.quarkusclaude.message.ThinkingLevel;
import io.github.quarkusclaude.message.Unsupported;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.RecordedRequest;
import io.quarkus.test.QuarkusUnitTest;

/** What a client sends fits the model of the request, and what cannot be fitted is not sent. */
class RequestsFitTheirModelTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Simulated.application()
            .overrideConfigKey("quarkus.claude.thinking-level", "low")
            .overrideConfigKey("quarkus.claude.prompt-caching", "five-minutes")
            .overrideConfigKey("quarkus.claude.headers.anthropic-beta", "mcp-client-2025-11-20")
            .overrideRuntimeConfigKey("ANTHROPIC_ENABLE_LONG_CONTEXT_BETA", "1")
            .setLogRecordPredicate(record -> record.getLoggerName().startsWith("io.github.quarkusclaude"))
            .assertLogRecords(records -> assertThat(records).extracting(LogRecord::getMessage)
                    .anyMatch(message -> message.contains("context-1m-2025-08-07 has no effect on claude-sonnet-5-5"))
                    .filteredOn(message -> message.contains("claude-opus-5-5 does not take temperature, so it is left out"))
                    .as("warnings of one client").hasSize(1));

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
    void parametersTheModelDoesNotTakeAreLeftOutWithOneWarning() {
        for (int i = 0; i < 3; i++) {
            claude.generate(MessageRequest.builder().model("claude-opus-5-5").temperature(0.2).user("Hello").build());
        }
        assertThat(simulator.requests()).hasSize(3).allSatisfy(request -> {
            assertThat(request.body().has("temperature")).isFalse();
            assertThat(request.header("anthropic-version")).contains("2026-10-21");
        });
    }

    @Test
    void aRequestThatFailsBringsNoWarningOfWhatItWouldHaveBecome() {
        assertThatThrownBy(() -> claude.generate(
                MessageRequest.builder().model("claude-opus-5-5").temperature(3.0).user("Hello").build()))
                .isInstanceOf(InvalidRequestException.class).hasMessageContaining("temperature is 3.0");
    }

    @Test
    void orTheRequestIsNotSent() {
        MessageRequest request = MessageRequest.builder().model("claude-opus-5-5").temperature(0.2).user("Hello").build();
        MessageRequest rejecting = request.toBuilder().options(request.options().withUnsupported(Unsupported.REJECT)).build();

        assertThatThrownBy(() -> claude.generate(rejecting)).isInstanceOf(InvalidRequestException.class)
                .hasMessageContainingAll("claude-opus-5-5", "temperature");
        assertThatThrownBy(() -> claude.stream(rejecting).finalMessage()).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> claude.countTokens(rejecting)).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> claude.reactive().generate(rejecting).await().atMost(Duration.ofSeconds(30)))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void theConfiguredLevelAndCachingFillIn() {
        claude.generate("Hello");
        claude.generate(MessageRequest.builder().thinkingLevel(ThinkingLevel.HIGH).user("Hello").build());
        claude.generate(MessageRequest.builder().thinking(ThinkingConfig.ADAPTIVE).user("Hello").build());

        assertThat(simulator.requests()).extracting(request -> request.body().at("/output_config/effort").asText())
                .containsExactly("low", "high", "");
        assertThat(simulator.requests()).extracting(request -> request.body().at("/cache_control/type").asText())
                .containsOnly("ephemeral");
    }

    @Test
    void betasAndHeadersOfARequestAreSentWithEveryKindOfCall() {
        MessageRequest plain = MessageRequest.builder().user("Hello").betas("thinking-token-count-2026-05-13")
                .additionalField("context_management", Map.of("edits", List.of())).build();
        MessageRequest request = plain.toBuilder().options(plain.options().withHeaders(Map.of("Anthropic-User-Profile-Id",
                "profile_1", "x-api-key", "not the credential"))).build();
        claude.generate(request);
        claude.stream(request).finalMessage();
        claude.countTokens(request);
        claude.generate("Hello");

        String betas = "mcp-client-2025-11-20,thinking-token-count-2026-05-13,context-management-2025-06-27";
        assertThat(simulator.requests()).extracting(recorded -> recorded.header("anthropic-beta").orElse(null))
                .containsExactly(betas, betas, betas, "mcp-client-2025-11-20");
        assertThat(simulator.requests()).extracting(recorded -> recorded.header("anthropic-user-profile-id").orElse(null))
                .containsExactly("profile_1", "profile_1", "profile_1", null);
        assertThat(simulator.requests()).extracting(RecordedRequest::headers).allSatisfy(
                headers -> assertThat(headers.get("x-api-key")).containsExactly(simulator.apiKey()));
    }
}
