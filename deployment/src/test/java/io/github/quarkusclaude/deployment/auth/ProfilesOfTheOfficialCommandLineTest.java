package io.github.quarkusclaude.deployment.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.quarkusclaude.auth.AuthMethod;
import io.github.quarkusclaude.error.AuthenticationException;
import io.github.quarkusclaude.error.ClaudeException;
import io.github.quarkusclaude.simulator.IssuedTokens;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.QuarkusUnitTest;

/** A profile says who asks, in which workspace, and where the API is. */
class ProfilesOfTheOfficialCommandLineTest extends AuthTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = application("profiles")
            .overrideRuntimeConfigKey("quarkus.claude.\"person\".profile", "me")
            .overrideRuntimeConfigKey("quarkus.claude.\"person\".config-dir", "${simulator.directory}/official")
            .overrideRuntimeConfigKey("quarkus.claude.\"workload\".profile", "work")
            .overrideRuntimeConfigKey("quarkus.claude.\"workload\".config-dir", "${simulator.directory}/official")
            .overrideRuntimeConfigKey("quarkus.claude.\"active\".config-dir", "${simulator.directory}/official")
            .overrideRuntimeConfigKey("quarkus.claude.\"elsewhere\".config-dir", "${simulator.directory}/official")
            .overrideRuntimeConfigKey("quarkus.claude.\"elsewhere\".base-url", "${simulator.unavailable-url}")
            .overrideRuntimeConfigKey("quarkus.claude.\"mistyped\".profile", "mistyped")
            .overrideRuntimeConfigKey("quarkus.claude.\"mistyped\".config-dir", "${simulator.directory}/official")
            .overrideRuntimeConfigKey("quarkus.claude.\"missing\".profile", "nobody")
            .overrideRuntimeConfigKey("quarkus.claude.\"missing\".config-dir", "${simulator.directory}/official");

    private Path official;
    private Path credentials;
    private IssuedTokens tokens;

    @BeforeEach
    void signIn() {
        official = directory.resolve("official");
        credentials = official.resolve("credentials/me.json");
        tokens = simulator.oauth().issue();
        privateFile(directory.resolve("identity-token"), simulator.issuer().token());
        privateFile(official.resolve("configs/me.json"), """
                {"version": "1.0", "workspace_id": "wrkspc_mine", "base_url": "%s/v1/",
                 "authentication": {"type": "user_oauth", "client_id": "simulator-client"}}""".formatted(simulator.baseUrl()));
        privateFile(official.resolve("configs/work.json"), """
                {"organization_id": "%s", "workspace_id": "%s", "base_url": "%s",
                 "authentication": {"type": "oidc_federation", "federation_rule_id": "%s",
                  "identity_token": {"source": "file", "path": "%s"}}}""".formatted(
                simulator.federationRule().organizationId(), simulator.federationRule().workspaceIds().get(0),
                simulator.baseUrl(), simulator.federationRule().id(), directory.resolve("identity-token")));
        privateFile(official.resolve("active_config"), "me\n");
        expiresAt(Instant.now().plusSeconds(3600));
    }

    private void expiresAt(Instant time) {
        privateFile(credentials, """
                {"version": "1.0", "type": "oauth_token", "access_token": "%s", "refresh_token": "%s", "expires_at": %d,
                 "account_email": "me@example.com"}""".formatted(tokens.accessToken(), tokens.refreshToken().orElseThrow(),
                time.getEpochSecond()));
    }

    @Test
    void thatOfAPersonNamesTheWorkspaceAndIsRefreshed() {
        expiresAt(Instant.now().plusSeconds(10));

        clients.client("person").generate("Hello");

        assertThat(auth.status("person").method()).isEqualTo(AuthMethod.PROFILE);
        assertThat(lastApiRequest().header("anthropic-workspace-id")).contains("wrkspc_mine");
        JsonNode stored = json(credentials);
        assertThat(stored.path("access_token").asText()).isEqualTo(bearer(lastApiRequest()))
                .isNotEqualTo(tokens.accessToken());
        assertThat(stored.path("expires_at").asLong()).isBetween(Instant.now().getEpochSecond(),
                Instant.now().plusSeconds(3700).getEpochSecond());
        assertThat(stored.path("account_email").asText()).isEqualTo("me@example.com");
        assertThat(refreshes()).isOne();
    }

    @Test
    void thatOfAWorkloadIsBoundToItsWorkspaceAlready() {
        clients.client("workload").generate("Hello");

        assertThat(lastApiRequest().header("anthropic-workspace-id")).isEmpty();
        assertThat(simulator.oauth().isValid(bearer(lastApiRequest()))).isTrue();
        assertThat(simulator.requests().get(0).body().path("workspace_id").asText())
                .isEqualTo(simulator.federationRule().workspaceIds().get(0));
    }

    @Test
    void theActiveOneIsUsedIfNothingElseIsSaid() {
        clients.client("active").generate("Hello");

        assertThat(bearer(lastApiRequest())).isEqualTo(tokens.accessToken());
        assertThat(auth.status("active").source()).contains("me");
    }

    @Test
    void aConfiguredAddressIsUsedInsteadOfThatOfTheProfile() {
        assertThatThrownBy(() -> clients.client("elsewhere").generate("Hello")).isInstanceOf(ClaudeException.class);

        assertThat(apiRequests()).isEmpty();
        assertThat(SimulatorConfigSource.unavailable().requests()).isNotEmpty();
    }

    @Test
    void oneThatIsNamedMustBeThere() {
        assertThatThrownBy(() -> clients.client("missing")).isInstanceOfAny(AuthenticationException.class,
                ConfigurationException.class).hasMessageContaining("nobody");
    }

    @ParameterizedTest
    @ValueSource(strings = { "api.example.com", "https://api example.com", "https://someone:secret@api.example.com" })
    void anAddressThatIsNoneIsToldWithItsProfile(String address) {
        Path file = official.resolve("configs/mistyped.json");
        privateFile(file, """
                {"base_url": "%s", "authentication": {"type": "user_oauth", "client_id": "simulator-client"}}"""
                .formatted(address));

        assertThatThrownBy(() -> clients.client("mistyped")).isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("profile mistyped", file.toString(), "base_url", "https://api.anthropic.com")
                .hasMessageNotContaining("secret");
        assertThat(auth.status("mistyped").source()).contains("profile mistyped");
        assertThat(simulator.requests()).isEmpty();
    }
}
