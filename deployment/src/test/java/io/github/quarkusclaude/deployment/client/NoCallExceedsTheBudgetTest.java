package io.github.quarkusclaude.deployment.client;

import static io.github.quarkusclaude.deployment.client.Simulated.event;
import static io.github.quarkusclaude.deployment.client.Simulated.start;
import static io.github.quarkusclaude.deployment.client.Simulated.stop;
import static io.github.quarkusclaude.deployment.client.Simulated.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.error.BudgetExceededException;
import io.github.quarkusclaude.error.ClaudeException;
import io.github.quarkusclaude.error.TruncatedStreamException;
import io.github.quarkusclaude.error.UnknownPriceException;
import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.limits.BudgetStatus;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.ScriptedAnswer;
import io.github.quarkusclaude.simulator.StreamScript;
import io.github.quarkusclaude.stream.MessageStream;
import io.github.quarkusclaude.tool.ToolDefinition;
import io.github.quarkusclaude.tool.ToolResult;
import io.github.quarkusclaude.tool.ToolRunException;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.mutiny.subscription.Cancellable;

/** Calls are made as long as they fit into the budget, and count with what they have cost however they end. */
@Timeout(30)
class NoCallExceedsTheBudgetTest {

    private static final String ANSWER = answer("end_turn", "{\"type\":\"text\",\"text\":\"Yes\"}", 10);
    /** 100 tokens for 2 and 10 tokens for 10 dollars a million. */
    private static final String COST = "0.0003";
    /** One token of input, and the 1,000 tokens of output that may have been made. */
    private static final String COST_OF_A_BROKEN_STREAM = "0.010002";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Simulated.application()
            .overrideConfigKey("quarkus.claude.retry.max-retries", "0")
            .overrideConfigKey("quarkus.claude.budget.limit", "0.05")
            .overrideConfigKey("quarkus.claude.budget.period", "P1Y")
            .overrideConfigKey("quarkus.claude.model", "claude-sonnet-5-5")
            .overrideConfigKey("quarkus.claude.max-tokens", "1000");

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
    void anAnswerCountsWithItsCost() {
        simulator.script(ScriptedAnswer.message(ANSWER));

        claude.generate("Is it true?");

        expectSpent(COST);
        assertThat(claude.reactive().budget()).isEqualTo(claude.budget());
    }

    @Test
    void aRefusalCountsWithItsCost() {
        simulator.script(ScriptedAnswer.message(answer("refusal", "", 10)));

        claude.generate("Is it true?");

        expectSpent(COST);
    }

    @Test
    void aStreamCountsWithItsCost() {
        simulator.script(ScriptedAnswer.message(ANSWER));

        assertThat(claude.stream("Is it true?").finalMessage().text()).isEqualTo("Yes");

        expectSpent(COST);
    }

    @Test
    void whatMayCostTooMuchIsNotSent() {
        MessageRequest large = MessageRequest.builder().user("Tell me everything.").maxTokens(5_000).build();

        BudgetExceededException refusal = catchThrowableOfType(BudgetExceededException.class, () -> claude.generate(large));
        assertThatThrownBy(() -> claude.stream(large).finalMessage()).isInstanceOf(BudgetExceededException.class);

        assertThat(refusal.needed()).isBetween(new BigDecimal("0.05"), new BigDecimal("0.06"));
        assertThat(refusal.limit()).isEqualByComparingTo("0.05");
        assertThat(refusal.periodEnd()).isEqualTo(status().periodEnd());
        assertThat(simulator.requests()).isEmpty();
        expectSpent("0");
        simulator.script(ScriptedAnswer.message(ANSWER));
        assertThat(claude.generate("And in short?").text()).isEqualTo("Yes");
    }

    @Test
    void whatIsReservedIsNotThereForOthers() throws Exception {
        StreamScript open = new StreamScript();
        simulator.script(open);
        MessageRequest request = MessageRequest.builder().user("A story").maxTokens(4_000).build();
        try (MessageStream stream = claude.stream(request)) {
            open.started().get(10, TimeUnit.SECONDS);
            assertThat(status().reserved()).isGreaterThan(new BigDecimal("0.04"));

            assertThatThrownBy(() -> claude.generate("Hello")).isInstanceOfSatisfying(BudgetExceededException.class,
                    e -> assertThat(e.reserved()).isEqualTo(status().reserved()));
            open.send(start() + stop());
            stream.finalMessage();
        }

        // 1 token of input and 5 of output
        expectSpent("0.000052");
    }

    @Test
    void whatTheApiRefusesIsFree() {
        simulator.script(ScriptedAnswer.error(529, "overloaded_error", "Overloaded"),
                ScriptedAnswer.error(400, "invalid_request_error", "No"));

        assertThatThrownBy(() -> claude.generate("Hello")).isInstanceOf(ClaudeException.class);
        assertThatThrownBy(() -> claude.stream("Hello").finalMessage()).isInstanceOf(ClaudeException.class);

        expectSpent("0");
    }

