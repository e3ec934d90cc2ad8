package io.github.quarkusclaude.service.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.junit.main.LaunchResult;
import io.quarkus.test.junit.main.QuarkusMainLauncher;
import io.quarkus.test.junit.main.QuarkusMainTest;

/** Thinking, beta features, and what a model does not take. */
@QuarkusMainTest
@TestProfile(WithKey.class)
class ModelOptionsTest extends SimulatedCommandLine {

    private static final String ADAPTIVE = "claude-sonnet-5-5";
    private static final String WITH_BUDGET = "claude-haiku-4-5";

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({ "--thinkingLevel, low, low", "--thinking-level, MAX, max" })
    void aLevelBecomesAnEffort(String option, String level, String effort, QuarkusMainLauncher launcher) {
        assertThat(launch(launcher, "generate", "-m", ADAPTIVE, option, level, "Hello").exitCode()).isZero();

        assertThat(lastBody().at("/thinking/type").asText()).isEqualTo("adaptive");
        assertThat(lastBody().at("/output_config/effort").asText()).isEqualTo(effort);
    }

    @ParameterizedTest
    @CsvSource({ "generate --thinking-level=minimal, 1280", "stream --think, 10000",
            "generate --thinking --thinkingBudget 2048, 2048", "stream --thinking --thinking-level low, 6400" })
    void aLevelOrABudgetBecomesABudget(String command, int budget, QuarkusMainLauncher launcher) {
        LaunchResult result = launch(launcher, (command + " -m " + WITH_BUDGET + " Hello").split(" "));

        assertThat(result.exitCode()).isZero();
        assertThat(lastBody().at("/thinking/type").asText()).isEqualTo("enabled");
        assertThat(lastBody().at("/thinking/budget_tokens").asInt()).isEqualTo(budget);
        assertThat(lastBody().path("max_tokens").asInt()).isGreaterThan(budget);
    }

    @Test
    void aTierThatDoesNotHaveAModelIsAnsweredByAnotherOne(QuarkusMainLauncher launcher) {
        LaunchResult result = launch(launcher, "generate", "--subscription-tier", "free", "-m", "claude-opus-5-5",
                "Say exactly: Hello");

        assertThat(result.exitCode()).isZero();
        assertThat(lastBody().path("model").asText()).isEqualTo("claude-haiku-5-5");
    }

    @ParameterizedTest
    @ValueSource(strings = { "generate", "stream" })
    void aModelThatIsGoneIsReplacedByTheNextOne(String command, QuarkusMainLauncher launcher) {
        LaunchResult result = launch(launcher, command, "-m", "claude-opus-4-1", "--fallback", "claude-opus-4-0", "--fallback",
                "claude-haiku-5-5", "--output", "json", "Say exactly: Hello");

        assertThat(result.exitCode()).isZero();
        assertThat(result.getOutput()).contains("\"model\":\"claude-haiku-5-5\"").doesNotContain("attempts");
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void theFailureOfTheModelThatWasAskedForIsTold(QuarkusMainLauncher launcher) {
        LaunchResult result = launch(launcher, "generate", "-m", "claude-opus-4-1", "--fallback", "claude-opus-4-0", "Hello");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.getErrorOutput()).contains("claude-opus-4-1");

        assertThat(launch(launcher, "generate", "--fallback", "two models", "Hello").exitCode()).isEqualTo(2);
    }

    @Test
    void aBudgetBecomesAdaptiveThinkingWhereThereAreNone(QuarkusMainLauncher launcher) {
        LaunchResult result = launch(launcher, "generate", "-m", ADAPTIVE, "--thinking", "Hello");

        assertThat(result.exitCode()).isZero();
        assertThat(lastBody().at("/thinking/type").asText()).isEqualTo("adaptive");
    }

