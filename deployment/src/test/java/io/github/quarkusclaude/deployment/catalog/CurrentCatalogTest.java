package io.github.quarkusclaude.deployment.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.github.quarkusclaude.catalog.Capability;
import io.github.quarkusclaude.catalog.ClaudeModel;
import io.github.quarkusclaude.catalog.ConditionalSupport;
import io.github.quarkusclaude.catalog.Effort;
import io.github.quarkusclaude.catalog.ForcedToolChoice;
import io.github.quarkusclaude.catalog.ModelAccess;
import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.catalog.ModelStatus;
import io.github.quarkusclaude.catalog.Prices;
import io.github.quarkusclaude.catalog.SubscriptionTier;
import io.github.quarkusclaude.catalog.Support;
import io.github.quarkusclaude.runtime.catalog.CatalogProfile;

/**
 * What applications rely on in the catalogue of today's API, whatever models it will have.
 */
class CurrentCatalogTest {

    private final ModelCatalog catalog = Catalogs.of(CatalogProfile.CURRENT);
    private final ModelAccess access = new ModelAccess(catalog);

    @Test
    void theDefaultModelHasAFuture() {
        ClaudeModel model = catalog.defaultModel();
        assertThat(model.id()).isEqualTo("claude-sonnet-5-5");
        assertThat(model.lifecycle().status()).isEqualTo(ModelStatus.ACTIVE);
        assertThat(model.lifecycle().isOverOn(LocalDate.now())).isFalse();
    }

    @Test
    void theLatestModelOfALineIsActiveAndOpenToEverybody() {
        assertThat(catalog.getLatestModelsByFamily()).containsOnly(entry("fable", "claude-fable-5-2"),
                entry("haiku", "claude-haiku-5-5"), entry("sonnet", "claude-sonnet-5-5"), entry("opus", "claude-opus-5-5"));
        for (String id : catalog.getLatestModelsByFamily().values()) {
            ClaudeModel model = catalog.model(id).orElseThrow();
            assertThat(model.lifecycle().isActive()).isTrue();
            assertThat(model.restricted()).isFalse();
        }
    }

    @Test
    void freeHasTheHaikuLineAndProTheSonnetsToo() {
        assertThat(access.getAvailableModelsForTier(SubscriptionTier.FREE))
                .isNotEmpty().hasSameElementsAs(catalog.getModelsByFamily("haiku"));
        List<String> pro = new ArrayList<>(catalog.getModelsByFamily("haiku"));
        pro.addAll(catalog.getModelsByFamily("sonnet"));
        assertThat(access.getAvailableModelsForTier(SubscriptionTier.PRO)).hasSameElementsAs(pro);
    }

    @ParameterizedTest
    @EnumSource(names = { "MAX", "MAX_5", "MAX_20", "API" })
    void higherTiersHaveEveryModel(SubscriptionTier tier) {
        assertThat(access.getAvailableModelsForTier(tier))
                .containsExactlyElementsOf(catalog.models().stream().map(ClaudeModel::id).toList());
    }

    @ParameterizedTest
    @CsvSource({ "FREE, haiku", "PRO, sonnet", "MAX, opus", "MAX_5, opus", "MAX_20, opus", "API, sonnet" })
    void theDefaultOfATierIsTheNewestOfALine(SubscriptionTier tier, String line) {
        assertThat(access.getDefaultModelForTier(tier)).isEqualTo(catalog.getLatestModelsByFamily().get(line));
        assertThat(access.isModelAvailableForTier(access.getDefaultModelForTier(tier), tier)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({ "claude-haiku-4-5, claude-haiku-4-5-20251001", "claude-opus-4-5, claude-opus-4-5-20251101",
            "claude-sonnet-4-5, claude-sonnet-4-5-20250929", "claude-opus-4-1, claude-opus-4-1-20250805",
            "claude-opus-4-0, claude-opus-4-20250514", "claude-sonnet-4-0, claude-sonnet-4-20250514" })
    void anAliasIsAsGoodAsTheId(String alias, String id) {
        assertThat(catalog.model(alias)).isPresent().isEqualTo(catalog.model(id));
        assertThat(catalog.wireId(alias)).isEqualTo(id);
        assertThat(catalog.isKnown(alias)).isTrue();
        assertThat(access.getMinimumTierForModel(alias)).isEqualTo(access.getMinimumTierForModel(id));
    }

    @Test
    void rulesThatDependOnSomethingElseKeepTheirCondition() {
        ClaudeModel sonnet = catalog.model("claude-sonnet-5-5").orElseThrow();
        assertThat(sonnet.thinking().betweenTools()).isEqualTo(ConditionalSupport.UP_TO_HIGH_EFFORT);
        assertThat(sonnet.effort().defaultLevel()).isEqualTo(Effort.HIGH);
        assertThat(catalog.model("claude-opus-4-6").orElseThrow().capabilities().forcedToolChoice())
                .isEqualTo(ForcedToolChoice.WITHOUT_MANUAL_THINKING);
        assertThat(catalog.model("claude-opus-4-6").orElseThrow().effort().supports(Effort.XHIGH)).isEqualTo(Support.NO);
        assertThat(catalog.model("claude-haiku-4-5").orElseThrow().effort().supported()).isEqualTo(Support.NO);
    }

    @Test
    void pricesAreExactAndDependOnTheLengthOfThePrompt() {
        Prices prices = catalog.model("claude-haiku-5-5").orElseThrow().prices();
        assertThat(prices.forPrompt(100_000).cacheWrite5m()).isEqualTo(new BigDecimal("0.125"));
        assertThat(prices.forPrompt(100_001).cacheWrite5m()).isEqualTo(new BigDecimal("0.625"));
        assertThat(catalog.model("claude-fable-5").orElseThrow().prices().standard().input())
                .isEqualTo(new BigDecimal("10")).hasToString("10");
    }

    @Test
    void whatIsNotPublishedIsUnknownAndNotNo() {
        ClaudeModel preview = catalog.model("claude-mythos-5-2").orElseThrow();
        assertThat(preview.capabilities().imageInput()).isEqualTo(Support.UNKNOWN);
        assertThat(preview.supports(Capability.EXTENDED_THINKING)).isEqualTo(Support.UNKNOWN);
        assertThat(preview.supports(Capability.CONTEXT_WINDOW)).isEqualTo(Support.UNKNOWN);
        assertThat(preview.effort().supports(Effort.LOW)).isEqualTo(Support.UNKNOWN);
        assertThat(preview.prices().standard().input()).isNull();
        assertThat(preview.limits().maxTokens()).isNull();
    }

    @Test
    void aReplacementIsAModelOfTheCatalogue() {
        for (ClaudeModel model : catalog.models()) {
            String replacement = model.lifecycle().replacement();
            assertThat(replacement == null || catalog.model(replacement).isPresent()).as(model.id()).isTrue();
        }
    }
}
