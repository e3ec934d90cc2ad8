package io.github.quarkusclaude.deployment.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.github.quarkusclaude.catalog.Capabilities;
import io.github.quarkusclaude.catalog.ClaudeModel;
import io.github.quarkusclaude.catalog.ConditionalSupport;
import io.github.quarkusclaude.catalog.Effort;
import io.github.quarkusclaude.catalog.EffortRules;
import io.github.quarkusclaude.catalog.ForcedToolChoice;
import io.github.quarkusclaude.catalog.Lifecycle;
import io.github.quarkusclaude.catalog.Limits;
import io.github.quarkusclaude.catalog.LongPromptPrices;
import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.catalog.ModelStatus;
import io.github.quarkusclaude.catalog.Prices;
import io.github.quarkusclaude.catalog.SubscriptionTier;
import io.github.quarkusclaude.catalog.Support;
import io.github.quarkusclaude.catalog.ThinkingDefault;
import io.github.quarkusclaude.catalog.ThinkingDisplay;
import io.github.quarkusclaude.catalog.ThinkingRules;
import io.github.quarkusclaude.catalog.TokenPrices;
import io.github.quarkusclaude.runtime.catalog.CatalogProfile;
import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * What an application configures about a model holds, and everything else stays as the catalogue has it.
 */
class ModelOverridesTest {

    private static final String NEW = "quarkus.claude.catalog.models.\"claude-haiku-9.5\".";
    private static final String SONNET = "quarkus.claude.catalog.models.\"claude-sonnet-5-5\".";

    private final ModelCatalog shipped = Catalogs.of(CatalogProfile.CURRENT);

