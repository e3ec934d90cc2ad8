package io.github.quarkusclaude.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

/**
 * A tier is understood in every spelling people use, in code and in configuration alike.
 */
class SubscriptionTierTest {

    private final Locale locale = Locale.getDefault();

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(locale);
    }

    @ParameterizedTest
    @CsvSource({ "free, FREE", "PRO, PRO", "Max, MAX", "max_5, MAX_5", "MAX-5, MAX_5", "'  max-20 ', MAX_20", "api, API" })
    void spellings(String text, SubscriptionTier tier) {
        assertThat(SubscriptionTier.parse(text)).isEqualTo(tier);
        assertThat(configured(text)).isEqualTo(tier);
    }

    @ParameterizedTest
    @EnumSource
    void theIdIsUnderstood(SubscriptionTier tier) {
        assertThat(SubscriptionTier.parse(tier.id())).isEqualTo(tier);
        assertThat(configured(tier.id())).isEqualTo(tier);
    }

    @Test
    void anUnknownNameIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> SubscriptionTier.parse("gold")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Unknown subscription tier \"gold\"; known are free, pro, max, max_5, max_20, api");
        assertThatThrownBy(() -> SubscriptionTier.parse("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SubscriptionTier.parse("max5")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theLanguageOfTheMachineDoesNotMatter() {
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        assertThat(SubscriptionTier.API.id()).isEqualTo("api");
        assertThat(SubscriptionTier.parse("API")).isEqualTo(SubscriptionTier.API);
        assertThat(Effort.HIGH.id()).isEqualTo("high");
    }

    private static SubscriptionTier configured(String text) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(Map.of("tier", text), "test", 100)).build();
        return config.getValue("tier", SubscriptionTier.class);
    }
}
