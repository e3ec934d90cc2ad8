package io.github.quarkusclaude.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.quarkusclaude.error.AuthenticationException;
import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.limits.SteppedClock;
import io.quarkus.runtime.configuration.ConfigurationException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

class GivenTokensAreUnderstoodTest {

    private static final String SOURCE = "ANTHROPIC_OAUTH_TOKEN";

    private final SteppedClock clock = new SteppedClock();
    private final FakeOAuthServer http = new FakeOAuthServer();
    private final OAuthServer server = new OAuthServer(FakeOAuthServer.settings("app"), http, clock);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "sk-ant-oat01-abc", "` sk-ant-oat01-abc\n`", "\"sk-ant-oat01-abc\"", "` \" sk-ant-oat01-abc \" `",
            "{\"accessToken\":\"sk-ant-oat01-abc\"}", "{\"accessToken\":\" sk-ant-oat01-abc\\n\",\"refreshToken\":\"\"}",
            "{\"accessToken\":\"sk-ant-oat01-abc\",\"expiresAt\":0,\"other\":{\"a\":[1]}}",
            "{\"accessToken\":\"sk-ant-oat01-abc\",\"refreshToken\":null,\"expiresAt\":null}" })
    void anAccessTokenIsFoundInAllForms(String text) {
        assertThat(TokenText.parse(text, SOURCE)).contains(OAuthTokens.of("sk-ant-oat01-abc"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "123", "true", "null", "-1.5e3" })
    void whatLooksLikeANumberIsAText(String text) {
        assertThat(TokenText.parse(text, SOURCE)).contains(OAuthTokens.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "\n\t ", "\"\"", "\" \"" })
    void blanksAreNothing(String text) {
        assertThat(TokenText.parse(text, SOURCE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "1740000000000", "1740000000", "\"1740000000\"", "\"1740000000000\"",
            "\"2025-02-19T21:20:00Z\"" })
    void secondsAndMillisecondsAreToldApart(String expiresAt) {
        assertThat(TokenText.parse("{\"accessToken\":\"a\",\"refreshToken\":\"r\",\"expiresAt\":" + expiresAt
                + ",\"scopes\":[\"user:inference\",\"max\"]}", SOURCE)).contains(
                        new OAuthTokens("a", "r", Instant.ofEpochSecond(1740000000), "Bearer",
                                List.of("user:inference", "max")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "{\"accessToken\":\"\"}", "{\"accessToken\":\" \"}", "{\"accessToken\":7}",
            "{\"refreshToken\":\"hidden\"}", "{\"access_token\":\"hidden\"}", "{\"accessToken\":\"hidden\"", "{hidden}", "{",
            "\"hidden", "\"", "hidden hidden", "hid\u0007den", "hiddén", "{\"accessToken\":\"hid den\"}",
            "{\"accessToken\":\"hidden\",\"expiresAt\":\"soon\"}", "\"hidden\" \"hidden\"" })
    void whatCannotBeTokensIsRefusedWithoutShowingIt(String text) {
        assertThatThrownBy(() -> TokenText.parse(text, SOURCE)).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(SOURCE).hasMessageNotContaining("hid").hasNoCause();
    }

    @Property
    void anyTextIsTakenOrRefused(@ForAll String text) {
        takenOrRefused(text);
        takenOrRefused("{" + text);
        takenOrRefused("{\"accessToken\":" + text + "}");
        takenOrRefused("{\"accessToken\":\"a\",\"expiresAt\":" + text + "}");
    }

    private static void takenOrRefused(String text) {
        try {
            TokenText.parse(text, SOURCE).ifPresent(tokens -> assertThat(AccessToken.fixed(tokens.accessToken())).isNotNull());
        } catch (ConfigurationException e) {
            assertThat(e).hasMessageContaining(SOURCE);
        }
    }

    @Property
    void anyTokenSurvivesQuotes(@ForAll @CharRange(from = '!', to = '~') @StringLength(min = 1) String token) {
        Optional<OAuthTokens> expected = Optional.of(OAuthTokens.of(token));
        assertThat(TokenText.parse(RawJson.from(token).toString(), SOURCE)).isEqualTo(expected);
        assertThat(TokenText.parse("{\"accessToken\":" + RawJson.from(token) + "}", SOURCE)).isEqualTo(expected);
        if (token.charAt(0) != '{' && token.charAt(0) != '"') {
            assertThat(TokenText.parse(token, SOURCE)).isEqualTo(expected);
        }
    }

    @Test
    void tokensAreRefreshedInMemory() {
        OAuthTokens given = TokenText.parse("{\"accessToken\":\"access-1\",\"refreshToken\":\"refresh-1\"}", SOURCE).get();
        GivenTokens tokens = new GivenTokens(given, SOURCE, server);
        assertThat(tokens.isRenewable()).isTrue();
        assertThat(tokens.source()).isEqualTo(SOURCE);
        http.answers(200, "{\"access_token\":\"access-2\",\"refresh_token\":\"refresh-2\",\"expires_in\":60}")
                .answers(200, "{\"access_token\":\"access-3\"}");
        AccessToken second = AccessToken.oauth("access-2", SteppedClock.START.plusSeconds(60), null);
        assertThat(tokens.renew(tokens.stored())).isEqualTo(second);
        assertThat(tokens.stored()).isEqualTo(second);
        assertThat(tokens.renew(second).value()).isEqualTo("access-3");
        assertThat(http.body(1).path("refresh_token").textValue()).isEqualTo("refresh-2");
        assertThat(tokens.masked("access-1 refresh-1 access-2 refresh-2 access-3")).doesNotContain("ss-1", "sh-1", "ss-2",
                "sh-2", "ss-3");
    }

    @Test
    void tokensThatCannotBeRefreshedAreNot() {
        GivenTokens alone = new GivenTokens(OAuthTokens.of("access-1"), SOURCE, server);
        assertThat(alone.isRenewable()).isFalse();
        assertThatThrownBy(() -> alone.renew(alone.stored())).isInstanceOf(AuthenticationException.class)
                .hasMessageContaining(SOURCE).hasMessageContaining("refresh token");
        GivenTokens nobodys = new GivenTokens(new OAuthTokens("a", "r", null, "Bearer", List.of()), SOURCE,
                new OAuthServer(FakeOAuthServer.settings(null), http, clock));
        assertThat(nobodys.isRenewable()).isFalse();
        assertThatThrownBy(() -> nobodys.renew(nobodys.stored())).isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("quarkus.claude.oauth.client-id");
        assertThat(http.requests).isEmpty();
    }
}
