package io.github.quarkusclaude.auth;

import static io.github.quarkusclaude.catalog.SubscriptionTier.API;
import static io.github.quarkusclaude.catalog.SubscriptionTier.MAX;
import static io.github.quarkusclaude.catalog.SubscriptionTier.MAX_20;
import static io.github.quarkusclaude.catalog.SubscriptionTier.MAX_5;
import static io.github.quarkusclaude.catalog.SubscriptionTier.PRO;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.github.quarkusclaude.auth.TierDetection.Setting;
import io.github.quarkusclaude.catalog.SubscriptionTier;

class TheTierIsFoundTest {

    private static final TierHints STORED = new TierHints("max_5", List.of("user:inference", "max_20"));

    @Test
    void whatIsConfiguredComesFirstThenTheEnvironmentThenTheLoginThenTheScopes() {
        assertThat(detect("max", "PRO", STORED)).isEqualTo(MAX);
        assertThat(detect(null, "PRO", STORED)).isEqualTo(PRO);
        assertThat(detect(null, null, STORED)).isEqualTo(MAX_5);
        assertThat(detect(null, null, new TierHints(null, STORED.scopes()))).isEqualTo(MAX_20);
    }

    @Test
    void whatIsNoTierIsPassedOver() {
        assertThat(detect("gold", "pro", STORED)).isEqualTo(PRO);
        assertThat(detect("gold", "silver", STORED)).isEqualTo(MAX_5);
        assertThat(detect(" ", "", new TierHints("gold", List.of("max")))).isEqualTo(MAX);
    }

    @Test
    void ofTheTiersInTheScopesTheHighestCounts() {
        assertThat(TierDetection.ofScopes(List.of("max", "max_5"))).contains(MAX_5);
        assertThat(TierDetection.ofScopes(List.of("max_20", "max"))).contains(MAX_20);
        assertThat(TierDetection.ofScopes(List.of("user:profile", "maximum"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(AuthMethod.class)
    void otherwiseTheMethodTells(AuthMethod method) {
        assertThat(new TierDetection(List.of()).detect(TierHints.NONE, method))
                .isEqualTo(method == AuthMethod.OAUTH ? PRO : API);
    }

    @Test
    void scopesOfStoredTokensAreWordsOfATextOrTextsOfAnArray() {
        for (String scopes : List.of("\"user:inference max_20\"", "[\"max_20\"]")) {
            TierHints hints = TierHints
                    .of(StoredCredentials.fromJson("{\"oauth\":{\"accessToken\":\"t\",\"scope\":" + scopes + "}}"));

            assertThat(new TierDetection(List.of()).detect(hints, AuthMethod.OAUTH)).isEqualTo(MAX_20);
        }
    }

    private static SubscriptionTier detect(String configured, String variable, TierHints hints) {
        return new TierDetection(List.of(new Setting("the property", configured), new Setting("the variable", variable)))
                .detect(hints, AuthMethod.OAUTH);
    }
}
