package io.github.quarkusclaude.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.quarkusclaude.conformance.Program.Outcome;
import io.github.quarkusclaude.simulator.ClaudeSimulator;

/** The models of the guide think with budgets. A model nobody knows yet is taken for one that thinks adaptively. */
@ConformanceGroup(number = 11, promise = "What a thinking level becomes for each model, whole and streamed.", differs = {
        "levels have an effect. The guide promises it, its code had no budgets for them." })
class ThinkingIT extends Conformance {

    private static final String ADAPTIVE = "claude-of-tomorrow";
    private static final List<String> LEVELS = List.of("none", "minimal", "low", "medium", "high", "xhigh", "max");

    @Override
    ClaudeSimulator.Builder simulator() {
        return super.simulator().model(ADAPTIVE);
    }

    static Stream<Arguments> budgets() {
        List<Integer> budgets = List.of(1_280, 6_400, 19_200, 38_400, 57_600, 60_800);
        return Stream.of(SONNET_4, OPUS_4).flatMap(model -> LEVELS.stream().skip(1)
                .map(level -> Arguments.of(model, level, budgets.get(LEVELS.indexOf(level) - 1))));
    }

    @ParameterizedTest
    @MethodSource("budgets")
    void aBudgetForTheLevel(String model, String level, int budget) {
        JsonNode body = sent(model, level, 500);

        assertThat(body.path("thinking")).isEqualTo(Api.object("type", "enabled", "budget_tokens", budget));
        assertThat(body.path("max_tokens").asInt()).isEqualTo(budget + 500);
        assertThat(body.has("output_config")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({ "minimal, low", "low, low", "medium, medium", "high, high", "xhigh, xhigh", "max, max" })
    void anEffortForTheLevel(String level, String effort) {
        JsonNode body = sent(ADAPTIVE, level, 500);

        assertThat(body.at("/thinking/type").asText()).isEqualTo("adaptive");
        assertThat(body.at("/output_config/effort").asText()).isEqualTo(effort);
        assertThat(body.path("max_tokens").asInt()).isEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource({ "claude-sonnet-4-20250514, ''", "claude-opus-4-20250514, ''", "claude-of-tomorrow, low" })
    void noThinking(String model, String effort) {
        JsonNode body = sent(model, "none", 500);

        assertThat(body.at("/thinking/type").asText("disabled")).isIn("", "disabled");
        assertThat(body.at("/output_config/effort").asText()).isEqualTo(effort);
        assertThat(body.path("max_tokens").asInt()).isEqualTo(500);
    }

    static Stream<Arguments> withoutThinking() {
        return Stream.of(HAIKU_3, HAIKU_35, SONNET_35, OPUS_3)
                .flatMap(model -> LEVELS.stream().map(level -> Arguments.of(model, level)));
    }

    @ParameterizedTest
    @MethodSource("withoutThinking")
    void aModelThatDoesNotThinkIsNotAskedTo(String model, String level) {
        JsonNode body = sent(model, level, 500);

        assertThat(body.has("thinking")).isFalse();
        assertThat(body.has("output_config")).isFalse();
        assertThat(body.path("max_tokens").asInt()).isEqualTo(500);
    }

    /** What is sent, which does not depend on the way it is asked for. */
    private JsonNode sent(String model, String level, int maxTokens) {
        ObjectNode question = ask("model", model, "max_tokens", maxTokens).put("thinkingLevel", level);
        String client = client();
        assertThat(api().post(client + "/generate", question).path("failure").path("message").asText()).isEmpty();
        ObjectNode body = (ObjectNode) lastBody();
        assertThat(api().post(client + "/stream", question).path("failure").path("message").asText()).isEmpty();
        ObjectNode streamed = (ObjectNode) lastBody();
        assertThat(streamed.remove("stream").asBoolean()).isTrue();
        body.remove("stream");
        assertThat(streamed).isEqualTo(body);
        return body;
    }

    @ParameterizedTest
    @CsvSource({ "max, 60000", "high, 63999", "xhigh, 1", "minimal, 64000" })
    void budgetAndAnswerFitIntoTheLongestOutput(String level, int maxTokens) {
        JsonNode body = sent(SONNET_4, level, maxTokens);

        assertThat(body.at("/thinking/budget_tokens").asInt()).isGreaterThanOrEqualTo(1_024)
                .isLessThan(body.path("max_tokens").asInt());
        assertThat(body.path("max_tokens").asInt()).isLessThanOrEqualTo(64_000);
    }

    @Test
    void aBudgetThatIsGivenWinsOverALevel() {
        ObjectNode question = ask("model", SONNET_4, "max_tokens", 4_000, "thinking",
                Api.object("type", "enabled", "budget_tokens", 2_000)).put("thinkingLevel", "max");

        api().post(client() + "/generate", question);

        assertThat(lastBody().at("/thinking/budget_tokens").asInt()).isEqualTo(2_000);
    }

    @Test
    void theCommandLineWarnsOnceAndAnswers() {
        Outcome ignored = program.run("generate", "--model", SONNET_35, "--thinking-level", "high", "Say exactly: hi");
        assertThat(ignored.out().strip()).isEqualTo("hi");
        assertThat(lastBody().has("thinking")).isFalse();
        assertThat(ignored.err().lines()).singleElement().asString().contains("WARN", SONNET_35);

        for (String option : List.of("--thinking-level", "--thinkingLevel")) {
            program.run("stream", "-m", OPUS_4, option, "low", "Hello");
            assertThat(lastBody().at("/thinking/budget_tokens").asInt()).isEqualTo(6_400);
        }
        program.run("generate", "-m", SONNET_4, "--thinking", "Hello");
        assertThat(lastBody().at("/thinking/budget_tokens").asInt()).isEqualTo(10_000);
        program.run("generate", "-m", SONNET_4, "--thinkingBudget", "5000", "Hello");
        assertThat(lastBody().at("/thinking/budget_tokens").asInt()).isEqualTo(5_000);
        assertThat(program.run("generate", "--thinking-level", "deep", "Hello").exitCode()).isEqualTo(2);
    }
}
