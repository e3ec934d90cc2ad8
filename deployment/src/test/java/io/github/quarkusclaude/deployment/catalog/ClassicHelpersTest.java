package io.github.quarkusclaude.deployment.catalog;

import static io.github.quarkusclaude.catalog.SubscriptionTier.API;
import static io.github.quarkusclaude.catalog.SubscriptionTier.FREE;
import static io.github.quarkusclaude.catalog.SubscriptionTier.MAX;
import static io.github.quarkusclaude.catalog.SubscriptionTier.MAX_20;
import static io.github.quarkusclaude.catalog.SubscriptionTier.MAX_5;
import static io.github.quarkusclaude.catalog.SubscriptionTier.PRO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.github.quarkusclaude.catalog.Capability;
import io.github.quarkusclaude.catalog.ModelAccess;
import io.github.quarkusclaude.catalog.ModelAccessException;
import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.catalog.SubscriptionTier;
import io.github.quarkusclaude.runtime.catalog.CatalogProfile;

/**
 * The helper functions of the guide answer over the classic profile as they answered then.
 */
class ClassicHelpersTest {

    private static final String HAIKU_3 = "claude-3-haiku-20240307";
    private static final String HAIKU_35 = "claude-3-5-haiku-20241022";
    private static final String SONNET_35 = "claude-3-5-sonnet-20241022";
    private static final String SONNET_35_V2 = "claude-3-5-sonnet-v2-20241022";
    private static final String SONNET_4 = "claude-sonnet-4-20250514";
    private static final String OPUS_3 = "claude-3-opus-20240229";
    private static final String OPUS_4 = "claude-opus-4-20250514";
    private static final List<String> ALL = List.of(HAIKU_3, HAIKU_35, SONNET_35, SONNET_35_V2, SONNET_4, OPUS_3, OPUS_4);

    private final ModelCatalog catalog = Catalogs.of(CatalogProfile.CLASSIC);
    private final ModelAccess access = new ModelAccess(catalog);

    @Test
    void freeHasBothHaikus() {
        assertThat(access.getAvailableModelsForTier(FREE)).containsExactly(HAIKU_3, HAIKU_35);
    }

    @Test
    void proHasTheHaikusAndTheSonnets() {
        assertThat(access.getAvailableModelsForTier(PRO))
                .containsExactly(HAIKU_3, HAIKU_35, SONNET_35, SONNET_35_V2, SONNET_4);
    }

