package io.github.quarkusclaude.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.quarkusclaude.error.AuthenticationException;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Which credential a client uses depends on what there is, in one order, and what is broken is said. */
class CredentialDetectionTest {

    private static final String KEY = "sk-ant-api03-0123456789abcdef";
    private static final String BROKEN = "{\"refreshToken\": \"secret-refresh-token\"}";
    private static final String IDENTITY = "header.claims.signature";
    private static final Map<String, String> FEDERATION = Map.of("ANTHROPIC_FEDERATION_RULE_ID", "fdrl_1",
            "ANTHROPIC_ORGANIZATION_ID", "an-organization", "ANTHROPIC_IDENTITY_TOKEN", IDENTITY);

    @TempDir
    Path directory;

    /** How a source may be found. */
    enum State {
        PRESENT,
        ABSENT,
        BROKEN
    }

    /** One row of the table of three sources in three states. */
    record Row(@Nullable AuthMethod method, State configured, State file, State environment) {

        String expected() {
            if (configured != State.ABSENT) {
                return configured == State.PRESENT ? "quarkus.claude.oauth.token" : "configuration error";
            }
            if (file == State.PRESENT) {
                return "credentials.json";
            }
            return switch (environment) {
                case PRESENT -> "CLAUDE_OAUTH_TOKEN";
                case BROKEN -> "configuration error";
                case ABSENT -> "no credential";
            };
        }
    }

    static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (AuthMethod method : new AuthMethod[] { null, AuthMethod.OAUTH }) {
            for (State configured : State.values()) {
                for (State file : State.values()) {
                    for (State environment : State.values()) {
                        rows.add(new Row(method, configured, file, environment));
                    }
                }
            }
        }
        return rows;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theFirstTokenThereIs(Row row) throws Exception {
        Settings settings = new Settings();
        settings.method = row.method();
        settings.oauthToken = text(row.configured(), "configured-token");
        Path file = directory.resolve("credentials.json");
        switch (row.file()) {
            case PRESENT -> Logins.write(file, "{\"type\": \"oauth\", \"oauth\": {\"accessToken\": \"stored-token\"}}");
            case BROKEN -> Logins.write(file, "{\"type\": \"oauth\", \"oauth\": {\"accessTok");
            case ABSENT -> assertThat(Files.exists(file)).isFalse();
        }
        String variable = text(row.environment(), "\"token-of-the-environment\"");
        settings.environment = variable == null ? Map.of() : Map.of("CLAUDE_OAUTH_TOKEN", variable);

        assertThat(settings.found()).isEqualTo(row.expected());
    }

    private static @Nullable String text(State state, String present) {
        return switch (state) {
            case PRESENT -> present;
            case ABSENT -> null;
            case BROKEN -> BROKEN;
        };
    }

    @Test
    void aFileThatCannotBeReadIsNamedIfThereIsNothingElse() {
        Logins.write(directory.resolve("credentials.json"), "{\"type\": \"oau");
        Settings settings = new Settings();
        settings.method = AuthMethod.OAUTH;

        Throwable failure = catchThrowable(settings::detect);

        assertThat(failure).isInstanceOf(AuthenticationException.class).hasMessageContaining("credentials.json");
        assertThat(failure.getCause()).isInstanceOf(TokenStoreException.class);
    }

    @Test
    void whatComesFirst() {
        Settings settings = new Settings();
        settings.environment = FEDERATION;
        settings.federation = FederationSettings.of(FEDERATION);
        assertThat(settings.detect().source().method()).isEqualTo(AuthMethod.FEDERATION);

        Logins.write(profile("default"), """
                {"authentication": {"type": "oidc_federation", "federation_rule_id": "fdrl_2"}, "organization_id": "o"}""");
        assertThat(settings.detect().source().method()).isEqualTo(AuthMethod.FEDERATION);
        settings.profile = "default";
        assertThat(settings.detect().source().method()).isEqualTo(AuthMethod.PROFILE);

        settings.oauthToken = "configured-token";
        assertThat(settings.detect().source().method()).isEqualTo(AuthMethod.OAUTH);
        settings.authToken = "a-gateway's";
        assertThat(settings.detect().source().method()).isEqualTo(AuthMethod.AUTH_TOKEN);
        settings.apiKey = KEY;
        assertThat(settings.detect().source().method()).isEqualTo(AuthMethod.API_KEY);
    }

