package io.github.quarkusclaude.auth;

import static io.github.quarkusclaude.auth.Logins.NOW;
import static io.github.quarkusclaude.auth.Logins.login;
import static io.github.quarkusclaude.auth.Logins.tokens;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

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
}
