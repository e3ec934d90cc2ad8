package io.github.quarkusclaude.simulator;

import static io.github.quarkusclaude.simulator.Api.ask;
import static io.github.quarkusclaude.simulator.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

class RefusalsTellWhyTest {

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

    private static final String TRIGGER = "ANTHROPIC_MAGIC_STRING_TRIGGER_REFUSAL";

    @ParameterizedTest
    @CsvSource({ "'', ", "_CYBER, cyber", "_BIO, bio", "_FRONTIER_LLM, frontier_llm",
            "_REASONING_EXTRACTION, reasoning_extraction", "_GENERAL_HARMS, general_harms", "_1FAEFB61, " })
    void theCategoryIsOrderedWithThePrompt(String suffix, String category) throws IOException {
        JsonNode answer = api.answer(ask(TRIGGER + suffix));

        assertThat(answer.path("stop_reason").asText()).isEqualTo("refusal");
        assertThat(answer.at("/stop_details/type").asText()).isEqualTo("refusal");
        assertThat(answer.at("/stop_details/category").asText(null)).isEqualTo(category);
        assertThat(answer.at("/stop_details/fallback_credit_token").isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
            "'default'                   | claude-opus-4-8",
            "[{'model':'claude-opus-5'}] | claude-opus-5",
    })
    void anotherModelAnswersIfTheRequestAllowsIt(String fallbacks, String model) throws IOException {
        ObjectNode body = ask("claude-fable-5-1", TRIGGER);
        body.setAll(json("{'fallbacks':" + fallbacks + "}"));
        Api beta = new Api(simulator).header("anthropic-beta", "server-side-fallback-2026-07-01");

        JsonNode answer = beta.answer(body);

        assertThat(answer.path("model").asText()).isEqualTo(model);
        assertThat(answer.path("stop_reason").asText()).isEqualTo("end_turn");
        JsonNode fallback = answer.at("/content/0");
        assertThat(fallback.path("type").asText()).isEqualTo("fallback");
        assertThat(fallback.at("/from/model").asText()).isEqualTo("claude-fable-5-1");
        assertThat(fallback.at("/to/model").asText()).isEqualTo(model);
        assertThat(answer.at("/usage/iterations")).extracting(iteration -> iteration.path("type").asText())
                .containsExactly("message", "fallback_message");
        assertThat(answer.at("/usage/iterations/1/model").asText()).isEqualTo(model);

        List<Event> events = beta.stream(body);
        assertThat(events.get(0).data().at("/message/model").asText()).isEqualTo("claude-fable-5-1");
        assertThat(Event.accumulate(events).path("content")).isEqualTo(answer.path("content"));
    }

    @Test
    void aRefusalCanBePaidBack() throws IOException {
        Api beta = new Api(simulator).header("anthropic-beta", "fallback-credit-2026-07-01");
        JsonNode refused = beta.answer(ask(TRIGGER));
        String token = refused.at("/stop_details/fallback_credit_token").asText();

        assertThat(beta.answer(ask("Hello").put("fallback_credit_token", token)).at("/usage/fallback_credit/status").asText())
                .isEqualTo("redeemed");
        assertThat(beta.answer(ask("Hello").put("fallback_credit_token", "x")).at("/usage/fallback_credit/status/not_applied")
                .isObject()).isTrue();
    }
}