    @Test
    void aMethodThatWasAskedForIsTheOnlyOne() {
        for (AuthMethod method : AuthMethod.values()) {
            Settings settings = new Settings();
            settings.method = method;
            settings.apiKey = method == AuthMethod.API_KEY ? null : KEY;
            settings.authToken = method == AuthMethod.AUTH_TOKEN ? null : "a-gateway's";
            settings.oauthToken = method == AuthMethod.OAUTH ? null : "configured-token";
            if (method != AuthMethod.FEDERATION) {
                settings.federation = FederationSettings.of(FEDERATION);
            }

            assertThatThrownBy(settings::detect).as(method.id())
                    .isInstanceOfAny(AuthenticationException.class, ConfigurationException.class)
                    .hasMessageContaining(switch (method) {
                        case API_KEY -> "ANTHROPIC_API_KEY";
                        case AUTH_TOKEN -> "ANTHROPIC_AUTH_TOKEN";
                        case OAUTH -> "auth login";
                        case PROFILE -> "ANTHROPIC_CONFIG_DIR";
                        case FEDERATION -> "ANTHROPIC_FEDERATION_RULE_ID";
                    }).hasMessageNotContaining(KEY);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theMethodThatWasAskedForWinsIfAllAreThere(AuthMethod method) {
        Settings settings = new Settings();
        settings.method = method;
        settings.apiKey = KEY;
        settings.authToken = "a-gateway's";
        settings.oauthToken = "configured-token";
        settings.federation = FederationSettings.of(FEDERATION);
        Logins.write(profile("default"), """
                {"authentication": {"type": "oidc_federation", "federation_rule_id": "fdrl_2",
                 "identity_token": {"source": "file", "path": "token"}}, "organization_id": "o"}""");

        assertThat(settings.detect().source().method()).isEqualTo(method);
    }

    @Test
    void aKeyStoredByALoginIsAKey() {
        Logins.write(directory.resolve("credentials.json"), "{\"type\": \"api-key\", \"apiKey\": \"" + KEY + "\"}");
        Settings settings = new Settings();
        assertThat(settings.detect().source().method()).isEqualTo(AuthMethod.API_KEY);

        // and does not stand in the way of tokens, if those are asked for
        settings.method = AuthMethod.OAUTH;
        settings.environment = Map.of("ANTHROPIC_OAUTH_TOKEN", "a-token");
        assertThat(settings.found()).isEqualTo("ANTHROPIC_OAUTH_TOKEN");
    }

    @ParameterizedTest
    @CsvSource({ "ANTHROPIC_OAUTH_TOKEN", "CLAUDE_OAUTH_TOKEN", "ANTHROPIC_OAUTH_ACCESS_TOKEN" })
    void aVariableIsEnough(String variable) {
        Settings settings = new Settings();
        settings.environment = Map.of(variable, "a-token");
        assertThat(settings.found()).isEqualTo(variable);

        settings.environment = Map.of(variable, "  ");
        assertThat(settings.found()).isEqualTo("no credential");
    }

    @Test
    void theFirstVariableWins() {
        Settings settings = new Settings();
        settings.environment = Map.of("ANTHROPIC_OAUTH_TOKEN", "first", "CLAUDE_OAUTH_TOKEN", "second",
                "ANTHROPIC_OAUTH_ACCESS_TOKEN", "third");
        assertThat(settings.found()).isEqualTo("ANTHROPIC_OAUTH_TOKEN");
    }

    @Test
    void furtherVariablesSayMoreAboutAToken() {
        Settings settings = new Settings();
        settings.environment = Map.of("ANTHROPIC_OAUTH_ACCESS_TOKEN", "a-token", "ANTHROPIC_OAUTH_REFRESH_TOKEN", "another",
                "ANTHROPIC_OAUTH_TOKEN_EXPIRY", Long.toString(Logins.NOW.getEpochSecond() + 3600));
        CredentialSource source = settings.detect().source();

        assertThat(source.current().await().atMost(Duration.ofSeconds(30)).expiresAt()).isEqualTo(Logins.NOW.plusSeconds(3600));
        assertThat(source.status().refreshable()).isTrue();

        settings.environment = Map.of("ANTHROPIC_OAUTH_ACCESS_TOKEN", "a-token", "ANTHROPIC_OAUTH_TOKEN_EXPIRY", "tomorrow");
        assertThatThrownBy(settings::detect).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("ANTHROPIC_OAUTH_TOKEN_EXPIRY");
    }

    @Test
    void federationThatWasBegunIsToldWhatItLacks() {
        Settings settings = new Settings();
        settings.federation = FederationSettings.of(Map.of("ANTHROPIC_FEDERATION_RULE_ID", "fdrl_1"));

        assertThatThrownBy(settings::detect).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("ANTHROPIC_ORGANIZATION_ID").hasMessageContaining("ANTHROPIC_IDENTITY_TOKEN_FILE")
                .hasMessageNotContaining("fdrl_1");
    }

    private Path profile(String name) {
        Path file = directory.resolve("profiles/configs/" + name + ".json");
        assertThat(file.getParent().toFile().mkdirs() || Files.isDirectory(file.getParent())).isTrue();
        return file;
    }

    /** What is configured; nothing at first. */
    private final class Settings {

        @Nullable
        AuthMethod method;
        @Nullable
        String apiKey;
        @Nullable
        String authToken;
        @Nullable
        String oauthToken;
        @Nullable
        String profile;
        FederationSettings federation = FederationSettings.NONE;
        Map<String, String> environment = Map.of();

        DetectedCredential detect() {
            AuthSettings settings = new AuthSettings("<default>", key -> "quarkus.claude." + key, method, apiKey, null,
                    "quarkus.claude.api-key", new ApiKeyForm(false, false), authToken, oauthToken,
                    new CredentialsFile(directory.resolve("credentials.json"), Logins.CLOCK), TokenStore.DEFAULT_NAME, false,
                    FakeOAuthServer.settings("app"), federation, profile, new ProfileDirectory(directory.resolve("profiles")),
                    null, URI::create, environment);
            return new CredentialDetection(settings, new AuthRuntime(request -> {
                throw new AssertionError("Detection asks nobody");
            }, Runnable::run, Logins.CLOCK, event -> {
            })).detect();
        }

        /** The source that was found, or what there was instead. */
        String found() {
            try {
                CredentialSource source = detect().source();
                assertThat(source.method()).isEqualTo(AuthMethod.OAUTH);
                String name = source.status().source();
                return name.substring(name.lastIndexOf('/') + 1);
            } catch (ConfigurationException e) {
                assertThat(e).hasMessageNotContaining("secret-refresh-token");
                return "configuration error";
            } catch (AuthenticationException e) {
                return "no credential";
            }
        }
    }
}
