package io.github.quarkusclaude.auth;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.quarkusclaude.auth.OAuthSettings.BodyFormat;
import io.github.quarkusclaude.json.RawJson;
import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * Asks a server of OAuth: only over connections nobody can listen to, and without a secret in what goes wrong.
 *
 * @param http makes the calls
 * @param format how bodies are written
 * @param headers of each call
 */
record OAuthPosts(OAuthHttp http, BodyFormat format, Map<String, String> headers) {

    private static final Set<String> SECRETS = Set.of("code", "state", "code_verifier", "refresh_token", "client_secret",
            "assertion", "token");

    private static final Pattern LOOPBACK = Pattern
            .compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]|\\[(0+:){7}0*1]", Pattern.CASE_INSENSITIVE);

    /** Calls with bodies in JSON. */
    static OAuthPosts json(OAuthHttp http, Map<String, String> headers) {
        return new OAuthPosts(http, BodyFormat.JSON, Map.copyOf(headers));
    }

    /**
     * Posts some fields.
     *
     * @return the body of an answer that is no refusal
     * @throws ConfigurationException if the address is none that secrets may be sent to
     * @throws io.github.quarkusclaude.error.AuthenticationException if the server refuses, and would refuse again
     * @throws io.github.quarkusclaude.error.ClaudeException if it failed and may work later
     */
    byte[] post(OAuthPurpose purpose, URI uri, Map<String, String> fields) {
        return send(purpose, uri, fields, headers, secretsOf(fields));
    }

    /** Posts some fields in the name of who has an access token. */
    byte[] post(OAuthPurpose purpose, URI uri, Map<String, String> fields, String accessToken) {
        Map<String, String> withToken = new HashMap<>(headers);
        withToken.put("authorization", "Bearer " + accessToken);
        withToken.put("anthropic-beta", AccessToken.OAUTH_BETA);
        Secrets secrets = secretsOf(fields);
        secrets.add(accessToken);
        return send(purpose, uri, fields, withToken, secrets);
    }

    private byte[] send(OAuthPurpose purpose, URI uri, Map<String, String> fields, Map<String, String> headers,
            Secrets secrets) {
        checkSafe(uri);
        boolean json = format == BodyFormat.JSON;
        String body = json ? RawJson.from(fields).toString() : form(fields);
        OAuthHttp.Answer answer = http.post(new OAuthHttp.Request(uri,
                json ? "application/json" : "application/x-www-form-urlencoded", body.getBytes(StandardCharsets.UTF_8),
                headers));
        if (answer.status() < 200 || answer.status() > 299) {
            throw OAuthRefusal.of(answer.body()).exception(purpose, uri.getAuthority(), answer, secrets);
        }
        return answer.body();
    }

    private static Secrets secretsOf(Map<String, String> fields) {
        return Secrets.of(SECRETS.stream().map(fields::get).toArray(String[]::new));
    }

    private static void checkSafe(URI uri) {
        boolean https = "https".equalsIgnoreCase(uri.getScheme());
        boolean http = "http".equalsIgnoreCase(uri.getScheme());
        if (!https && !http || uri.getHost() == null || uri.getRawUserInfo() != null) {
            throw new ConfigurationException("An address of an OAuth server must begin with https:// and name a host, without"
                    + " a user");
        }
        if (http && !LOOPBACK.matcher(uri.getHost()).matches()) {
            throw new ConfigurationException("Tokens are not sent to http://" + uri.getAuthority()
                    + ", where others could read them. Use https; http is for this machine only");
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
