package io.github.quarkusclaude.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.quarkusclaude.auth.TokenStoreException.Reason;
import io.github.quarkusclaude.error.AuthenticationException;
import io.github.quarkusclaude.error.NetworkException;
import io.github.quarkusclaude.error.ServerException;
import io.github.quarkusclaude.limits.SteppedClock;

class NewTokensAreStoredBeforeTheyAreUsedTest {

    private static final Instant NOW = SteppedClock.START;

    private final SteppedClock clock = new SteppedClock();
    private final FakeOAuthServer http = new FakeOAuthServer();
    private final FakeTokenStore store = new FakeTokenStore(tokens(1, Duration.ofMinutes(4)));
    private final LoginTokens login = login("app");

    private static OAuthTokens tokens(int number, @Nullable Duration life) {
        return new OAuthTokens("access-token-" + number, "refresh-token-" + number, life == null ? null : NOW.plus(life),
                "Bearer", List.of("user:inference"));
    }

    private static String answer(int number) {
        return "{\"access_token\":\"access-token-" + number + "\",\"refresh_token\":\"refresh-token-" + number
                + "\",\"expires_in\":3600}";
    }

    private LoginTokens login(@Nullable String clientId) {
        return new LoginTokens(store, "a", new OAuthServer(FakeOAuthServer.settings(clientId), http, clock), clock,
                LoginKind.OWN);
    }

    @Test
    void whatIsStoredIsUsedAsItIs() {
        assertThat(login.stored()).isEqualTo(AccessToken.oauth("access-token-1", NOW.plus(Duration.ofMinutes(4)), null));
        assertThat(login.isRenewable()).isTrue();
        assertThat(login.source()).isEqualTo("the fake store");
        assertThat(http.requests).isEmpty();
    }

    @Test
    void newTokensAreStoredUnderTheLockOfTheLogin() {
        store.login = store.login.withTier("max_5");
        http.answers(request -> {
            store.actions.add("refresh");
            return FakeOAuthServer.answer(200, answer(2));
        });
        assertThat(login.renew(login.stored()))
                .isEqualTo(AccessToken.oauth("access-token-2", NOW.plus(Duration.ofHours(1)), null));
        assertThat(store.actions).containsExactly("load a", "lock a", "load a", "refresh", "save a", "unlock a");
        assertThat(store.login).isEqualTo(StoredCredentials.of(tokens(2, Duration.ofHours(1))).withTier("max_5"));
        assertThat(http.body(0).path("refresh_token").textValue()).isEqualTo("refresh-token-1");
    }

    @Test
    void whatAnotherProcessHasGotIsTakenWithoutACall() {
        AccessToken old = login.stored();
        store.login = StoredCredentials.of(tokens(7, Duration.ofMinutes(50)));
        assertThat(login.renew(old).value()).isEqualTo("access-token-7");
        assertThat(http.requests).isEmpty();
    }

