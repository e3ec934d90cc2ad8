package io.github.quarkusclaude.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PkceTest {

    /** RFC 7636, appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    @Test
    void theChallengeIsThatOfTheStandard() {
        assertThat(new Pkce(VERIFIER).challenge()).isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    @Test
    void verifiersAreAllowedAndNeverTheSame() {
        Set<String> verifiers = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            verifiers.add(Pkce.create().verifier());
        }
        assertThat(verifiers).hasSize(1000).allMatch(verifier -> verifier.matches("[A-Za-z0-9._~-]{43,128}"));
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 42, 129 })
    void otherLengthsAreRefused(int length) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Pkce("a".repeat(length)));
    }

    @Test
    void otherCharactersAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Pkce("a".repeat(42) + "+"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Pkce("a".repeat(43) + "\n"));
    }

    @Test
    void theVerifierIsNotPrinted() {
        assertThat(new Pkce(VERIFIER).toString()).doesNotContain(VERIFIER.substring(0, 8));
    }
}
