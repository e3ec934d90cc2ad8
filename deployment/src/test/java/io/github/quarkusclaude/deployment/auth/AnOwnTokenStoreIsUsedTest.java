package io.github.quarkusclaude.deployment.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.auth.AuthEvent;
import io.github.quarkusclaude.auth.OAuthTokens;
import io.github.quarkusclaude.auth.StoredCredentials;
import io.github.quarkusclaude.auth.TokenStore;
import io.github.quarkusclaude.error.AuthenticationException;
import io.github.quarkusclaude.simulator.IssuedTokens;
import io.quarkus.test.QuarkusUnitTest;

/** An application keeps logins where it likes; one that is stored later is found when it is needed. */
class AnOwnTokenStoreIsUsedTest extends AuthTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = withLogin(application("own-store", Memory.class), "person")
            .overrideRuntimeConfigKey("quarkus.claude.oauth.refresh-every", "off")
            .overrideRuntimeConfigKey("quarkus.claude.\"person\".auth-method", "oauth");

    @Inject
    TokenStore store;

    @Test
    void insteadOfFiles() {
        // a file would be there
        login("person", simulator.oauth().issue(), Instant.now().plusSeconds(3600));
        assertThatThrownBy(() -> clients.client("person").generate("Hello")).isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("the memory of the test");
        assertThat(simulator.requests()).isEmpty();
        assertThat(auth.store("person")).isSameAs(store);
        events.next(AuthEvent.LoginNeeded.class);

        IssuedTokens tokens = simulator.oauth().issue();
        auth.store("person").save(auth.storeName("person"), StoredCredentials.of(new OAuthTokens(tokens.accessToken(),
                tokens.refreshToken().orElseThrow(), Instant.now().minusSeconds(60), OAuthTokens.BEARER, List.of())));
        auth.refresh("person");
        clients.client("person").generate("Hello");

        OAuthTokens stored = store.load("person").orElseThrow().tokens();
        assertThat(stored.accessToken()).isEqualTo(bearer(lastApiRequest())).isNotEqualTo(tokens.accessToken());
        assertThat(events.next(AuthEvent.Refreshed.class).source()).isEqualTo("the memory of the test");
    }

    @Singleton
    public static class Memory implements TokenStore {

        private final Map<String, StoredCredentials> logins = new ConcurrentHashMap<>();

        @Override
        public String description() {
            return "the memory of the test";
        }

        @Override
        public Optional<StoredCredentials> load(String name) {
            return Optional.ofNullable(logins.get(name));
        }

        @Override
        public void save(String name, StoredCredentials credentials) {
            logins.put(name, credentials);
        }

        @Override
        public boolean remove(String name) {
            return logins.remove(name) != null;
        }
    }
}
