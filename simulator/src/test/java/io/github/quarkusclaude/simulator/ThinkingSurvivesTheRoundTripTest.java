package io.github.quarkusclaude.simulator;

import static io.github.quarkusclaude.simulator.Api.ask;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

class ThinkingSurvivesTheRoundTripTest {

    private static final String REDACT = "ANTHROPIC_MAGIC_STRING_TRIGGER_REDACTED_THINKING_46C9A13E";

    private static ClaudeSimulator simulator;
    private static Api api;

    @BeforeAll
    static void start() {
        simulator = ClaudeSimulator.builder().start();
        api = new Api(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(strings = { "summarized", "omitted" })
    void unchangedThinkingIsTakenBack(String display) throws IOException {
        ObjectNode body = thinking("Explain tides", display);

        JsonNode answer = api.answer(followUp(body, api.answer(body)));

        assertThat(answer.path("stop_reason").asText()).isEqualTo("end_turn");
    }

    @Test
    void unchangedRedactedThinkingIsTakenBack() throws IOException {
        ObjectNode body = thinking(REDACT, "summarized");
        JsonNode first = api.answer(body);

        assertThat(first.at("/content/0/type").asText()).isEqualTo("redacted_thinking");
        api.answer(followUp(body, first));
    }

    @ParameterizedTest
    @CsvSource({ "thinking", "signature" })
    void alteredThinkingIsRefused(String field) throws IOException {
        ObjectNode body = thinking("Explain tides", "summarized");
        ObjectNode first = (ObjectNode) api.answer(body);
        ObjectNode block = (ObjectNode) first.at("/content/0");
        String original = block.path(field).asText();
        block.put(field, (original.startsWith("A") ? "B" : "A") + original.substring(1));

        assertThat(api.error(api.messages(followUp(body, first)), 400).path("message").asText())
                .isEqualTo("messages.1.content.0.signature: invalid signature in thinking block");
    }

    @Test
    void alteredRedactedThinkingIsRefused() throws IOException {
        ObjectNode body = thinking(REDACT, "summarized");
        ObjectNode first = (ObjectNode) api.answer(body);
        ((ObjectNode) first.at("/content/0")).put("data", "AAAA");

        assertThat(api.error(api.messages(followUp(body, first)), 400).path("message").asText())
                .isEqualTo("messages.1.content.0.data: invalid data in redacted_thinking block");
    }

    @Test
    void thinkingOfAnotherSeedIsRefused() throws IOException {
        ObjectNode body = thinking("Explain tides", "summarized");
        try (ClaudeSimulator other = ClaudeSimulator.builder().seed(99).start()) {
            JsonNode foreign = new Api(other).answer(body);

            api.error(api.messages(followUp(body, foreign)), 400);
            new Api(other).answer(followUp(body, foreign));
        }
    }

    @Test
    void thinkingOfAnotherModelIsTakenBack() throws IOException {
        ObjectNode body = thinking("Explain tides", "summarized");

        api.answer(followUp(body, api.answer(body)).put("model", "claude-opus-5"));
    }

    @Test
    void omittedThinkingIsEmptyButSignedAndCounted() throws IOException {
        JsonNode answer = api.answer(thinking("Explain tides", "omitted"));
        JsonNode shown = api.answer(thinking("Explain tides", "summarized"));

        assertThat(answer.at("/content/0/thinking").asText("-")).isEmpty();
        assertThat(answer.at("/content/0/signature").asText()).isBase64();
        assertThat(shown.at("/content/0/thinking").asText()).contains("Explain tides");
        assertThat(answer.at("/usage/output_tokens_details/thinking_tokens").asInt()).isPositive()
                .isEqualTo(shown.at("/usage/output_tokens_details/thinking_tokens").asInt())
                .isEqualTo((shown.at("/content/0/thinking").asText().length() + 3) / 4);
        assertThat(answer.at("/usage/output_tokens").asInt())
                .isEqualTo(answer.at("/usage/output_tokens_details/thinking_tokens").asInt()
                        + (answer.at("/content/1/text").asText().length() + 3) / 4);
    }

    @ParameterizedTest
    @CsvSource({
            "claude-opus-5, , , thinking",
            "claude-opus-5, , medium, text",
            "claude-opus-5, disabled, , text",
            "claude-opus-5, adaptive, low, thinking",
            "claude-opus-4-8, , , text",
            "claude-opus-4-8, adaptive, , thinking",
            "claude-sonnet-5-5, between_tools, , text",
    })
    void whetherThereIsThinkingDependsOnTheModelAndTheRequest(String model, String thinking, String effort, String first)
            throws IOException {
        ObjectNode body = ask(model, "Explain tides");
        if (thinking != null) {
            body.putObject("thinking").put("type", thinking);
        }
        if (effort != null) {
            body.putObject("output_config").put("effort", effort);
        }

        assertThat(api.answer(body).at("/content/0/type").asText()).isEqualTo(first);
    }

    @Test
    void theDefaultDisplayIsThatOfTheModel() throws IOException {
        assertThat(api.answer(adaptive("claude-opus-4-6")).at("/content/0/thinking").asText()).isNotEmpty();
        assertThat(api.answer(adaptive("claude-opus-4-7")).at("/content/0/thinking").asText("-")).isEmpty();
    }

    @Test
    void moreEffortMeansMoreThinking() throws IOException {
        assertThat(thinkingTokens("low")).isLessThan(thinkingTokens("high"));
        assertThat(thinkingTokens("high")).isLessThan(thinkingTokens("max"));
    }

    @Test
    void aTightLimitIsLeftToTheAnswer() throws IOException {
        JsonNode answer = api.answer(thinking("Explain tides", "summarized").put("max_tokens", 20));

        assertThat(answer.at("/content/0/type").asText()).isEqualTo("text");
    }

    private static int thinkingTokens(String effort) throws IOException {
        ObjectNode body = thinking("Explain tides", "omitted");
        body.putObject("output_config").put("effort", effort);
        return api.answer(body).at("/usage/output_tokens_details/thinking_tokens").asInt();
    }

    private static ObjectNode adaptive(String model) {
        ObjectNode body = ask(model, "Explain tides");
        body.putObject("thinking").put("type", "adaptive");
        return body;
    }

    private static ObjectNode thinking(String prompt, String display) {
        ObjectNode body = ask("claude-haiku-5-5", prompt);
        body.putObject("thinking").put("type", "adaptive").put("display", display);
        return body;
    }

    private static ObjectNode followUp(ObjectNode body, JsonNode answer) {
        ObjectNode next = body.deepCopy();
        ArrayNode messages = next.withArray("messages");
        messages.addObject().put("role", "assistant").set("content", answer.path("content"));
        messages.addObject().put("role", "user").put("content", "And why?");
        return next;
    }
}
