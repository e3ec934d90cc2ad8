package io.github.quarkusclaude.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/**
 * A catalogue finds models by id and alias, and is not impressed by what it does not know.
 */
class ModelCatalogTest {

    private static final ClaudeModel OLD = ClaudeModel.named("old", "Old", null);
    private static final ClaudeModel SMALL = ClaudeModel.named("small", "Small", "haiku");
    private static final ClaudeModel BIG = new ClaudeModel("big", "Big", "opus", List.of("large"), "vendor/big", false,
            Lifecycle.ACTIVE, new Limits(1000, 100, null, null), Capabilities.UNKNOWN, ThinkingRules.UNKNOWN,
            EffortRules.UNKNOWN, Prices.UNKNOWN);

    private final ModelCatalog catalog = new ModelCatalog(List.of(OLD, SMALL, BIG), "small", Map.of("haiku", "small"),
            List.of("rumour"), List.of(new TierPolicy(SubscriptionTier.FREE, false, List.of("small"), "small")));

    @Test
    void modelsAreFoundByIdAndAlias() {
        assertThat(catalog.model("big")).hasValue(BIG);
        assertThat(catalog.model("large")).hasValue(BIG);
        assertThat(catalog.model("Big")).isEmpty();
        assertThat(catalog.model("vendor/big")).isEmpty();
    }

    @Test
    void theWireIdIsWhatTheApiKnows() {
        assertThat(catalog.wireId("large")).isEqualTo("vendor/big");
        assertThat(catalog.wireId("small")).isEqualTo("small");
        assertThat(catalog.wireId("unheard-of")).isEqualTo("unheard-of");
    }

    @Test
    void aListedIdIsKnownWithoutData() {
        assertThat(catalog.isKnown("rumour")).isTrue();
        assertThat(catalog.isKnown("large")).isTrue();
        assertThat(catalog.isKnown("unheard-of")).isFalse();
        assertThat(catalog.model("rumour")).isEmpty();
        assertThat(catalog.getModelDisplayName("rumour")).isEqualTo("rumour");
    }

    @Test
    void anIdGoesBeforeAnAlias() {
        ClaudeModel greedy = new ClaudeModel("greedy", "Greedy", "opus", List.of("small"), "greedy", false,
                Lifecycle.ACTIVE, Limits.UNKNOWN, Capabilities.UNKNOWN, ThinkingRules.UNKNOWN, EffortRules.UNKNOWN,
                Prices.UNKNOWN);
        ModelCatalog other = new ModelCatalog(List.of(greedy, SMALL), "small", Map.of(), List.of(), List.of());
        assertThat(other.model("small")).hasValue(SMALL);
    }

    @Test
    void linesComeInTheOrderOfTheModels() {
        assertThat(catalog.lines()).containsExactly("haiku", "opus");
    }

    @Test
    void aTierWithoutAPolicyHasEverything() {
        assertThat(catalog.tierPolicy(SubscriptionTier.FREE).models()).containsExactly("small");
        assertThat(catalog.tierPolicy(SubscriptionTier.PRO))
                .isEqualTo(new TierPolicy(SubscriptionTier.PRO, true, List.of("old", "small", "big"), "small"));
    }

    @Test
    void limitsThatAreNotKnownAreZeroForTheHelpers() {
        assertThat(catalog.getContextWindow("large")).isEqualTo(1000);
        assertThat(catalog.getMaxOutputTokens("large")).isEqualTo(100);
        assertThat(catalog.getContextWindow("small")).isZero();
        assertThat(catalog.getMaxOutputTokens("small")).isZero();
        assertThat(catalog.getModelsWithCapability(Capability.CONTEXT_WINDOW)).containsExactly("big");
    }

    @Test
    void theDefaultModelHasToExist() {
        assertThatThrownBy(() -> new ModelCatalog(List.of(SMALL), "huge", Map.of(), List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("huge");
    }

    @Test
    void laterChangesOfTheArgumentsDoNotShow() {
        List<ClaudeModel> models = new ArrayList<>(List.of(SMALL));
        Map<String, String> latest = new LinkedHashMap<>(Map.of("haiku", "small"));
        ModelCatalog other = new ModelCatalog(models, "small", latest, List.of(), List.of());
        models.clear();
        latest.clear();
        assertThat(other.models()).containsExactly(SMALL);
        assertThat(other.getLatestModelsByFamily()).hasSize(1);
    }
}