    @ParameterizedTest
    @EnumSource(names = { "MAX", "MAX_5", "MAX_20", "API" })
    void higherTiersHaveEveryModel(SubscriptionTier tier) {
        assertThat(access.getAvailableModelsForTier(tier)).containsExactlyElementsOf(ALL);
        assertThat(catalog.tierPolicy(tier).unrestricted()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aModelIsAvailableExactlyIfItIsAmongTheModelsOfTheTier(SubscriptionTier tier) {
        for (String model : ALL) {
            assertThat(access.isModelAvailableForTier(model, tier))
                    .isEqualTo(access.getAvailableModelsForTier(tier).contains(model));
        }
    }

    @Test
    void availability() {
        assertThat(access.isModelAvailableForTier(OPUS_4, PRO)).isFalse();
        assertThat(access.isModelAvailableForTier(OPUS_4, MAX)).isTrue();
        assertThat(access.isModelAvailableForTier("claude-opus-4-5-20251101", MAX)).isFalse();
        assertThat(access.isModelAvailableForTier("CLAUDE-OPUS-4-20250514", MAX)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void noTierHasAModelTheCatalogueDoesNotKnow(SubscriptionTier tier) {
        assertThat(access.isModelAvailableForTier("foo", tier)).isFalse();
        assertThat(access.isModelAvailableForTier("", tier)).isFalse();
        assertThat(access.isModelAvailableForTier(" " + HAIKU_3, tier)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({ "FREE, claude-3-5-haiku-20241022", "PRO, claude-sonnet-4-20250514", "MAX, claude-opus-4-20250514",
            "MAX_5, claude-opus-4-20250514", "MAX_20, claude-opus-4-20250514", "API, claude-sonnet-4-20250514" })
    void defaultAndRecommendedModelOfATier(SubscriptionTier tier, String model) {
        assertThat(access.getDefaultModelForTier(tier)).isEqualTo(model);
        assertThat(access.getRecommendedModelForTier(tier)).isEqualTo(model);
    }

    @Test
    void metadataAndCapabilitiesAreTheSameAndMissingForListedModels() {
        assertThat(catalog.getModelMetadata(OPUS_4)).isPresent().isEqualTo(catalog.getModelCapabilities(OPUS_4));
        assertThat(catalog.getModelMetadata("claude-opus-4-5-20251101")).isEmpty();
        assertThat(catalog.getModelCapabilities("claude-opus-4-5-20251101")).isEmpty();
    }

    @Test
    void aModelWithoutMetadataIsShownByItsId() {
        assertThat(catalog.getModelDisplayName(OPUS_4)).isEqualTo("Claude Opus 4");
        assertThat(catalog.getModelDisplayName("claude-opus-4-5-20251101")).isEqualTo("claude-opus-4-5-20251101");
        assertThat(catalog.getModelDisplayName("foo")).isEqualTo("foo");
    }

    @Test
    void capabilitiesOfOneModel() {
        assertThat(catalog.modelSupportsCapability(HAIKU_35, Capability.parse("supportsVision"))).isFalse();
        assertThat(catalog.modelSupportsCapability(HAIKU_35, Capability.parse("contextWindow"))).isTrue();
        assertThat(catalog.modelSupportsCapability("foo", Capability.VISION)).isFalse();
        assertThat(catalog.supportsVision("foo")).isFalse();
        assertThat(catalog.supportsExtendedThinking("foo")).isFalse();
        assertThat(catalog.getContextWindow("foo")).isZero();
        assertThat(catalog.getMaxOutputTokens("foo")).isZero();
    }

    @Test
    void modelsWithACapability() {
        assertThat(catalog.getModelsWithCapability(Capability.parse("supportsExtendedThinking")))
                .containsExactly(SONNET_4, OPUS_4);
        assertThat(catalog.getModelsWithCapability(Capability.parse("supportsVision")))
                .containsExactly(HAIKU_3, SONNET_35, SONNET_35_V2, SONNET_4, OPUS_3, OPUS_4);
        assertThat(catalog.getModelsWithCapability(Capability.parse("supportsToolUse"))).isEqualTo(ALL);
        assertThat(catalog.getModelsWithCapability(Capability.parse("supportsStreaming"))).isEqualTo(ALL);
        assertThat(catalog.getModelsWithCapability(Capability.parse("contextWindow"))).isEqualTo(ALL);
        assertThat(catalog.getModelsWithCapability(Capability.parse("maxOutputTokens"))).isEqualTo(ALL);
        assertThat(catalog.getModelsWithCapability(Capability.parse("deprecated"))).containsExactly(HAIKU_3, OPUS_3);
    }

    @ParameterizedTest
    @CsvSource({ "claude-3-haiku-20240307, FREE", "claude-3-5-haiku-20241022, FREE", "claude-3-5-sonnet-20241022, PRO",
            "claude-3-5-sonnet-v2-20241022, PRO", "claude-sonnet-4-20250514, PRO", "claude-3-opus-20240229, MAX",
            "claude-opus-4-20250514, MAX", "claude-opus-4-5-20251101, API", "foo, API" })
    void lowestTierThatHasAModel(String model, SubscriptionTier tier) {
        assertThat(access.getMinimumTierForModel(model)).isEqualTo(tier);
    }

    @Test
    void modelsOfAFamilyIncludeDeprecatedOnes() {
        assertThat(catalog.getModelsByFamily("haiku")).containsExactly(HAIKU_3, HAIKU_35);
        assertThat(catalog.getModelsByFamily("sonnet")).containsExactly(SONNET_35, SONNET_35_V2, SONNET_4);
        assertThat(catalog.getModelsByFamily("opus")).containsExactly(OPUS_3, OPUS_4);
        assertThat(catalog.getModelsByFamily("foo")).isEmpty();
    }

    @Test
    void latestModelOfEachFamily() {
        assertThat(catalog.getLatestModelsByFamily()).containsExactly(entry("haiku", HAIKU_35), entry("sonnet", SONNET_4),
                entry("opus", OPUS_4));
    }

    @Test
    void accessIsRefusedWithModelTierAndRequiredTier() {
        ModelAccessException refused = catchThrowableOfType(ModelAccessException.class,
                () -> access.validateModelAccess(OPUS_4, FREE));
        assertThat(refused.model()).isEqualTo(OPUS_4);
        assertThat(refused.tier()).isEqualTo(FREE);
        assertThat(refused.requiredTier()).isEqualTo(MAX);
        assertThat(refused).hasMessageContainingAll(OPUS_4, "\"free\"", "\"max\"", "Use " + HAIKU_35,
                "quarkus.claude.subscription-tier", "QUARKUS_CLAUDE_SUBSCRIPTION_TIER");
    }

    @Test
    void accessToAnUnknownModelIsRefusedOnTheHighestTierToo() {
        ModelAccessException refused = catchThrowableOfType(ModelAccessException.class,
                () -> access.validateModelAccess("foo", API));
        assertThat(refused.requiredTier()).isEqualTo(API);
        assertThat(refused).hasMessageContainingAll("\"foo\"", "quarkus.claude.catalog.models.\"foo\"");
    }

    @Test
    void accessIsGrantedSilently() {
        assertThatCode(() -> access.validateModelAccess(OPUS_4, MAX_5)).doesNotThrowAnyException();
        assertThatCode(() -> access.validateModelAccess(HAIKU_3, FREE)).doesNotThrowAnyException();
        assertThatCode(() -> access.validateModelAccess(SONNET_4, MAX_20)).doesNotThrowAnyException();
    }

    @Test
    void nothingThatIsReturnedCanBeModified() {
        assertThatThrownBy(() -> access.getAvailableModelsForTier(MAX).remove(0)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> catalog.getModelsByFamily("opus").clear()).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> catalog.getModelsWithCapability(Capability.VISION).clear())
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> catalog.getLatestModelsByFamily().clear()).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> catalog.models().clear()).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> catalog.listedIds().clear()).isInstanceOf(RuntimeException.class);
    }
}
