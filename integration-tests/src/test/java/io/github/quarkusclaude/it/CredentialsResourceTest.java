package io.github.quarkusclaude.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.IssuedTokens;
import io.github.quarkusclaude.simulator.RecordedRequest;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

/** Files, locks, encryption, token calls and events work wherever the application runs. */
@QuarkusTest
@WithTestResource(SimulatedLogins.class)
class CredentialsResourceTest {

    ClaudeSimulator simulator;
    Path directory;

    @Test
    void anExpiredLoginIsRefreshedAndStored() throws IOException {
        IssuedTokens tokens = simulator.oauth().issue();
        Path file = Files.writeString(directory.resolve("person.json"), login(tokens, Instant.now().minusSeconds(60)));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        assertThat(post("person/generate", "What is 6 * 7?")).contains("42");
        assertThat(post("person/stream", "What is 6 * 7?")).contains("42");

        assertThat(Files.readString(file)).contains(lastToken()).doesNotContain(tokens.accessToken());
        assertThat(get("person/status")).isEqualTo("OAUTH " + file + " true");
        assertThat(get("events")).contains("Refreshed person");

        simulator.oauth().revoke(lastToken());
        assertThat(post("person/generate", "What is 6 * 7?")).contains("42");
        assertThat(Files.readString(file)).contains(lastToken());
    }

    @Test
    void anEncryptedLoginIsRefreshedAndStored() throws IOException {
        IssuedTokens tokens = simulator.oauth().issue();
        given().contentType(ContentType.TEXT).body(login(tokens, Instant.now().minusSeconds(60)))
                .post("/credentials/encrypted/login").then().statusCode(204);

        assertThat(post("encrypted/generate", "What is 6 * 7?")).contains("42");
        String first = lastToken();
        assertThat(post("encrypted/refresh", "")).startsWith("OAUTH " + directory.resolve("logins.enc"));
        assertThat(post("encrypted/generate", "What is 6 * 7?")).contains("42");

        assertThat(lastToken()).isNotEqualTo(first).isNotEqualTo(tokens.accessToken());
        assertThat(Files.readString(directory.resolve("logins.enc"), StandardCharsets.ISO_8859_1)).isNotBlank()
                .doesNotContain("sk-ant-");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("logins.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aWorkloadExchangesItsIdentity() throws IOException {
        Files.writeString(directory.resolve("identity-token"), simulator.issuer().token());

        assertThat(post("workload/generate", "What is 6 * 7?")).contains("42");

        assertThat(simulator.oauth().isValid(lastToken())).isTrue();
        assertThat(get("workload/status")).startsWith("FEDERATION ");
        assertThat(get("events")).contains("Refreshed workload");
    }

    private static String login(IssuedTokens tokens, Instant expiresAt) {
        return """
                {"type": "oauth", "provider": "anthropic", "oauth": {"accessToken": "%s", "refreshToken": "%s",
                 "expiresAt": %d, "tokenType": "Bearer"}}""".formatted(tokens.accessToken(),
                tokens.refreshToken().orElseThrow(), expiresAt.toEpochMilli());
    }

    private String lastToken() {
        RecordedRequest last = null;
        for (RecordedRequest request : simulator.requests()) {
            last = request.path().equals("/v1/messages") ? request : last;
        }
        return last.header("authorization").orElseThrow().replaceFirst("^Bearer ", "");
    }

    private static String post(String path, String body) {
        return given().contentType(ContentType.TEXT).body(body).post("/credentials/" + path).then().statusCode(200).extract()
                .asString();
    }

    private static String get(String path) {
        return given().get("/credentials/" + path).then().statusCode(200).extract().asString();
    }
}