    @Test
    void thinkingCanBeSwitchedOff(QuarkusMainLauncher launcher) throws IOException {
        Path request = Files.writeString(directory.resolve("request.json"), """
                {"thinking": {"type": "enabled", "budget_tokens": 2000},
                 "messages": [{"role": "user", "content": "Hello"}]}""");

        assertThat(launch(launcher, "generate", "-m", WITH_BUDGET, "--request", request.toString()).exitCode()).isZero();
        assertThat(lastBody().at("/thinking/budget_tokens").asInt()).isEqualTo(2000);

        launch(launcher, "generate", "-m", WITH_BUDGET, "--thinking-level", "none", "--request", request.toString());
        assertThat(lastBody().at("/thinking/type").asText("disabled")).isEqualTo("disabled");
    }

    @ParameterizedTest
    @ValueSource(strings = { "--thinking-level", "--thinking-budget many", "--unsupported maybe", "--enable-beta=perhaps" })
    void wrongValuesAreWrongUsage(String options, QuarkusMainLauncher launcher) {
        LaunchResult result = launch(launcher, ("generate Hello " + options).split(" "));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void theLevelsAreListedIfOneIsWrong(QuarkusMainLauncher launcher) {
        assertThat(errors(launch(launcher, "generate", "--thinking-level", "much", "Hello"))).containsExactly(
                "Error: Invalid value for option '--thinking-level': expected one of "
                        + "[none, minimal, low, medium, high, xhigh, max] but was 'much'",
                "Help: quarkus-claude generate --help");
    }

    @Test
    void aBudgetThatNoModelTakesIsRefused(QuarkusMainLauncher launcher) {
        LaunchResult result = launch(launcher, "generate", "-m", WITH_BUDGET, "--thinking-budget", "100", "Hello");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void betaFeaturesAreAskedFor(QuarkusMainLauncher launcher) {
        launch(launcher, "generate", "--beta", "context-management-2025-06-27", "--beta=compact-2026-01-12", "Hello");
        assertThat(lastRequest().header("anthropic-beta")).contains("context-management-2025-06-27,compact-2026-01-12");

        launch(launcher, "generate", "--enable-beta", "--beta", "compact-2026-01-12", "Hello");
        assertThat(lastRequest().header("anthropic-beta")).contains("compact-2026-01-12");

        launch(launcher, "generate", "--enable-beta=false", "--beta", "compact-2026-01-12", "Hello");
        assertThat(lastRequest().header("anthropic-beta")).isEmpty();
    }

    @Test
    void thePromptIsNotTakenForAValueOfEnableBeta(QuarkusMainLauncher launcher) {
        assertThat(launch(launcher, "generate", "--enable-beta", "Hello").exitCode()).isZero();
        assertThat(lastBody().at("/messages/0/content").asText()).isEqualTo("Hello");
    }

    @Test
    void anUnknownBetaFeatureIsRefused(QuarkusMainLauncher launcher) {
        LaunchResult result = launch(launcher, "generate", "--beta", "compact-2026-01-13", "Hello");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(errors(result)).singleElement().asString().contains("compact-2026-01-13", "did you mean \"compact-2026",
                "Correct --beta", "a newer one").doesNotContain("quarkus.claude");
        LaunchResult unlike = launch(launcher, "generate", "--beta=compact-2026-01-12, telepathy", "Hello");
        assertThat(unlike.exitCode()).isEqualTo(2);
        assertThat(errors(unlike)).singleElement().asString().contains("\"telepathy\" is not a known beta feature. Correct");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void whatAModelDoesNotTakeIsDroppedOrRefused(QuarkusMainLauncher launcher) {
        LaunchResult adapted = launch(launcher, "generate", "--temperature", "0.5", "--unsupported", "adapt", "Hello");
        assertThat(adapted.exitCode()).isZero();
        assertThat(lastBody().has("temperature")).isFalse();

        LaunchResult rejected = launch(launcher, "generate", "--temperature", "0.5", "--unsupported", "reject", "Hello");
        assertThat(rejected.exitCode()).isEqualTo(2);
        assertThat(errors(rejected)).singleElement().asString().contains("temperature");
        assertThat(server.requests()).hasSize(1);
    }
}
