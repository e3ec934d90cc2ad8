package io.github.quarkusclaude.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretsTest {

    @Test
    void secretsAreMaskedWhereverTheyStand() {
        Secrets secrets = Secrets.of("client-secret-0123", null);
        secrets.add("refresh-token-4567");
        secrets.add((String) null);
        assertThat(secrets.masked("xclient-secret-0123, refresh-token-4567refresh-token-4567"))
                .isEqualTo("xclie**********0123, refr**********4567refr**********4567");
    }

    @Test
    void whatIsTooShortIsPartOfOtherWords() {
        Secrets secrets = Secrets.of("a", "");
        secrets.add("the");
        assertThat(secrets.masked("another")).isEqualTo("another");
    }

    @Test
    void oldTokensAreForgottenAndLastingSecretsAreNot() {
        Secrets secrets = Secrets.of("client-secret-0123");
        for (int i = 10; i < 50; i++) {
            secrets.add("access-token-" + i);
        }
        assertThat(secrets.masked("client-secret-0123")).doesNotContain("secret");
        assertThat(secrets.masked("access-token-49")).doesNotContain("token");
        assertThat(secrets.masked("access-token-10")).isEqualTo("access-token-10");
    }
}
