package io.github.quarkusclaude.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.github.quarkusclaude.auth.OAuthSettings.BodyFormat;
import io.github.quarkusclaude.error.AuthenticationException;
import io.github.quarkusclaude.error.ServerException;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.Fault;
import io.github.quarkusclaude.simulator.SimulatedOAuth;
import io.github.quarkusclaude.transport.OAuthCalls;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;

/** The protocol against a server that checks it. */
class OAuthAgainstTheSimulatorTest {

    private static final URI LOOPBACK = URI.create("http://127.0.0.1:43210/callback");
    private static final Clock CLOCK = Clock.systemUTC();
    private static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private static Vertx vertx;
    private static ClaudeSimulator simulator;
    private static OAuthCalls http;

    @TempDir
    Path directory;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        simulator = ClaudeSimulator.builder().start();
        http = new OAuthCalls(vertx, new HttpClientOptions());
    }

    @AfterAll
    static void stop() {
        http.close();
        simulator.close();
        vertx.close().toCompletionStage().toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
    }

    @AfterEach
    void forget() {
        simulator.reset();
    }

    static OAuthSettings settings(String baseUrl, BodyFormat format) {
        return new OAuthSettings("simulator-client", null, URI.create(baseUrl + "/oauth/authorize"), null,
                URI.create(baseUrl + "/v1/oauth/token"), URI.create(baseUrl + "/v1/oauth/revoke"),
                URI.create(baseUrl + "/api/oauth/claude_cli/create_api_key"),
                URI.create(baseUrl + "/oauth/code/callback"), List.of("user:profile", "user:inference"), format);
    }

    private static OAuthServer server(BodyFormat format) {
        return new OAuthServer(settings(simulator.baseUrl(), format), http, CLOCK);
    }

    private static OAuthTokens signIn(OAuthServer server, AuthorizationRequest request) {
        URI back = oauth().authorize(request.uri());
        assertThat(back.toString()).startsWith(request.redirectUri().toString());
        return server.exchange(request, request.redirectedCode(back.getRawQuery()));
    }

    private static SimulatedOAuth oauth() {
        return simulator.oauth();
    }

    @ParameterizedTest
    @EnumSource
    void aPersonSignsInAndTheTokensAreRefreshedAndRevoked(BodyFormat format) {
        OAuthServer server = server(format);
        OAuthTokens first = signIn(server, server.authorize(LOOPBACK));
        assertThat(first.scopes()).containsExactlyInAnyOrder("user:profile", "user:inference");
        assertThat(first.expiresAt()).isAfter(CLOCK.instant());
        assertThat(oauth().isValid(first.accessToken())).isTrue();

        OAuthTokens second = server.refresh(first);
        assertThat(second.accessToken()).isNotEqualTo(first.accessToken());
        assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken());
        assertThat(oauth().isValid(second.accessToken())).isTrue();

        assertThat(server.revoke(second)).isTrue();
        assertThat(oauth().isValid(second.accessToken())).isFalse();
        assertThatThrownBy(() -> server.refresh(second)).isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("invalid_grant").hasMessageContaining("Log in again")
                .hasMessageNotContaining(second.refreshToken());
        assertThat(oauth().tokenCalls("authorization_code")).isOne();
    }

    @Test
    void aCodeIsPasted() {
        OAuthServer server = server(BodyFormat.JSON);
        AuthorizationRequest request = server.authorizeByPasting();
        URI back = oauth().authorize(request.uri());
        assertThat(oauth().isValid(server.exchange(request, request.pastedCode(back + "\n")).accessToken())).isTrue();
        // a code works once only
        assertThatThrownBy(() -> server.exchange(request, request.pastedCode(back.toString())))
                .isInstanceOf(AuthenticationException.class).hasMessageContaining("Start the login again");
    }

    @Test
    void aPersonDenies() {
        AuthorizationRequest request = server(BodyFormat.JSON).authorize(LOOPBACK);
        assertThatThrownBy(() -> request.redirectedCode(oauth().deny(request.uri()).getRawQuery()))
                .isInstanceOf(AuthenticationException.class).hasMessageContaining("The sign-in was denied");
        assertThat(oauth().tokenCalls()).isEmpty();
    }

    @Test
    void theAnswerToAnotherLoginIsNotTaken() {
        OAuthServer server = server(BodyFormat.JSON);
        AuthorizationRequest request = server.authorize(LOOPBACK);
        URI foreign = oauth().authorize(server.authorize(LOOPBACK).uri());
        assertThatThrownBy(() -> request.redirectedCode(foreign.getRawQuery())).isInstanceOf(AuthenticationException.class);
    }

    @Test
    void aKeyIsCreatedWithTheScopeForIt() {
        OAuthServer server = new OAuthServer(settings(simulator.baseUrl(), BodyFormat.JSON).forKeyCreation(), http, CLOCK);
        assertThat(server.createApiKey(signIn(server, server.authorize(LOOPBACK))).value()).startsWith("sk-ant-api");
        OAuthServer ordinary = server(BodyFormat.JSON);
        OAuthTokens tokens = signIn(ordinary, ordinary.authorize(LOOPBACK));
        assertThatThrownBy(() -> ordinary.createApiKey(tokens)).isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("org:create_api_key").hasMessageNotContaining(tokens.accessToken());
    }

    @Test
    void aServerThatFailsLeavesTheLoginAsItWas() throws IOException {
        Path file = directory.resolve("login.json");
        CredentialsFile store = new CredentialsFile(file, CLOCK);
        OAuthServer server = server(BodyFormat.JSON);
        store.save("anthropic", StoredCredentials.of(signIn(server, server.authorize(LOOPBACK))));
        String before = Files.readString(file);
        LoginTokens login = new LoginTokens(store, "anthropic", server, CLOCK, LoginKind.OWN);
        simulator.fault(Fault.status(503));
        assertThatThrownBy(() -> login.renew(login.stored())).isInstanceOf(ServerException.class);
        assertThat(file).hasContent(before);
        AccessToken next = login.renew(login.stored());
        assertThat(oauth().isValid(next.value())).isTrue();
        assertThat(Files.readString(file)).contains(next.value()).isNotEqualTo(before);
    }

    @Test
    void aWorkloadExchangesTheTokenOfItsPlatform() throws IOException {
        Path identityToken = directory.resolve("token");
        Map<String, String> environment = Map.of("ANTHROPIC_FEDERATION_RULE_ID", simulator.federationRule().id(),
                "ANTHROPIC_ORGANIZATION_ID", simulator.federationRule().organizationId(),
                "ANTHROPIC_SERVICE_ACCOUNT_ID", simulator.federationRule().serviceAccountId(),
                "ANTHROPIC_IDENTITY_TOKEN_FILE", identityToken.toString());
        FederatedTokens tokens = new FederatedTokens(FederationSettings.of(environment), URI.create(simulator.baseUrl()), http,
                CLOCK, "the environment");
        Set<String> got = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            simulator.issuer().rotateKey();
            simulator.issuer().dropOldKeys();
            Files.writeString(identityToken, simulator.issuer().token() + "\n");
            AccessToken token = tokens.renew(null);
            assertThat(oauth().isValid(token.value())).isTrue();
            assertThat(token.expiresAt()).isAfter(CLOCK.instant());
            got.add(token.value());
        }
        assertThat(got).hasSize(3);
        assertThat(oauth().tokenCalls(JWT_BEARER)).isEqualTo(3);
        for (String refused : List.of(simulator.issuer().expiredToken(), simulator.issuer().tokenForAnotherAudience(),
                simulator.issuer().tokenSignedByAnotherKey())) {
            Files.writeString(identityToken, refused);
            assertThatThrownBy(() -> tokens.renew(null)).isInstanceOf(AuthenticationException.class)
                    .hasMessageContaining("federation rule").hasMessageContaining("workspace")
                    .hasMessageNotContaining(refused);
        }
    }

    @Test
    void profilesGetTokensOfBothTypes() throws IOException {
        Path configs = Files.createDirectories(directory.resolve("configs"));
        Path identityToken = Files.writeString(directory.resolve("token"), simulator.issuer().token());
        Files.writeString(configs.resolve("work.json"), """
                {"organization_id": "%s", "authentication": {"type": "oidc_federation", "federation_rule_id": "%s",
                 "identity_token": {"source": "file", "path": "%s"}}}""".formatted(
                simulator.federationRule().organizationId(), simulator.federationRule().id(), identityToken));
        Files.writeString(configs.resolve("me.json"), """
                {"workspace_id": "wrkspc_1", "authentication": {"type": "user_oauth", "client_id": "simulator-client"}}""");
        OAuthServer server = server(BodyFormat.JSON);
        new ProfileCredentials(Files.createDirectories(directory.resolve("credentials")).resolve("me.json")).save("me",
                StoredCredentials.of(signIn(server, server.authorize(LOOPBACK))));

        for (String name : List.of("work", "me")) {
            Profile profile = new ProfileDirectory(directory).find(name, Map.of()).orElseThrow();
            TokenSupplier tokens = profile.tokens(URI.create(simulator.baseUrl()), http, CLOCK);
            AccessToken token = tokens.renew(tokens.stored());
            assertThat(oauth().isValid(token.value())).isTrue();
            assertThat(token.workspaceId()).isEqualTo(name.equals("me") ? "wrkspc_1" : null);
            assertThat(profile.tokens(URI.create(simulator.baseUrl()), http, CLOCK).stored().value()).isEqualTo(token.value());
        }
    }

    @Test
    void processesThatShareALoginRefreshOnce() throws Exception {
        Path file = directory.resolve("login.json");
        CredentialsFile store = new CredentialsFile(file, CLOCK);
        OAuthServer server = server(BodyFormat.JSON);
        OAuthTokens tokens = signIn(server, server.authorize(LOOPBACK));
        store.save("anthropic", StoredCredentials.of(tokens));
        List<RefreshingChild> children = Stream.generate(() -> RefreshingChild.start(file, simulator.baseUrl())).limit(3)
                .toList();
        try {
            for (RefreshingChild child : children) {
                child.awaitReady();
            }
            children.forEach(RefreshingChild::begin);
            Set<String> got = new HashSet<>();
            for (RefreshingChild child : children) {
                got.add(child.token());
            }
            assertThat(got).hasSize(1).doesNotContain(tokens.accessToken())
                    .containsExactly(store.load("anthropic").orElseThrow().tokens().accessToken());
            assertThat(oauth().tokenCalls("refresh_token")).isOne();
        } finally {
            children.forEach(RefreshingChild::stop);
        }
    }
}