    @Test
    void whatWasStoredSinceTheStartIsTakenWithoutACall() {
        assertThat(login.renew(null).value()).isEqualTo("access-token-1");
        store.login = StoredCredentials.of(tokens(7, null));
        assertThat(login.renew(null).value()).isEqualTo("access-token-7");
        assertThat(http.requests).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "30, true", "31, false", "-1, true" })
    void whatAnotherProcessHasGotMustNotBeAboutToExpire(int seconds, boolean refreshed) {
        AccessToken old = login.stored();
        store.login = StoredCredentials.of(tokens(7, Duration.ofSeconds(seconds)));
        if (refreshed) {
            http.answers(200, answer(8));
        }
        assertThat(login.renew(old).value()).isEqualTo(refreshed ? "access-token-8" : "access-token-7");
        assertThat(http.requests).hasSize(refreshed ? 1 : 0).allSatisfy(
                request -> assertThat(FakeOAuthServer.text(request)).contains("refresh-token-7"));
    }

    @ParameterizedTest
    @CsvSource({ "true", "false" })
    void tokensThatCannotBeStoredAreUsedAndStoredWithTheNext(boolean fromTheStore) {
        store.failure = fromTheStore ? new TokenStoreException(Reason.STORAGE_ERROR, "The disk is full", null)
                : new IllegalStateException();
        http.answers(200, answer(2)).answers(200, answer(3));
        AccessToken second = login.renew(login.stored());
        assertThat(second.value()).isEqualTo("access-token-2");
        assertThat(store.login).isEqualTo(StoredCredentials.of(tokens(1, Duration.ofMinutes(4))));
        assertThat(login.stored()).isEqualTo(second);
        assertThat(login.renew(null)).isEqualTo(second);

        store.failure = null;
        assertThat(login.renew(second).value()).isEqualTo("access-token-3");
        assertThat(http.body(1).path("refresh_token").textValue()).isEqualTo("refresh-token-2");
        assertThat(store.login).isEqualTo(StoredCredentials.of(tokens(3, Duration.ofHours(1))));
        assertThat(login.stored().value()).isEqualTo("access-token-3");
    }

    @Test
    void tokensThatCannotBeStoredAreWarnedAboutWithoutShowingThem() {
        store.failure = new TokenStoreException(Reason.STORAGE_ERROR, "No place for refresh-token-2", null);
        http.answers(200, answer(2));
        AccessToken old = login.stored();
        assertThat(Logins.logOf(() -> login.renew(old))).singleElement().asString().startsWith("WARN")
                .contains("the fake store", "No place for refr*******en-2", "a new login will be needed")
                .doesNotContain("token-1", "token-2");
    }

    @Test
    void aNewLoginReplacesTokensThatCouldNotBeStored() {
        store.failure = new TokenStoreException(Reason.STORAGE_ERROR, "The disk is full", null);
        http.answers(200, answer(2));
        AccessToken second = login.renew(login.stored());
        store.login = StoredCredentials.of(tokens(9, Duration.ofHours(8)));
        assertThat(login.stored().value()).isEqualTo("access-token-9");
        assertThat(login.renew(second).value()).isEqualTo("access-token-9");
    }

    @Test
    void aRefusalIsFinalUnlessSomebodyElseWasFaster() {
        AccessToken old = login.stored();
        http.answers(400, "{\"error\":\"invalid_grant\"}").answers(request -> {
            store.login = StoredCredentials.of(tokens(5, Duration.ofHours(1)));
            return FakeOAuthServer.answer(400, "{\"error\":\"invalid_grant\"}");
        });
        assertThatThrownBy(() -> login.renew(old)).isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("invalid_grant").hasMessageContaining("Log in again");
        assertThat(store.login.tokens()).isEqualTo(tokens(1, Duration.ofMinutes(4)));
        assertThat(login.renew(old).value()).isEqualTo("access-token-5");
    }

    @Test
    void afterOtherFailuresEverythingIsAsItWas() {
        AccessToken old = login.stored();
        http.answers(503, "").isUnreachable();
        assertThatThrownBy(() -> login.renew(old)).isInstanceOf(ServerException.class);
        assertThatThrownBy(() -> login.renew(old)).isInstanceOf(NetworkException.class);
        assertThat(login.stored()).isEqualTo(old);
        assertThat(store.actions).doesNotContain("save a");
    }

    @Test
    void withoutARefreshTokenNobodyIsAsked() {
        store.login = StoredCredentials.of(OAuthTokens.of("access-token-1"));
        AccessToken old = login.stored();
        assertThat(login.isRenewable()).isFalse();
        assertThatThrownBy(() -> login.renew(old)).isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("no refresh token").hasMessageContaining("auth login");
        assertThat(http.requests).isEmpty();
    }

    @Test
    void withoutAClientIdNobodyIsAsked() {
        LoginTokens nobody = login(null);
        assertThat(nobody.isRenewable()).isFalse();
        assertThatThrownBy(() -> nobody.renew(nobody.stored())).isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("quarkus.claude.oauth.client-id");
        store.login = StoredCredentials.of(tokens(2, null));
        assertThat(nobody.renew(AccessToken.fixed("access-token-1")).value())
                .isEqualTo("access-token-2");
        assertThat(http.requests).isEmpty();
    }

    @Test
    void withoutALoginThePlaceIsNamed() {
        store.login = null;
        assertThatThrownBy(login::stored).isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("the fake store").hasMessageContaining("auth login");
        store.login = StoredCredentials.ofApiKey("sk-ant-api03-0123456789");
        assertThatThrownBy(login::stored).isInstanceOf(AuthenticationException.class);
        assertThatThrownBy(() -> login.renew(null)).isInstanceOf(AuthenticationException.class);
    }

    @Test
    void allTokensAreMasked() {
        http.answers(200, answer(2));
        login.renew(login.stored());
        assertThat(login.masked("access-token-1, refresh-token-1, access-token-2, refresh-token-2")).isEqualTo(
                "acce******en-1, refr*******en-1, acce******en-2, refr*******en-2");
    }
}
