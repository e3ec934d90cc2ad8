package io.github.quarkusclaude.simulator;

import static io.github.quarkusclaude.simulator.Api.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

class IdentityTokensAreExchangedTest {

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final String BETAS = "oauth-2025-04-20,oidc-federation-2026-04-01";

    private final VirtualClock clock = new VirtualClock();
    private ClaudeSimulator simulator;
    private IdentityTokenIssuer issuer;

    @BeforeEach
    void start() {
        simulator = ClaudeSimulator.builder().clock(clock).federation(options -> options.subject("build")).start();
        issuer = simulator.issuer();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void forTokensThatOpenTheApi() throws IOException {
        FederationRule rule = simulator.federationRule();
        JsonNode answer = accepted(request(issuer.token())
                .put("service_account_id", rule.serviceAccountId()).put("workspace_id", rule.workspaceIds().get(0)));

        assertThat(answer.path("access_token").asText()).startsWith("sk-ant-oat01-");
        assertThat(answer.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(answer.path("scope").asText()).isEqualTo("workspace:developer");
        assertThat(answer.has("refresh_token")).isFalse();
        Api api = new OAuthApi(simulator).api(answer.path("access_token").asText());
        api.answer(ask("Hello"));
        HttpResponse<String> models = api.get("/v1/models");
        assertThat(models.headers().firstValue("anthropic-workspace-id")).contains(rule.workspaceIds().get(0));
        assertThat(models.headers().firstValue("anthropic-organization-id")).contains(rule.organizationId());
        assertThat(simulator.oauth().tokenCalls(GRANT)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void signedWithAnyAlgorithm(SigningAlgorithm algorithm) throws IOException {
        issuer.rotateKey(algorithm);

        String token = issuer.token();

        assertThat(decoded(token, 0).path("alg").asText()).isEqualTo(algorithm.name());
        accepted(request(token));
        refused(request(issuer.tokenSignedByAnotherKey()));
    }

    @Test
    void alsoWhileTheKeyChanges() throws IOException {
        String before = issuer.token();
        issuer.rotateKey();
        String after = issuer.token();
        assertThat(decoded(after, 0).path("kid")).isNotEqualTo(decoded(before, 0).path("kid"));

        accepted(request(before));
        accepted(request(after));
        issuer.dropOldKeys();
        refused(request(before));
        accepted(request(after));
    }

    @Test
    void butNotIfTheyAreWrongAndNobodyLearnsWhy() throws IOException {
        String good = issuer.token();
        String[] parts = good.split("\\.");
        String audience = simulator.federationRule().audience();
        List<ObjectNode> requests = new ArrayList<>(List.of(
                request("no token"),
                request("a.b.c"),
                request("?.?.?"),
                request(parts[0] + "." + parts[1] + "."),
                request(encoded("{'alg':'none','kid':'key-1'}") + "." + parts[1] + "."),
                request(encoded("{'alg':'RS256','kid':'key-1'}") + "." + parts[1] + "." + parts[2]),
                request(encoded("{'alg':'ES256','kid':'key-2'}") + "." + parts[1] + "." + parts[2]),
                request(parts[0] + "." + encoded("{'sub':'root'}") + "." + parts[2]),
                request(issuer.tokenSignedByAnotherKey()),
                request(issuer.expiredToken()),
                request(issuer.tokenForAnotherAudience()),
                request(issuer.token("intruder", audience, Duration.ofMinutes(5))),
                request(issuer.token(Duration.ofHours(1).plusSeconds(1))),
                request(good).put("federation_rule_id", "fdrl_01another"),
                request(good).put("organization_id", "00000000-0000-0000-0000-000000000000"),
                request(good).put("service_account_id", "svac_01another"),
                request(good).put("workspace_id", "wrkspc_01another")));
        try (ClaudeSimulator twin = ClaudeSimulator.builder().clock(clock).federation(o -> o.subject("build")).start()) {
            requests.add(request(twin.issuer().token()));
        }

        for (ObjectNode request : requests) {
            assertThat(refused(request)).isEqualTo(refused(requests.get(0)));
        }
        accepted(request(good));
    }

    @ParameterizedTest
    @CsvSource({
            "assertion, ''",
            "assertion,",
            "federation_rule_id, rule-1",
            "federation_rule_id,",
            "organization_id, acme",
            "organization_id,",
            "service_account_id, me",
            "workspace_id, mine",
            "audience, anybody",
    })
    void orTheRequestIsFoundFaultWith(String name, String value) throws IOException {
        assertMalformed(post(BETAS, request(issuer.token()).put(name, value)), name);
    }

    @Test
    void asJsonWithTheBetaValuesOnly() throws IOException {
        ObjectNode request = request(issuer.token());
        assertMalformed(post("oauth-2025-04-20", request), "anthropic-beta");
        assertMalformed(post("oidc-federation-2026-04-01", request), "anthropic-beta");
        assertMalformed(post(BETAS, request(issuer.token() + "x".repeat(16 * 1024))), "assertion");

        Map<String, String> form = OAuthApi.parameters("grant_type", GRANT, "assertion", issuer.token());
        assertMalformed(new OAuthApi(simulator).form("/v1/oauth/token", form), "content-type");
    }

    @Test
    void withSomeToleranceForClocks() throws IOException {
        String token = issuer.token(Duration.ofMinutes(1));
        clock.advance(Duration.ofSeconds(89));
        assertThat(accepted(request(token)).path("expires_in").asLong()).isEqualTo(60);
        clock.advance(Duration.ofSeconds(1));
        refused(request(token));

        String early = issuer.token();
        clock.advance(Duration.ofSeconds(-30));
        accepted(request(early));
        clock.advance(Duration.ofSeconds(-1));
        refused(request(early));
    }

    @ParameterizedTest
    @CsvSource({ "3600, PT20M, 2400", "3600, PT1H, 3600", "600, PT1H, 600", "3600, PT10S, 60", "86400, PT1H, 7200" })
    void forATimeThatDependsOnBothLifetimes(long ofRule, Duration ofToken, long expected) throws IOException {
        try (ClaudeSimulator other = ClaudeSimulator.builder().clock(clock)
                .federation(options -> options.tokenLifetime(Duration.ofSeconds(ofRule))).start()) {
            JsonNode answer = OAuthApi.body(post(other, BETAS, request(other, other.issuer().token(ofToken))), 200);

            assertThat(answer.path("expires_in").asLong()).isEqualTo(expected);
        }
    }

    @Test
    void forOneOfSeveralWorkspaces() throws IOException {
        try (ClaudeSimulator wide = ClaudeSimulator.builder().federation(options -> options.workspace("wrkspc_1")
                .workspace("wrkspc_2").scopes("workspace:inference")).start()) {
            ObjectNode request = request(wide, wide.issuer().token());
            assertThat(post(wide, BETAS, request).statusCode()).isEqualTo(401);

            assertThat(workspace(wide, request.put("workspace_id", "default"))).isEqualTo("wrkspc_1");
            assertThat(workspace(wide, request.put("workspace_id", "wrkspc_2"))).isEqualTo("wrkspc_2");
        }
    }

    @Test
    void withinTheLimitsOfRules() {
        for (Duration lifetime : List.of(Duration.ofSeconds(59), Duration.ofSeconds(86_401))) {
            assertThatIllegalArgumentException().isThrownBy(() -> ClaudeSimulator.builder()
                    .federation(options -> options.tokenLifetime(lifetime)));
        }
    }

    private static String workspace(ClaudeSimulator simulator, ObjectNode request) throws IOException {
        String token = OAuthApi.body(post(simulator, BETAS, request), 200).path("access_token").asText();
        return new OAuthApi(simulator).api(token).get("/v1/models").headers().firstValue("anthropic-workspace-id")
                .orElseThrow();
    }

    private ObjectNode request(String assertion) {
        return request(simulator, assertion);
    }

    private static ObjectNode request(ClaudeSimulator simulator, String assertion) {
        return Api.JSON.createObjectNode().put("grant_type", GRANT).put("assertion", assertion)
                .put("federation_rule_id", simulator.federationRule().id())
                .put("organization_id", simulator.federationRule().organizationId());
    }

    private JsonNode accepted(ObjectNode request) throws IOException {
        return OAuthApi.body(post(BETAS, request), 200);
    }

    /** The error without what differs from answer to answer. */
    private JsonNode refused(ObjectNode request) throws IOException {
        ObjectNode body = (ObjectNode) OAuthApi.body(post(BETAS, request), 401);
        assertThat(body.at("/error/type").asText()).isEqualTo("authentication_error");
        return body.without("request_id");
    }

    private static void assertMalformed(HttpResponse<String> response, String part) throws IOException {
        JsonNode error = OAuthApi.body(response, 400).path("error");
        assertThat(error.path("type").asText()).isEqualTo("invalid_request_error");
        assertThat(error.path("message").asText()).startsWith(part);
    }

    private HttpResponse<String> post(String betas, ObjectNode request) throws IOException {
        return post(simulator, betas, request);
    }

    private static HttpResponse<String> post(ClaudeSimulator simulator, String betas, ObjectNode request) throws IOException {
        return new OAuthApi(simulator).api().header("anthropic-beta", betas)
                .send("POST", "/v1/oauth/token", request.toString());
    }

    private static JsonNode decoded(String token, int part) throws IOException {
        return Api.JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[part]));
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
