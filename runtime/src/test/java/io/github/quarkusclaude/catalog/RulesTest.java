package io.github.quarkusclaude.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The data of a model answers with "unknown" where nothing is known, and exactly where something is.
 */
class RulesTest {

    @ParameterizedTest
    @CsvSource({ "YES, LOW, YES", "YES, MAX, YES", "NO, LOW, NO", "UP_TO_HIGH_EFFORT, LOW, YES",
            "UP_TO_HIGH_EFFORT, HIGH, YES", "UP_TO_HIGH_EFFORT, XHIGH, NO", "UP_TO_HIGH_EFFORT, MAX, NO",
            "UNKNOWN, LOW, UNKNOWN" })
    void supportThatDependsOnTheEffort(ConditionalSupport rule, Effort effort, Support answer) {
        assertThat(rule.with(effort)).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({ "YES, NO, YES", "NO, YES, YES", "UNKNOWN, YES, YES", "NO, NO, NO", "NO, UNKNOWN, UNKNOWN",
            "UNKNOWN, UNKNOWN, UNKNOWN" })
    void aModelThinksIfItDoesInAnyWay(Support enabled, Support adaptive, Support thinks) {
        ThinkingRules rules = new ThinkingRules(enabled, adaptive, ConditionalSupport.UNKNOWN, ConditionalSupport.UNKNOWN,
                ThinkingDefault.UNKNOWN, ThinkingDisplay.UNKNOWN);
        assertThat(rules.thinks()).isEqualTo(thinks);
    }

    @Test
    void effortLevelsAreSortedAndUnknownIsNotNo() {
        EffortRules rules = EffortRules.of(List.of(Effort.HIGH, Effort.LOW, Effort.HIGH), Effort.HIGH);
        assertThat(rules.levels()).containsExactly(Effort.LOW, Effort.HIGH);
        assertThat(rules.supports(Effort.LOW)).isEqualTo(Support.YES);
        assertThat(rules.supports(Effort.MAX)).isEqualTo(Support.NO);
        assertThat(EffortRules.of(List.of(), null)).isEqualTo(EffortRules.NONE);
        assertThat(EffortRules.NONE.supports(Effort.LOW)).isEqualTo(Support.NO);
        assertThat(EffortRules.UNKNOWN.supports(Effort.LOW)).isEqualTo(Support.UNKNOWN);
        assertThat(new EffortRules(Support.YES, List.of(), null).supports(Effort.LOW)).isEqualTo(Support.UNKNOWN);
    }

    @Test
    void equalPricesAreEqual() {
        TokenPrices prices = new TokenPrices(new BigDecimal("10.00"), new BigDecimal("0.10"), null, null, null);
        assertThat(prices).isEqualTo(new TokenPrices(new BigDecimal("10"), new BigDecimal("0.1"), null, null, null));
        assertThat(prices.input()).hasToString("10");
        assertThat(prices.cacheRead()).isNull();
    }

    @Test
    void aLongPromptHasItsOwnPrices() {
        TokenPrices dear = new TokenPrices(BigDecimal.TEN, null, null, null, null);
        Prices prices = new Prices(TokenPrices.UNKNOWN, new LongPromptPrices(100, dear), null, null);
        assertThat(prices.forPrompt(100)).isEqualTo(TokenPrices.UNKNOWN);
        assertThat(prices.forPrompt(101)).isEqualTo(dear);
        assertThat(Prices.UNKNOWN.forPrompt(Long.MAX_VALUE)).isEqualTo(TokenPrices.UNKNOWN);
    }

    @Test
    void aModelIsOverFromItsRetirementDateOn() {
        LocalDate day = LocalDate.of(2026, 11, 30);
        Lifecycle ending = new Lifecycle(ModelStatus.DEPRECATED, false, null, null, day, null, null);
        assertThat(ending.isOverOn(day.minusDays(1))).isFalse();
        assertThat(ending.isOverOn(day)).isTrue();
        assertThat(ending.isDeprecated()).isTrue();
        assertThat(new Lifecycle(ModelStatus.RETIRED, false, null, null, null, null, null).isOverOn(LocalDate.MIN)).isTrue();
        assertThat(Lifecycle.ACTIVE.isOverOn(LocalDate.MAX)).isFalse();
        assertThat(Lifecycle.ACTIVE.isDeprecated()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aCapabilityIsFoundByItsName(Capability capability) {
        assertThat(Capability.parse(capability.id())).isEqualTo(capability);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DEPRECATED")
    void nothingIsKnownAboutAModelThatIsOnlyNamed(Capability capability) {
        ClaudeModel model = ClaudeModel.named("m", "M", "haiku");
        assertThat(model.supports(capability)).isEqualTo(Support.UNKNOWN);
        assertThat(model.supportsVision()).isFalse();
        assertThat(model.supportsExtendedThinking()).isFalse();
    }

    @Test
    void anUnknownCapabilityIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> Capability.parse("supportsTelepathy")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("supportsTelepathy", "supportsVision", "maxOutputTokens");
    }
}
