package io.github.quarkusclaude.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tiers compare by their order, and an alias opens the same doors as the id.
 */
class ModelAccessTest {

    private static final ClaudeModel BIG = new ClaudeModel("big", "Big", "opus", List.of("large"), "big", false,
            Lifecycle.ACTIVE, Limits.UNKNOWN, Capabilities.UNKNOWN, ThinkingRules.UNKNOWN, EffortRules.UNKNOWN,
            Prices.UNKNOWN);

    private final ModelAccess access = new ModelAccess(new ModelCatalog(
            List.of(ClaudeModel.named("small", "Small", "haiku"), BIG), "small", Map.of(), List.of(),
            List.of(new TierPolicy(SubscriptionTier.FREE, false, List.of("small"), "small"),
                    new TierPolicy(SubscriptionTier.PRO, false, List.of("small"), "small"))));

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            FREE;    0, -1, -2, -3, -4, -5
            PRO;     1,  0, -1, -2, -3, -4
            MAX;     2,  1,  0, -1, -2, -3
            MAX_5;   3,  2,  1,  0, -1, -2
            MAX_20;  4,  3,  2,  1,  0, -1
            API;     5,  4,  3,  2,  1,  0
            """)
    void distancesBetweenTiers(SubscriptionTier tier, String row) {
        String[] expected = row.split(",");
        assertThat(expected).hasSameSizeAs(SubscriptionTier.values());
        for (SubscriptionTier other : SubscriptionTier.values()) {
            assertThat(access.compareTiers(tier, other)).isEqualTo(Integer.parseInt(expected[other.ordinal()].trim()));
        }
    }

    @Test
    void anAliasIsAllowedWhereItsModelIs() {
        assertThat(access.isModelAvailableForTier("large", SubscriptionTier.PRO)).isFalse();
        assertThat(access.isModelAvailableForTier("large", SubscriptionTier.MAX)).isTrue();
        assertThat(access.getMinimumTierForModel("large")).isEqualTo(SubscriptionTier.MAX);
    }

    @Test
    void aRefusalKeepsTheNameThatWasGiven() {
        ModelAccessException refused = catchThrowableOfType(ModelAccessException.class,
                () -> access.validateModelAccess("large", SubscriptionTier.FREE));
        assertThat(refused.model()).isEqualTo("large");
        assertThat(refused.requiredTier()).isEqualTo(SubscriptionTier.MAX);
    }
}