    @Test
    void everyFieldCanBeSet() {
        ModelCatalog catalog = current(Map.ofEntries(
                set("display-name", "Claude Haiku 9.5"), set("line", "haiku"), set("aliases", "h9,fast-one"),
                set("wire-id", "vendor/haiku"), set("restricted", "true"), set("status", "deprecated"),
                set("legacy", "true"), set("released", "2026-01-01"), set("deprecated", "2026-02-01"),
                set("retires", "2027-01-01"), set("retires-not-before", "2026-12-01"),
                set("replacement", "claude-haiku-5-5"), set("max-input-tokens", "1000"), set("max-tokens", "500"),
                set("max-tokens-batch", "800"), set("cache-minimum-tokens", "64"), set("image-input", "true"),
                set("pdf-input", "false"), set("tool-use", "true"), set("structured-outputs", "false"),
                set("streaming", "true"), set("system-messages", "false"), set("prefill", "true"),
                set("sampling-parameters", "false"), set("forced-tool-choice", "without_manual_thinking"),
                set("inference-geo", "true"), set("older-computer-tools", "false"),
                set("thinking.enabled", "true"), set("thinking.adaptive", "false"),
                set("thinking.disabled", "up-to-high-effort"), set("thinking.between-tools", "no"),
                set("thinking.when-omitted", "adaptive"), set("thinking.display", "omitted"),
                set("effort.levels", "high,low"), set("effort.default", "low"), set("prices.input", "1.10"),
                set("prices.output", "2"), set("prices.cache-write-5m", "3"), set("prices.cache-write-1h", "4"),
                set("prices.cache-read", "0.01"), set("prices.batch-factor", "0.5"),
                set("prices.long-prompt.over-tokens", "200"), set("prices.long-prompt.input", "7"),
                set("prices.fast.output", "9")));

        assertThat(catalog.model("claude-haiku-9.5")).hasValue(new ClaudeModel("claude-haiku-9.5", "Claude Haiku 9.5",
                "haiku", List.of("h9", "fast-one"), "vendor/haiku", true,
                new Lifecycle(ModelStatus.DEPRECATED, true, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1),
                        LocalDate.of(2027, 1, 1), LocalDate.of(2026, 12, 1), "claude-haiku-5-5"),
                new Limits(1000, 500, 800, 64),
                new Capabilities(Support.YES, Support.NO, Support.YES, Support.NO, Support.YES, Support.NO, Support.YES,
                        Support.NO, ForcedToolChoice.WITHOUT_MANUAL_THINKING, Support.YES, Support.NO),
                new ThinkingRules(Support.YES, Support.NO, ConditionalSupport.UP_TO_HIGH_EFFORT, ConditionalSupport.NO,
                        ThinkingDefault.ADAPTIVE, ThinkingDisplay.OMITTED),
                new EffortRules(Support.YES, List.of(Effort.LOW, Effort.HIGH), Effort.LOW),
                new Prices(prices("1.1", "2", "3", "4", "0.01"),
                        new LongPromptPrices(200, new TokenPrices(new BigDecimal("7"), null, null, null, null)),
                        new TokenPrices(null, new BigDecimal("9"), null, null, null), new BigDecimal("0.5"))));
        assertThat(catalog.wireId("fast-one")).isEqualTo("vendor/haiku");
    }

    @Test
    void anAddedModelIsActiveAndOtherwiseUnknown() {
        ModelCatalog catalog = current(Map.ofEntries(set("display-name", "Haiku 9.5"), set("line", "haiku")));
        assertThat(catalog.model("claude-haiku-9.5"))
                .hasValue(ClaudeModel.named("claude-haiku-9.5", "Haiku 9.5", "haiku"));
        assertThat(catalog.tierPolicy(SubscriptionTier.FREE).allows("claude-haiku-9.5")).isTrue();
        assertThat(catalog.models()).startsWith(shipped.models().toArray(new ClaudeModel[0]));
        // without a release date nobody can say that it is newer
        assertThat(catalog.getLatestModelsByFamily()).isEqualTo(shipped.getLatestModelsByFamily());
    }

    @Test
    void addedModelsComeInTheOrderOfTheirIds() {
        String prefix = "quarkus.claude.catalog.models.";
        ModelCatalog catalog = current(Map.of(prefix + "zz.display-name", "Z", prefix + "zz.line", "z",
                prefix + "mm.display-name", "M", prefix + "mm.line", "m", prefix + "aa.display-name", "A",
                prefix + "aa.line", "a"));
        assertThat(catalog.models().subList(shipped.models().size(), catalog.models().size()))
                .extracting(ClaudeModel::id).containsExactly("aa", "mm", "zz");
    }

    @Test
    void aNewerModelBecomesTheDefaultOfTheTiersOfItsLine() {
        ModelCatalog catalog = current(Map.ofEntries(set("display-name", "Haiku 9.5"), set("line", "haiku"),
                set("released", "2026-11-20")));
        assertThat(catalog.getLatestModelsByFamily()).containsEntry("haiku", "claude-haiku-9.5");
        assertThat(catalog.tierPolicy(SubscriptionTier.FREE).defaultModel()).isEqualTo("claude-haiku-9.5");
    }

    @Test
    void oneFieldChangesAndTheRestStays() {
        ClaudeModel before = shipped.model("claude-sonnet-5-5").orElseThrow();
        ClaudeModel after = current(Map.of(SONNET + "max-tokens", "64000")).model("claude-sonnet-5-5").orElseThrow();
        assertThat(after.limits()).isEqualTo(new Limits(1_000_000, 64_000, 300_000, null));
        assertThat(after).usingRecursiveComparison().ignoringFields("limits").isEqualTo(before);
    }

    @Test
    void onePriceChangesAndTheRestStays() {
        Prices before = shipped.model("claude-haiku-5-5").orElseThrow().prices();
        Prices after = current(Map.of("quarkus.claude.catalog.models.claude-haiku-5-5.prices.long-prompt.output", "2"))
                .model("claude-haiku-5-5").orElseThrow().prices();
        assertThat(after.longPrompt()).isEqualTo(new LongPromptPrices(100_000, prices("0.5", "2", "0.625", "1", "0.05")));
        assertThat(after.standard()).isEqualTo(before.standard());
        assertThat(after.fast()).isNull();
    }

    @Test
    void effortCanBeTakenAway() {
        ClaudeModel model = current(Map.of(SONNET + "effort.supported", "false")).model("claude-sonnet-5-5").orElseThrow();
        assertThat(model.effort()).isEqualTo(EffortRules.NONE);
    }

    @Test
    void dataForAListedModelTakesItOffTheList() {
        String prefix = "quarkus.claude.catalog.models.claude-opus-4-5-20251101.";
        ModelCatalog catalog = Catalogs.with(CatalogProfile.CLASSIC,
                Map.of(prefix + "display-name", "Claude Opus 4.5", prefix + "line", "opus"));
        assertThat(catalog.model("claude-opus-4-5-20251101")).isPresent();
        assertThat(catalog.listedIds()).hasSize(5).doesNotContain("claude-opus-4-5-20251101");
        assertThat(catalog.tierPolicy(SubscriptionTier.MAX).allows("claude-opus-4-5-20251101")).isTrue();
    }

    @Test
    void aMistakeIsReportedByPropertyName() {
        assertThatThrownBy(() -> current(Map.of(SONNET + "max-tokens", "2000000", NEW + "wire-id", "x")))
                .asInstanceOf(type(ConfigurationException.class))
                .satisfies(e -> assertThat(e.getConfigKeys()).containsExactly(NEW + "display-name", NEW + "line",
                        SONNET + "max-tokens"))
                .satisfies(e -> assertThat(e).hasMessageContainingAll("- " + SONNET + "max-tokens is 2000000, more than",
                        "- " + NEW + "display-name is missing", "- " + NEW + "line is missing"));
    }

    @Test
    void anAliasIsNotAModelToAdd() {
        String alias = "quarkus.claude.catalog.models.\"claude-haiku-4-5\"";
        assertThatThrownBy(() -> current(Map.of(alias + ".display-name", "x", alias + ".line", "haiku")))
                .hasMessageContaining(
                        "- " + alias + " takes the name \"claude-haiku-4-5\", an alias of model \"claude-haiku-4-5-20251001\"");
    }

    @Test
    void aTierMustNotLoseItsLastActiveModel() {
        assertThatThrownBy(() -> current(Map.of("quarkus.claude.catalog.models.claude-haiku-5-5.status", "deprecated",
                "quarkus.claude.catalog.models.claude-haiku-4-5-20251001.status", "deprecated")))
                .hasMessageContaining("tiers.free.lines has \"haiku\", a line without an active model");
    }

    @Test
    void theDefaultModelMustNotBeDeprecated() {
        assertThatThrownBy(() -> current(Map.of(SONNET + "status", "deprecated")))
                .hasMessageContaining("- " + SONNET + "status is deprecated; the default model of the catalogue");
    }

    @Test
    void theDefaultModelMustOutliveTheBuild() {
        Map<String, String> ending = Map.of(SONNET + "retires", "2027-03-01");
        assertThat(Catalogs.on(LocalDate.of(2027, 2, 28), CatalogProfile.CURRENT, ending)).isNotNull();
        assertThatThrownBy(() -> Catalogs.on(LocalDate.of(2027, 3, 1), CatalogProfile.CURRENT, ending))
                .hasMessageContaining("- " + SONNET + "retires is 2027-03-01, which has come");
    }

    @Test
    void theClassicDefaultMayBeOver() {
        assertThat(Catalogs.with(CatalogProfile.CLASSIC,
                Map.of("quarkus.claude.catalog.models.claude-3-5-sonnet-20241022.status", "retired"))).isNotNull();
    }

    private static ModelCatalog current(Map<String, String> properties) {
        return Catalogs.with(CatalogProfile.CURRENT, properties);
    }

    private static Map.Entry<String, String> set(String key, String value) {
        return Map.entry(NEW + key, value);
    }

    private static TokenPrices prices(String input, String output, String write5m, String write1h, String read) {
        return new TokenPrices(new BigDecimal(input), new BigDecimal(output), new BigDecimal(write5m),
                new BigDecimal(write1h), new BigDecimal(read));
    }
}
