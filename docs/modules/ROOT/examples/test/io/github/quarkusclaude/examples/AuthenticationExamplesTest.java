package io.github.quarkusclaude.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.auth.ClaudeAuth;
import io.github.quarkusclaude.auth.OAuthTokens;
import io.github.quarkusclaude.auth.StoredCredentials;
import io.github.quarkusclaude.error.AuthenticationException;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.RecordedRequest;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** The examples about authentication do what the guide says. */
@QuarkusTest
@WithTestResource(SignInServer.class)
class AuthenticationExamplesTest {

    ClaudeSimulator simulator;

    @Inject
    SignIn signIn;

    @Inject
    CredentialWatch watch;

    @Inject
    Tenants tenants;

    @Inject
    Vault vault;

    @Inject
    ClaudeClients clients;

    @Inject
    ClaudeAuth auth;

    @Test
    void aPersonSignsInAndTheLoginIsWatched() throws Exception {
        URI page = signIn.begin("session", URI.create("http://127.0.0.1:8080/callback"));
        signIn.finish("session", simulator.oauth().authorize(page).getRawQuery());

        assertThat(clients.client("person").generate("What is 6 * 7?").text()).contains("42");
        assertThat(watch.describe("person")).isEqualTo("OAUTH from the vault");

        auth.store("person").save("person", StoredCredentials.of(new OAuthTokens("sk-ant-oat01-revoked", "revoked",
                Instant.now().minusSeconds(60), OAuthTokens.BEARER, List.of())));
        simulator.oauth().revoke(last().header("authorization").orElseThrow().replaceFirst("^Bearer ", ""));
        assertThatThrownBy(() -> clients.client("person").generate("Hello")).isInstanceOf(AuthenticationException.class);
        assertThat(watch.alerts().get("person")).startsWith("Sign in again");
    }

    @Test
    void eachTenantHasAKey() {
        assertThat(tenants.ask("sk-ant-api03-of-a-tenant-0123456789", simulator.baseUrl(), "What is 6 * 7?")).contains("42");
        assertThat(last().header("x-api-key")).contains("sk-ant-api03-of-a-tenant-0123456789");
    }

    @Test
    void keysComeFromTheVault() {
        vault.write("keys/claude", "sk-ant-api03-of-the-vault-0123456789");

        assertThat(clients.client("reports").generate("What is 6 * 7?").text()).contains("42");

        assertThat(last().header("x-api-key")).contains("sk-ant-api03-of-the-vault-0123456789");
        assertThat(watch.describe("reports")).contains("credentials provider");
    }

    @Test
    void federationNeedsNothingMoreThanIsShown() {
        assertThat(watch.describe("workload")).isEqualTo("FEDERATION from workload identity federation by fdrl_01AbCdEf");
    }

    private RecordedRequest last() {
        return simulator.requests().get(simulator.requests().size() - 1);
    }
}
