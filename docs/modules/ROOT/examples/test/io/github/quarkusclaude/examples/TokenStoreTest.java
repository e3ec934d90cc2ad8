package io.github.quarkusclaude.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.github.quarkusclaude.auth.OAuthTokens;
import io.github.quarkusclaude.auth.StoredCredentials;
import io.github.quarkusclaude.auth.TokenStore;
import io.quarkus.test.junit.QuarkusTest;

/** The store of the guide keeps logins. */
@QuarkusTest
class TokenStoreTest {

    @Inject
    TokenStore store;

    @Test
    void loginsAreKept() {
        OAuthTokens tokens = new OAuthTokens("access", "refresh", null, OAuthTokens.BEARER, List.of("user:inference"));

        store.save(TokenStore.DEFAULT_NAME, StoredCredentials.of(tokens));

        assertThat(store.load(TokenStore.DEFAULT_NAME).orElseThrow().tokens()).isEqualTo(tokens);
        assertThat(store.load("other")).isEmpty();
        assertThat(store.remove(TokenStore.DEFAULT_NAME)).isTrue();
        assertThat(store.load(TokenStore.DEFAULT_NAME)).isEmpty();
    }
}
