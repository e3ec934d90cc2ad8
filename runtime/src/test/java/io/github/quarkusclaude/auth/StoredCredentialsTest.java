package io.github.quarkusclaude.auth;

import static io.github.quarkusclaude.auth.Logins.NOW;
import static io.github.quarkusclaude.auth.Logins.login;
import static io.github.quarkusclaude.auth.Logins.tokens;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.quarkusclaude.auth.TokenStoreException.Reason;

/** Stores that keep text get everything back that a login is. */
class StoredCredentialsTest {

    @Test
    void aLoginSurvivesAsText() {
        StoredCredentials login = login("access").withTier("max_5");

        StoredCredentials stored = StoredCredentials.fromJson(login.toJson(NOW));
        StoredCredentials storedAgain = StoredCredentials.fromJson(stored.with(tokens("new")).toJson(NOW.minusSeconds(9)));

        assertThat(stored).isEqualTo(new StoredCredentials(tokens("access"), null, "max_5", NOW, NOW));
        assertThat(storedAgain).isEqualTo(
                new StoredCredentials(tokens("new"), null, "max_5", NOW, NOW.plusMillis(1)));
    }

    @Test
    void aKeySurvivesAsText() {
        assertThat(StoredCredentials.fromJson(StoredCredentials.ofApiKey("key").toJson(NOW)).apiKey()).isEqualTo("key");
    }

    @Test
    void whatIsNoLoginIsRefusedWithoutBeingQuoted() {
        assertThatExceptionOfType(TokenStoreException.class).isThrownBy(() -> StoredCredentials.fromJson("{\"s3cr3t\""))
                .withMessageContaining("The stored login").withMessageNotContaining("s3cr3t")
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.VALIDATION_ERROR));
    }

    @ParameterizedTest
    @ValueSource(strings = { "1.4", "0.4", "-0.4", "50000000", "\"1972-01-01T00:00:00Z\"", "\"1970-01-01T00:00:00.5Z\"",
            "99999999999", "100000000000" })
    void whatExpiredLongAgoStaysExpired(String expiresAt) {
        StoredCredentials login = StoredCredentials
                .fromJson("{\"oauth\":{\"accessToken\":\"a\",\"expiresAt\":" + expiresAt + "}}");

        assertThat(StoredCredentials.fromJson(login.toJson(Instant.parse("2026-11-22T10:00:00Z"))).tokens())
                .isEqualTo(login.tokens());
    }
}
