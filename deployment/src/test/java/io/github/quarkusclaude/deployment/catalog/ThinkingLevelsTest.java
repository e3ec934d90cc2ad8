package io.github.quarkusclaude.deployment.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.catalog.rules.PromptCaching;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.MessageRequestBuilder;
import io.github.quarkusclaude.message.OutputConfig;
import io.github.quarkusclaude.message.ThinkingConfig;
import io.github.quarkusclaude.message.ThinkingLevel;
import io.github.quarkusclaude.message.Unsupported;
import io.github.quarkusclaude.runtime.catalog.CatalogProfile;

/** The table of thinking levels holds: a share of the longest output, or an effort. */
class ThinkingLevelsTest {

    private static final ModelCatalog CLASSIC = Catalogs.of(CatalogProfile.CLASSIC);

    @ParameterizedTest
    @CsvSource({
            "claude-sonnet-4-20250514, MINIMAL, 1280", "claude-sonnet-4-20250514, LOW, 6400",
            "claude-sonnet-4-20250514, MEDIUM, 19200", "claude-sonnet-4-20250514, HIGH, 38400",
            "claude-sonnet-4-20250514, XHIGH, 57600", "claude-sonnet-4-20250514, MAX, 60800",
            "claude-opus-4-20250514, MINIMAL, 1024", "claude-opus-4-20250514, LOW, 3200",
            "claude-opus-4-20250514, MEDIUM, 9600", "claude-opus-4-20250514, HIGH, 19200" })
    void budgets(String model, ThinkingLevel level, int budget) {
        MessageRequest sent = send(Prepared.CURRENT, level(model, level).maxTokens(500).build());
        assertThat(sent.thinking()).isEqualTo(ThinkingConfig.enabled(budget));
        assertThat(sent.maxTokens()).isEqualTo(budget + 500);
        assertThat(sent.outputConfig()).isNull();
    }

    @ParameterizedTest
    @CsvSource({ "claude-sonnet-4-20250514, HIGH, 38400", "claude-opus-4-20250514, MINIMAL, 1280",
            "claude-opus-4-20250514, LOW, 6400", "claude-opus-4-20250514, HIGH, 38400" })
    void budgetsOfTheClassicCatalogue(String model, ThinkingLevel level, int budget) {
        assertThat(send(CLASSIC, level(model, level).maxTokens(500).build()).thinking())
                .isEqualTo(ThinkingConfig.enabled(budget));
    }

    @ParameterizedTest
    @CsvSource({ "claude-sonnet-5-5, MINIMAL, low", "claude-sonnet-5-5, LOW, low", "claude-sonnet-5-5, MEDIUM, medium",
            "claude-sonnet-5-5, HIGH, high", "claude-sonnet-5-5, XHIGH, xhigh", "claude-sonnet-5-5, MAX, max",
            "claude-opus-4-6, XHIGH, high", "claude-opus-4-6, MAX, max", "claude-of-tomorrow, HIGH, high" })
    void efforts(String model, ThinkingLevel level, String effort) {
        MessageRequest sent = send(Prepared.CURRENT, level(model, level).maxTokens(500).build());
        assertThat(sent.thinking()).isEqualTo(ThinkingConfig.ADAPTIVE);
        assertThat(sent.outputConfig()).isEqualTo(OutputConfig.effort(effort));
        assertThat(sent.maxTokens()).isEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource({ "claude-opus-4-8, disabled,", "claude-haiku-5-5, disabled,", "claude-sonnet-4-5, disabled,",
            "claude-sonnet-5-5,, low", "claude-opus-5-5,, low", "claude-opus-4-1,,", "claude-of-tomorrow,, low",
            "claude-3-5-sonnet-20241022,," })
    void none(String model, String thinking, String effort) {
        MessageRequest sent = send(Prepared.CURRENT, level(model, ThinkingLevel.NONE).build());
        assertThat(sent.thinking() == null ? null : sent.thinking().type()).isEqualTo(thinking);
        assertThat(sent.outputConfig() == null ? null : sent.outputConfig().effort()).isEqualTo(effort);
    }

    @Test
    void aModelThatDoesNotThinkIsNotAskedTo() {
        assertThat(send(CLASSIC, level("claude-3-5-sonnet-20241022", ThinkingLevel.HIGH).build()).thinking()).isNull();
    }

    @Test
    void theAnswerKeepsARoomOfItsOwn() {
        MessageRequest all = send(Prepared.CURRENT, level("claude-sonnet-4-5", ThinkingLevel.MAX).maxTokens(60_000).build());
        assertThat(all.maxTokens()).isEqualTo(64_000);
        assertThat(all.thinking().budgetTokens()).isEqualTo(60_800);
    }

    @Test
    void anExplicitBudgetWinsOverALevel() {
        MessageRequest sent = send(Prepared.CURRENT,
                level("claude-sonnet-4-5", ThinkingLevel.MAX).thinking(ThinkingConfig.enabled(2_000)).build());
        assertThat(sent.thinking()).isEqualTo(ThinkingConfig.enabled(2_000));
        assertThat(sent.maxTokens()).isEqualTo(18_384);
    }

    @Test
    void anExplicitEffortWinsOverALevel() {
        MessageRequest sent = send(Prepared.CURRENT,
                level("claude-sonnet-5-5", ThinkingLevel.LOW).outputConfig(OutputConfig.effort("max")).build());
        assertThat(sent.outputConfig().effort()).isEqualTo("max");
    }

    @Test
    void aBudgetBecomesTheEffortThatComesNearest() {
        MessageRequest sent = send(Prepared.CURRENT, MessageRequest.builder().model("claude-sonnet-5-5").user("Hello")
                .thinking(ThinkingConfig.enabled(40_000).withDisplay("summarized")).build());
        assertThat(sent.thinking()).isEqualTo(ThinkingConfig.ADAPTIVE.withDisplay("summarized"));
        assertThat(sent.outputConfig().effort()).isEqualTo("high");
    }

    @Test
    void theConfiguredLevelHoldsForRequestsThatDoNotSay() {
        MessageRequest request = MessageRequest.builder().model("claude-sonnet-5-5").user("Hello").build();
        assertThat(Prepared.with(Prepared.CURRENT, Unsupported.ADAPT, ThinkingLevel.MEDIUM, PromptCaching.OFF)
                .prepare(request).body().outputConfig().effort()).isEqualTo("medium");
    }

    private static MessageRequestBuilder level(String model, ThinkingLevel level) {
        return MessageRequest.builder().model(model).user("Hello").thinkingLevel(level);
    }

    private static MessageRequest send(ModelCatalog catalog, MessageRequest request) {
        return Prepared.with(catalog, Unsupported.ADAPT, null, PromptCaching.OFF).prepare(request).body();
    }
}