    @Test
    void whatHasNotReachedTheApiIsFree() {
        int port = simulator.port();
        simulator.close();

        try (ClaudeClient alone = clients.builder().baseUrl("http://localhost:" + port).build()) {
            assertThatThrownBy(() -> alone.generate("Hello")).isInstanceOf(ClaudeException.class);
            assertThatThrownBy(() -> alone.stream("Hello").finalMessage()).isInstanceOf(ClaudeException.class);
            assertThat(alone.budget().orElseThrow().spent()).isEqualByComparingTo("0");
            assertThat(alone.budget().orElseThrow().reserved()).isEqualByComparingTo("0");
        }
    }

    @Test
    void anAnswerThatOnlyAProxyHasSeenCountsWithWhatWasReserved() {
        simulator.script(ScriptedAnswer.raw(502, "text/html", "<h1>Bad gateway</h1>".getBytes(StandardCharsets.UTF_8)));

        assertThatThrownBy(() -> claude.generate("Hello")).isInstanceOf(ClaudeException.class);

        assertThat(status().spent()).isBetween(new BigDecimal("0.012"), new BigDecimal("0.013"));
        assertThat(status().reserved()).isEqualByComparingTo("0");
    }

    @Test
    void aStreamThatBreaksOffCountsWithItsInputAndTheLongestAnswer() {
        StreamScript script = new StreamScript();
        simulator.script(script);
        script.send(start() + text("Once")).thenRun(script::abort);

        assertThatThrownBy(() -> claude.stream("A story").finalMessage()).isInstanceOf(TruncatedStreamException.class);

        expectSpent(COST_OF_A_BROKEN_STREAM);
    }

    @Test
    void anErrorInAStreamCountsInTheSameWay() {
        simulator.script(ScriptedAnswer.sse((start() + text("Once") + event("error",
                "\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}")).getBytes(StandardCharsets.UTF_8)));

        assertThatThrownBy(() -> claude.stream("A story").finalMessage()).isInstanceOf(ClaudeException.class);

        expectSpent(COST_OF_A_BROKEN_STREAM);
    }

    @Test
    void aCancelledStreamCountsInTheSameWay() throws Exception {
        StreamScript script = new StreamScript();
        simulator.script(script);
        script.send(start() + text("Once"));

        try (MessageStream stream = claude.stream("A story")) {
            assertThat(stream.text().findFirst()).hasValue("Once");
        }

        script.closedByClient().get(10, TimeUnit.SECONDS);
        expectSpent(COST_OF_A_BROKEN_STREAM);
    }

    @Test
    void aCancelledCallCountsWithWhatWasReserved() throws Exception {
        StreamScript silent = new StreamScript();
        simulator.script(silent);
        Cancellable call = claude.reactive().generate("A story").subscribe().with(message -> {
        });
        silent.started().get(10, TimeUnit.SECONDS);
        BigDecimal reserved = status().reserved();
        assertThat(reserved).isGreaterThan(new BigDecimal("0.01"));

        call.cancel();

        assertThat(status().spent()).isEqualTo(reserved);
        assertThat(status().reserved()).isEqualByComparingTo("0");
    }

    @Test
    void eachStepOfAToolRunCounts() {
        ToolDefinition noop = ToolDefinition.of("noop", "Does nothing",
                RawJson.of("{\"type\":\"object\",\"properties\":{}}"), call -> ToolResult.of("nothing"));
        String call = "{\"type\":\"tool_use\",\"id\":\"a\",\"name\":\"noop\",\"input\":{}}";
        simulator.script(ScriptedAnswer.message(answer("tool_use", call, 10)),
                ScriptedAnswer.message(answer("tool_use", call.replace("\"a\"", "\"b\""), 10)), ScriptedAnswer.message(ANSWER));

        claude.toolRunner().tools(noop).run("Go");
        expectSpent("0.0009");

        simulator.script(ScriptedAnswer.message(answer("tool_use", call, 4_000)));
        assertThatThrownBy(() -> claude.toolRunner().tools(noop).run("Go")).isInstanceOfSatisfying(ToolRunException.class,
                e -> assertThat(e.getCause()).isInstanceOf(BudgetExceededException.class));
        // 100 tokens of input and 4,000 of output more
        expectSpent("0.0411");
    }

    @Test
    void aModelWithoutPricesIsNotAsked() {
        MessageRequest request = MessageRequest.builder().model("my-model").user("Hello").build();

        assertThatThrownBy(() -> claude.generate(request)).isInstanceOf(UnknownPriceException.class)
                .hasMessageContaining("quarkus.claude.catalog.models.\"my-model\".prices");

        assertThat(simulator.requests()).isEmpty();
        expectSpent("0");
    }

    @Test
    void countingTokensIsFree() {
        claude.countTokens("Hello");

        expectSpent("0");
    }

    private BudgetStatus status() {
        return claude.budget().orElseThrow();
    }

    private void expectSpent(String usd) {
        assertThat(status().spent()).isEqualByComparingTo(usd);
        assertThat(status().reserved()).isEqualByComparingTo("0");
        assertThat(status().unpricedCalls()).isZero();
    }

    private static String answer(String stopReason, String block, int outputTokens) {
        return "{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"claude-sonnet-5-5\",\"content\":["
                + block + "],\"stop_reason\":\"" + stopReason + "\",\"stop_sequence\":null,"
                + "\"usage\":{\"input_tokens\":100,\"output_tokens\":" + outputTokens + "}}";
    }
}
