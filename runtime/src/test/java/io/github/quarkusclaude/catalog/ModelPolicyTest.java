package io.github.quarkusclaude.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.quarkusclaude.catalog.ModelPolicy.OnDenied;

/** Patterns say which models a policy allows. */
class ModelPolicyTest {

    @ParameterizedTest
    @CsvSource({ "claude-haiku-*, claude-haiku-4-5, true", "claude-haiku-*, claude-haiku-, true",
            "claude-haiku-*, claude-sonnet-4-5, false", "*-5-5, claude-opus-5-5, true", "*-5-5, claude-opus-5-5-1, false",
            "claude-*-5-5, claude-opus-5-5, true", "*, anything at all, true", "claude.opus, claude-opus, false",
            "claude-opus, claude-opus-5, false" })
    void aStarStandsForAnyCharacters(String pattern, String model, boolean allowed) {
        ModelPolicy policy = new ModelPolicy("p", null, List.of(pattern, "default"), "default", OnDenied.FALLBACK);

        assertThat(policy.allows(model)).isEqualTo(allowed);
    }

    @Test
    void itsDefaultModelIsOneItAllows() {
        assertThatThrownBy(() -> new ModelPolicy("p", null, List.of("claude-haiku-*"), "claude-opus-5-5", OnDenied.FAIL))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("claude-opus-5-5")
                .hasMessageContaining("claude-haiku-*");
    }
}
