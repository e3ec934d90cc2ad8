package io.github.quarkusclaude.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** A plain client of a simulator's authorization server. Parameters are given as name, value, name, value and so on. */
final class OAuthApi {

    static final String REDIRECT = "http://127.0.0.1:8787/callback";
    /** The example of RFC 7636, appendix B. */
    static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private static final String FORM = "application/x-www-form-urlencoded";

    private final ClaudeSimulator simulator;

    OAuthApi(ClaudeSimulator simulator) {
        this.simulator = simulator;
    }

    /** The address of a valid authorization request, with changes; an empty value takes a parameter away. */
    URI authorizeUri(String... changes) {
        Map<String, String> parameters = parameters("response_type", "code", "client_id", simulator.oauth().clientId(),
                "redirect_uri", REDIRECT, "scope", "user:profile user:inference", "state", "state-1",
                "code_challenge", CHALLENGE, "code_challenge_method", "S256");
        parameters.putAll(parameters(changes));
        return URI.create(simulator.baseUrl() + "/oauth/authorize?" + Parameters.encode(parameters));
    }

    String code(String... changes) {
        return query(simulator.oauth().authorize(authorizeUri(changes))).get("code").get(0);
    }

    static Map<String, List<String>> query(URI uri) {
        return Parameters.parse(uri.getRawQuery()).values();
    }

    /** The valid exchange of a code, with changes. */
    Map<String, String> exchange(String code, String... changes) {
        Map<String, String> fields = parameters("grant_type", "authorization_code", "code", code, "client_id",
                simulator.oauth().clientId(), "redirect_uri", REDIRECT, "code_verifier", VERIFIER);
        fields.putAll(parameters(changes));
        return fields;
    }

    Map<String, String> refresh(String refreshToken, String... changes) {
        Map<String, String> fields = parameters("grant_type", "refresh_token", "refresh_token", refreshToken, "client_id",
                simulator.oauth().clientId());
        fields.putAll(parameters(changes));
        return fields;
    }

    HttpResponse<String> json(String path, Map<String, String> fields) throws IOException {
        return api().send("POST", path, Api.JSON.valueToTree(fields).toString());
    }

    HttpResponse<String> form(String path, Map<String, String> fields) throws IOException {
        return api().header("content-type", FORM).send("POST", path, Parameters.encode(fields));
    }

    JsonNode tokens(Map<String, String> fields) throws IOException {
        return body(json("/v1/oauth/token", fields), 200);
    }

    /** Asserts that the token endpoint refuses this, and gives the description. */
    String refused(Map<String, String> fields, int status, String error) throws IOException {
        JsonNode body = body(json("/v1/oauth/token", fields), status);
        assertThat(body.path("error").asText()).isEqualTo(error);
        return body.path("error_description").asText();
    }

    static JsonNode body(HttpResponse<String> response, int status) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return Api.JSON.readTree(response.body());
    }

    /** A client without any credential. */
    Api api() {
        return new Api(simulator).header("x-api-key", null);
    }

    /** A client of the API with an access token. */
    Api api(String accessToken) {
        return api().header("authorization", "Bearer " + accessToken).header("anthropic-beta", "oauth-2025-04-20");
    }

    static Map<String, String> parameters(String... namesAndValues) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return parameters;
    }
}
