package io.github.quarkusclaude.deployment.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.quarkusclaude.ClaudeClients;
import io.github.quarkusclaude.auth.ClaudeAuth;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.IssuedTokens;
import io.github.quarkusclaude.simulator.RecordedRequest;
import io.quarkus.test.QuarkusUnitTest;

/**
 * An application whose clients have credentials of a simulator. All that it logs, at the finest level, is looked through for
 * secrets in the end.
 */
abstract class AuthTest {

    static final String CLIENT_SECRET = "a-secret-of-the-client-0123456789";
    static final String TOKEN_CALL = "/v1/oauth/token";
    static final ObjectMapper JSON = new ObjectMapper();

    private static final Set<String> OWN_SECRETS = new TreeSet<>(List.of(CLIENT_SECRET));

    @Inject
    ClaudeClients clients;

    @Inject
    ClaudeAuth auth;

    @Inject
    AuthEvents events;

    final ClaudeSimulator simulator = SimulatorConfigSource.simulator();
    final Path directory = SimulatorConfigSource.directory();

    /** @param log the name of the log, which is in {@code target/trace} */
    static QuarkusUnitTest application(String log, Class<?>... classes) {
        return new QuarkusUnitTest()
                .withApplicationRoot(jar -> jar.addClasses(AuthTest.class, SimulatorConfigSource.class, AuthEvents.class)
                        .addClasses(classes).addAsServiceProvider(ConfigSource.class, SimulatorConfigSource.class))
                .overrideConfigKey("quarkus.claude.devservices.enabled", "false")
                // the home directory of whoever builds has no part in this
                .overrideRuntimeConfigKey("quarkus.claude.credentials-file", "${simulator.directory}/none.json")
                .overrideRuntimeConfigKey("quarkus.claude.config-dir", "${simulator.directory}/none")
                .overrideConfigKey("quarkus.log.min-level", "TRACE")
                .overrideConfigKey("quarkus.log.level", "TRACE")
                .overrideConfigKey("quarkus.log.console.level", "INFO")
                .overrideConfigKey("quarkus.log.file.enabled", "true")
                .overrideConfigKey("quarkus.log.file.format", "%d %-5p [%c] (%t) %s%e%n")
                .overrideConfigKey("quarkus.log.file.rotation.max-file-size", "1G")
                .overrideConfigKey("quarkus.log.file.path", "target/trace/" + log + ".log");
    }

    /** Adds a client whose login is a file of its own, see {@link #login}. */
    static QuarkusUnitTest withLogin(QuarkusUnitTest application, String client) {
        String prefix = "quarkus.claude.\"" + client + "\".";
        return application.overrideRuntimeConfigKey(prefix + "base-url", "${simulator.url}")
                .overrideRuntimeConfigKey(prefix + "credentials-file", "${simulator.directory}/" + client + ".json")
                .overrideRuntimeConfigKey(prefix + "oauth.client-id", "simulator-client")
                .overrideRuntimeConfigKey(prefix + "oauth.token-url", "${simulator.url}" + TOKEN_CALL);
    }

    @BeforeEach
    void forget() {
        simulator.reset();
        events.clear();
    }

    @AfterAll
    static void noSecretIsLogged() throws IOException {
        OWN_SECRETS.add(ClaudeSimulator.DEFAULT_API_KEY);
        OWN_SECRETS.addAll(SimulatorConfigSource.simulator().oauth().secrets());
        Path path = Path.of(ConfigProvider.getConfig().getValue("quarkus.log.file.path", String.class));
        String log = Files.readString(path, StandardCharsets.UTF_8);
        SimulatorConfigSource.close();
        assertThat(log).as("a log at the finest level").contains(" TRACE [", "[io.github.quarkusclaude");
        assertThat(OWN_SECRETS).as("secrets that are in " + path).noneMatch(log::contains);
    }

    /** A secret the simulator does not know of. */
    static String secret(String secret) {
        OWN_SECRETS.add(secret);
        return secret;
    }

    /** Stores a login as the guide's file, with fields nobody knows. */
    Path login(String client, IssuedTokens tokens, Instant expiresAt) {
        return login(client, tokens.accessToken(), tokens.refreshToken().orElse(null), expiresAt);
    }

    Path login(String client, String accessToken, String refreshToken, Instant expiresAt) {
        ObjectNode login = JSON.createObjectNode().put("type", "oauth").put("provider", "anthropic").put("note", "mine")
                .put("createdAt", 1_700_000_000_000L).put("updatedAt", 1_700_000_000_001L);
        login.putObject("oauth").put("accessToken", accessToken).put("refreshToken", refreshToken)
                .put("expiresAt", expiresAt.toEpochMilli()).put("tokenType", "Bearer").put("flavour", "sweet");
        return privateFile(directory.resolve(client + ".json"), login.toString());
    }

    static Path privateFile(Path file, String content) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
            return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The requests to the API itself, without those for tokens. */
    List<RecordedRequest> apiRequests() {
        return simulator.requests().stream().filter(request -> !request.path().equals(TOKEN_CALL)).toList();
    }

    RecordedRequest lastApiRequest() {
        List<RecordedRequest> requests = apiRequests();
        return requests.get(requests.size() - 1);
    }

    static String bearer(RecordedRequest request) {
        assertThat(request.header("x-api-key")).isEmpty();
        return request.header("authorization").orElseThrow().replaceFirst("^Bearer ", "");
    }

    long refreshes() {
        return simulator.oauth().tokenCalls("refresh_token");
    }
}
