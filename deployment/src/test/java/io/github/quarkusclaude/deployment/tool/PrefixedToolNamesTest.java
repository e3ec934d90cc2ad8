package io.github.quarkusclaude.deployment.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.quarkusclaude.ReactiveClaudeClient;
import io.github.quarkusclaude.auth.ApiKey;
import io.github.quarkusclaude.auth.ApiKeyCredential;
import io.github.quarkusclaude.auth.AuthMethod;
import io.github.quarkusclaude.auth.FixedCredential;
import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.catalog.rules.BetaFeatures;
import io.github.quarkusclaude.catalog.rules.PromptCaching;
import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.limits.AdmissionSettings;
import io.github.quarkusclaude.limits.LimitState;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.Tool;
import io.github.quarkusclaude.message.ToolUseBlock;
import io.github.quarkusclaude.message.Unsupported;
import io.github.quarkusclaude.schema.InputTypes;
import io.github.quarkusclaude.schema.StructuredOutputs;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.tool.BeanTools;
import io.github.quarkusclaude.tool.ToolDefinition;
import io.github.quarkusclaude.tool.ToolResult;
import io.github.quarkusclaude.tool.ToolRun;
import io.github.quarkusclaude.tool.ToolRunners;
import io.github.quarkusclaude.transport.BaseUrl;
import io.github.quarkusclaude.transport.CallObservation;
import io.github.quarkusclaude.transport.CircuitBreakerSettings;
import io.github.quarkusclaude.transport.ClientSettings;
import io.github.quarkusclaude.transport.FallbackEnvironment;
import io.github.quarkusclaude.transport.FallbackSettings;
import io.github.quarkusclaude.transport.HttpOptions;
import io.github.quarkusclaude.transport.ReactiveApiClient;
import io.github.quarkusclaude.transport.RetrySettings;
import io.quarkus.proxy.ProxyConfigurationRegistry;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;

/** A client whose credential needs prefixed names sends them, and the application never sees them. */
class PrefixedToolNamesTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Scripts.application();

    private static final RawJson CITY = RawJson.of("""
            {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}
            """);
    private static final MessageRequest WEATHER = MessageRequest.builder().user("What is the weather in Bern?")
            .tool(Tool.of("weather", "The weather of a city", CITY)).build();

    @Inject
    ModelCatalog catalog;

    @Inject
    BetaFeatures betas;

    @Inject
    StructuredOutputs outputs;

    @Inject
    BeanTools beanTools;

    @Inject
    InputTypes inputTypes;

    @Inject
    Vertx vertx;

    @Inject
    TlsConfigurationRegistry tls;

    @Inject
    ProxyConfigurationRegistry proxies;

    private ClaudeSimulator simulator;
    private ReactiveClaudeClient claude;

    @BeforeEach
    void connect() {
        simulator = ClaudeSimulator.builder().start();
        ClientSettings settings = new ClientSettings(new FixedCredential(AuthMethod.OAUTH, "a test",
                new ApiKeyCredential(ApiKey.of(simulator.apiKey()), false, null)),
                BaseUrl.of(simulator.baseUrl()), "2026-10-21", null, null, null, null, Unsupported.ADAPT, PromptCaching.OFF,
                Map.of(), Duration.ofMinutes(1), Duration.ofSeconds(10), Duration.ofMinutes(1), 16, Duration.ofMinutes(1),
                false, Optional.empty(), Optional.empty(), null,
                new RetrySettings(0, Duration.ZERO, Duration.ZERO, 0),
                new CircuitBreakerSettings(false, 1, 1, Duration.ZERO, 1), new FallbackSettings(List.of(), Set.of()),
                new AdmissionSettings(true, 16, 0, Optional.empty()), 0);
        claude = new ReactiveApiClient(settings, catalog, betas, outputs, vertx, new HttpOptions(tls, proxies),
                new ToolRunners(catalog, beanTools, inputTypes, event -> {
                }, List.of()), new LimitState("<default>", Clock.systemUTC(), warning -> {
                }), null, new CallObservation("<default>", settings.baseUrl(), List.of(), vertx),
                new FallbackEnvironment("<default>", name -> null, event -> {
                }));
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void inAnAnswerInOnePiece() {
        expectPrefix(claude.generate(WEATHER).await().atMost(Duration.ofSeconds(30)));
    }

    @Test
    void inAStream() {
        expectPrefix(claude.stream(WEATHER).finalMessage().await().atMost(Duration.ofSeconds(30)));
    }

    @Test
    void throughoutARun() {
        ToolDefinition weather = ToolDefinition.of("weather", "The weather of a city", CITY, call -> ToolResult.of("Rain"));

        ToolRun run = claude.toolRunner().tools(weather).run("What is the weather in Bern?").await()
                .atMost(Duration.ofSeconds(30));

        assertThat(run.text()).contains("Rain");
        JsonNode last = simulator.requests().get(1).body();
        assertThat(last.path("messages").findValuesAsText("name")).containsOnly("mcp_weather");
        assertThat(run.answers().get(0).toolUses()).extracting(ToolUseBlock::name).containsExactly("weather");
        assertThat(run.request().tools()).extracting(Tool::name).containsExactly("weather");
    }

    private void expectPrefix(Message answer) {
        assertThat(simulator.requests().get(0).body().path("tools").findValuesAsText("name")).containsExactly("mcp_weather");
        assertThat(answer.toolUses()).extracting(ToolUseBlock::name).containsExactly("weather");
        assertThat(answer.toolUses().get(0).input().tree().path("city").asText()).isEqualTo("Bern");
    }
}
