package io.github.quarkusclaude.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.quarkusclaude.error.AuthenticationException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;

class LoginAnswersAreCheckedTest {

    private static final URI LOOPBACK = URI.create("http://localhost:43210/callback");

    private final AuthorizationRequest request = AuthorizationRequest.create(FakeOAuthServer.settings("app 1&x"), LOOPBACK,
            false);
    private final String state = query(request.uri()).get("state");

    private static Map<String, String> query(URI uri) {
        return Stream.of(uri.getRawQuery().split("&")).map(pair -> pair.split("=", 2)).collect(
                Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    @Test
    void theAddressAsksForACodeAndShowsNoSecret() {
        assertThat(request.uri().toString()).startsWith("https://login.example/oauth/authorize?")
                .contains("scope=user%3Aprofile%20user%3Ainference").doesNotContain(request.pkce().verifier());
        assertThat(query(request.uri())).containsEntry("client_id", "app 1&x").containsEntry("response_type", "code")
                .containsEntry("redirect_uri", LOOPBACK.toString())
                .containsEntry("code_challenge", request.pkce().challenge()).containsEntry("code_challenge_method", "S256")
                .containsOnlyKeys("client_id", "response_type", "redirect_uri", "scope", "code_challenge",
                        "code_challenge_method", "state");
    }

    @Test
    void onlyThePageForPastingIsAskedToShowTheCode() {
        AuthorizationRequest pasting = AuthorizationRequest.create(FakeOAuthServer.settings("app"),
                URI.create("https://login.example/code"), true);
        assertThat(query(pasting.uri())).containsEntry("code", "true")
                .containsEntry("redirect_uri", "https://login.example/code");
    }

    @Test
    void stateAndVerifierAreIndependentAndNewEachTime() {
        AuthorizationRequest second = AuthorizationRequest.create(FakeOAuthServer.settings("app"), LOOPBACK, false);
        assertThat(Stream.of(state, request.pkce().verifier(), second.state(), second.pkce().verifier()))
                .doesNotHaveDuplicates();
        assertThat(state).hasSizeGreaterThanOrEqualTo(22);
        assertThat(request.toString()).doesNotContain(state).doesNotContain(request.pkce().verifier());
    }

    @Test
    void aRedirectGivesItsCode() {
        assertThat(request.redirectedCode("code=a%2Fb%2Bc&state=" + state)).isEqualTo("a/b+c");
        assertThat(request.redirectedCode("state=" + state + "&iss=x&code=abc")).isEqualTo("abc");
    }

    @Test
    void aDenialIsSaid() {
        assertThatThrownBy(() -> request.redirectedCode("error=access_denied&state=" + state))
                .isInstanceOf(AuthenticationException.class).hasMessage("The sign-in was denied");
        assertThatThrownBy(
                () -> request.redirectedCode("error=access_denied&error_description=Not%20now%0A%1b%5B2J&state=" + state))
                .hasMessage("The sign-in was denied: Not now [2J");
        assertThatThrownBy(() -> request.redirectedCode("error=server_error&error_description=Oops&state=" + state))
                .hasMessage("The sign-in failed: server_error (Oops)");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "code=abc", "code=abc&state=", "code=abc&state=foreign", "error=access_denied",
            "state&code", "=&=", "code=abc&state=%STATE%x", "code=abc&state=%zz" })
    void whatDoesNotBelongToTheLoginIsRefused(String query) {
        assertThatThrownBy(() -> request.redirectedCode(query.replace("%STATE%", state)))
                .isInstanceOf(AuthenticationException.class).hasMessageContaining("Start the login again")
                .satisfies(refusal -> assertThat(refusal.toString()).doesNotContain("abc").doesNotContain(state));
    }

    @Test
    void fieldsThatAreThereTwiceAreRefused() {
        assertThatThrownBy(() -> request.redirectedCode("code=abc&code=def&state=" + state))
                .isInstanceOf(AuthenticationException.class).hasMessageContaining("twice");
    }

    @Test
    void aRedirectWithoutCodeOrErrorIsRefused() {
        assertThatThrownBy(() -> request.redirectedCode("state=" + state)).isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("neither");
    }

    @Test
    void whatIsPastedGivesItsCode() {
        assertThat(request.pastedCode("abc#" + state)).isEqualTo("abc");
        assertThat(request.pastedCode(" \n abc#" + state + "\r\n")).isEqualTo("abc");
        assertThat(request.pastedCode("ab\nc#" + state.substring(0, 10) + "\n  " + state.substring(10))).isEqualTo("abc");
        assertThat(request.pastedCode(LOOPBACK + "?code=abc&state=" + state + "#top")).isEqualTo("abc");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "abc", "#", "abc#", "#STATE", "abc#foreign", "abc#STATEx", "https://login.example/code" })
    void whatIsPastedMustBeAllOfItAndBelongToTheLogin(String text) {
        assertThatThrownBy(() -> request.pastedCode(text.replace("STATE", state)))
                .isInstanceOf(AuthenticationException.class)
                .satisfies(refusal -> assertThat(refusal.toString()).doesNotContain("abc").doesNotContain(state));
    }

    @Property
    void anyPastedCodeIsFoundHoweverItsLinesAreBroken(@ForAll @AlphaChars @NumericChars @StringLength(min = 1) String code,
            @ForAll @StringLength(max = 6) String blanks) {
        String broken = blanks.replaceAll("\\S", "\n");
        String text = (code + "#" + state).chars().mapToObj(c -> (char) c + broken).collect(Collectors.joining());
        assertThat(request.pastedCode(broken + text)).isEqualTo(code);
    }

    @Property
    void anyTextThatIsPastedIsTakenOrRefused(@ForAll String text) {
        assertThatThrownBy(() -> request.pastedCode(text)).isInstanceOf(AuthenticationException.class);
    }

    @Property
    void anyQueryIsTakenOrRefused(@ForAll String query, @ForAll @StringLength(min = 1) String code) {
        assertThatThrownBy(() -> request.redirectedCode(query)).isInstanceOf(AuthenticationException.class);
        if (!code.isBlank() && StandardCharsets.UTF_8.newEncoder().canEncode(code)) {
            String encoded = URLEncoder.encode(code, StandardCharsets.UTF_8);
            assertThat(request.redirectedCode("code=" + encoded + "&state=" + state)).isEqualTo(code);
        }
    }
}
