package io.github.quarkusclaude.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.quarkusclaude.error.AuthenticationException;

class ApiKeyTest {

    private static final String KEY = "sk-ant-api03-" + "abcdEFGH_-12345678".repeat(5);

    @Test
    void aKeyIsTaken() {
        assertThat(ApiKey.of(KEY).value()).isEqualTo(KEY);
    }

    @Test
    void blanksAndLineEndsAroundAKeyAreDropped() {
        assertThat(ApiKey.of(" \t" + KEY + "\r\n").value()).isEqualTo(KEY);
    }

    @Test
    void twentyCharactersAreEnoughAndNineteenAreNot() {
        assertThat(ApiKey.of("sk-ant-api03-1234567").value()).hasSize(20);
        assertThatThrownBy(() -> ApiKey.of("sk-ant-api03-123456")).isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("too short");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "sk-ant-                                     | too short",
            "sk-live-1234567890123456789012345678901234  | does not begin with sk-ant-",
            "sk-ant-oat01-123456789012345678901234567890 | is a bearer token",
            "sk-ant-admin01-1234567890123456789012345678 | Admin API key",
            "sk-ant-api03-12345678901234567890 234567890 | position 34",
            "sk-ant-api03-123456789012345678901é34567890 | position 35",
    })
    void whatCannotBeAKeyIsRefusedWithAReason(String key, String reason) {
        assertThatThrownBy(() -> ApiKey.of(key)).isInstanceOf(AuthenticationException.class).hasMessageContaining(reason);
    }

    @Test
    void quotesAreNotPartOfAKey() {
        assertThatThrownBy(() -> ApiKey.of("\"" + KEY + "\"")).isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("quotes");
    }

    @ParameterizedTest
    @ValueSource(strings = { "sk-live-1234567890123456789012345678901234", "sk-ant-oat01-secretsecretsecretsecret",
            "gateway key with blanks", "0123456789abcdef" })
    void noRefusalShowsMoreThanThePrefixAndTheLastFourCharacters(String key) {
        assertThatThrownBy(() -> ApiKey.of(key)).satisfies(refusal -> {
            String hidden = key.substring(key.startsWith("sk-ant-") ? 7 : 4, key.length() - 4);
            assertThat(refusal.toString()).doesNotContain(hidden).contains(key.substring(key.length() - 4));
        });
    }

    @Test
    void aGatewaysKeyMayHaveAnyForm() {
        assertThat(ApiKey.ofGateway(" virtual-key.42/x= \n").value()).isEqualTo("virtual-key.42/x=");
        assertThatThrownBy(() -> ApiKey.ofGateway("with blank")).isInstanceOf(AuthenticationException.class);
        assertThatThrownBy(() -> ApiKey.ofGateway(" ")).isInstanceOf(AuthenticationException.class);
    }

    @ParameterizedTest
    @CsvSource({ "1234567, ****", "sk-ant-api03-0123456789, sk-ant-************6789",
            "sk-0123456789abcdef, sk-************cdef",
            "abcdefghijkl, abcd****ijkl", "abcdefgh, abcd****", "sk-ant-x, sk-ant-****" })
    void aSecretIsMasked(String secret, String masked) {
        assertThat(ApiKey.mask(secret)).isEqualTo(masked);
    }

    @Test
    void aKeyIsMaskedWhenItIsPrinted() {
        assertThat(ApiKey.of(KEY).toString()).startsWith("sk-ant-****").hasSameSizeAs(KEY).doesNotContain("EFGH");
    }
}
