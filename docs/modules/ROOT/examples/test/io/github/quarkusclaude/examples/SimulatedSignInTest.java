package io.github.quarkusclaude.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.FederationRule;
import io.github.quarkusclaude.simulator.IssuedTokens;
import io.github.quarkusclaude.simulator.SigningAlgorithm;

class SimulatedSignInTest {

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    @Test
    void aTestSignsIn() {
        // tag::signin[]
        try (ClaudeSimulator simulator = ClaudeSimulator.builder()
                .oauth(options -> options.clientId("my-app").accessTokenLifetime(Duration.ofMinutes(5))) // <1>
                .start()) {

            IssuedTokens tokens = simulator.oauth().issue("user:inference"); // <2>
            simulator.oauth().expire(tokens.accessToken()); // <3>
            assertThat(simulator.oauth().isValid(tokens.accessToken())).isFalse();

            URI back = simulator.oauth().authorize(authorizeUri(simulator)); // <4>
            assertThat(back.getQuery()).contains("code=", "state=xyz");

            assertThat(simulator.oauth().tokenCalls("refresh_token")).isZero(); // <5>
        }
        // end::signin[]
    }

    @Test
    void aWorkloadProvesWhoItIs(@TempDir Path directory) throws IOException, InterruptedException {
        Path file = directory.resolve("token");
        // tag::federation[]
        try (ClaudeSimulator simulator = ClaudeSimulator.builder()
                .federation(options -> options.subject("my-service").tokenLifetime(Duration.ofMinutes(10))) // <1>
                .start()) {

            FederationRule rule = simulator.federationRule(); // <2>
            Files.writeString(file, simulator.issuer().token());
            assertThat(exchange(simulator, rule, Files.readString(file))).isEqualTo(200);

            simulator.issuer().rotateKey(SigningAlgorithm.RS256); // <3>
            assertThat(exchange(simulator, rule, Files.readString(file))).isEqualTo(200);
            assertThat(exchange(simulator, rule, simulator.issuer().expiredToken())).isEqualTo(401); // <4>
        }
        // end::federation[]
    }

    private static URI authorizeUri(ClaudeSimulator simulator) {
        return URI.create(simulator.baseUrl() + "/oauth/authorize?response_type=code&client_id=my-app&state=xyz"
                + "&redirect_uri=http://127.0.0.1:8787/callback&scope=user:inference"
                + "&code_challenge_method=S256&code_challenge=" + CHALLENGE);
    }

    private static int exchange(ClaudeSimulator simulator, FederationRule rule, String identityToken)
            throws IOException, InterruptedException {
        String body = """
                {"grant_type": "urn:ietf:params:oauth:grant-type:jwt-bearer", "assertion": "%s",
                 "federation_rule_id": "%s", "organization_id": "%s"}"""
                .formatted(identityToken, rule.id(), rule.organizationId());
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.baseUrl() + "/v1/oauth/token"))
                .header("content-type", "application/json")
                .header("anthropic-beta", "oauth-2025-04-20,oidc-federation-2026-04-01")
                .POST(BodyPublishers.ofString(body)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
    }
}
