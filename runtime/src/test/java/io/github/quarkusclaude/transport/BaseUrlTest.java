package io.github.quarkusclaude.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {

    @ParameterizedTest
    @CsvSource({ "https://api.anthropic.com, https://api.anthropic.com",
            "https://api.anthropic.com/, https://api.anthropic.com",
            "https://api.anthropic.com/v1, https://api.anthropic.com",
            "https://api.anthropic.com/v1/, https://api.anthropic.com",
            "http://localhost:8080//, http://localhost:8080", "https://gateway/claude/v1, https://gateway/claude",
            "https://gateway/v12, https://gateway/v12", "' http://a.b ', http://a.b" })
    void theVersionAndSlashesAtTheEndDoNotMatter(String text, String url) {
        assertThat(BaseUrl.of(text)).hasToString(url);
    }

    @Test
    void aPathStaysInFrontOfTheResources() {
        assertThat(BaseUrl.of("https://gateway/claude/v1/").path("/v1/messages")).isEqualTo("/claude/v1/messages");
    }

    @Test
    void portsFollowFromTheScheme() {
        assertThat(BaseUrl.of("https://a").port()).isEqualTo(443);
        assertThat(BaseUrl.of("http://a").port()).isEqualTo(80);
        assertThat(BaseUrl.of("http://[::1]:9000").port()).isEqualTo(9000);
        assertThat(BaseUrl.of("http://[::1]:9000").host()).isEqualTo("::1");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "api.anthropic.com", "ftp://a", "https://", "https://user:secret@a", "https://a?x=1",
            "https://a#b", "not a url" })
    void whatIsNoAddressIsRefusedWithoutRepeatingIt(String text) {
        assertThatThrownBy(() -> BaseUrl.of(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("https://api.anthropic.com").hasMessageNotContaining("secret");
    }

    @Test
    void onlyAnthropicsOwnAddressHasKeysOfKnownForm() {
        assertThat(BaseUrl.of("https://API.anthropic.com/v1").isAnthropic()).isTrue();
        assertThat(BaseUrl.of("https://api.anthropic.com.evil.example").isAnthropic()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({ "http://gateway.internal, true", "http://10.0.0.1:8080, true", "https://gateway.internal, false",
            "http://localhost:8080, false", "http://127.0.0.1:8080, false", "http://[::1]:8080, false",
            "http://127.0.0.1.evil.example, true", "http://127.1.2.3, false" })
    void aCredentialIsExposedIfItLeavesTheMachineWithoutEncryption(String url, boolean exposed) {
        assertThat(BaseUrl.of(url).isExposed()).isEqualTo(exposed);
    }
}
