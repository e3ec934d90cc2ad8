package io.github.quarkusclaude.service.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.junit.main.LaunchResult;
import io.quarkus.test.junit.main.QuarkusMainLauncher;
import io.quarkus.test.junit.main.QuarkusMainTest;

/** The commands around logins, where they need no person. */
@QuarkusMainTest
@TestProfile(AuthCommandsTest.LoginsOfTheTest.class)
class AuthCommandsTest {

    private static final Path LOGINS = Path.of("target", "logins").toAbsolutePath();
    private static final Path FILE = LOGINS.resolve("credentials.json");

    /** Logins that are not those of who runs the test. */
    public static class LoginsOfTheTest implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.claude.credentials-file", FILE.toString(), "quarkus.claude.token-store.file",
                    LOGINS.resolve("tokens.json").toString(), "quarkus.claude.config-dir",
                    LOGINS.resolve("profiles").toString(), "ANTHROPIC_API_KEY", "");
        }
    }

    @AfterEach
    void forget() throws IOException {
        Files.deleteIfExists(FILE);
    }

    @Test
    void theStateIsTold(QuarkusMainLauncher launcher) throws IOException {
        assertThat(launcher.launch("auth", "status").getOutput()).contains("not logged in", "ANTHROPIC_API_KEY");
        assertThat(launcher.launch("auth", "status", "--check").exitCode()).isEqualTo(3);

        Files.createDirectories(LOGINS);
        Files.writeString(FILE,
                """
                        {"type":"oauth","oauth":{"accessToken":"sk-ant-oat01-hidden-one","refreshToken":"a-hidden-one","expiresAt":1740000000,
                         "tokenType":"Bearer","scope":"user:inference max max_5"},"provider":"anthropic"}
                        """);
        LaunchResult text = launcher.launch("auth", "status", "anthropic");
        assertThat(text.exitCode()).isZero();
        assertThat(text.getOutput()).contains("oauth", FILE.toString(), "max_5", "2025-02-19T21:20:00Z", "log in again")
                .doesNotContain("hidden-one");
        // nothing can refresh it without a client id
        assertThat(launcher.launch("auth", "status", "--check").exitCode()).isEqualTo(3);
        LaunchResult json = launcher.launch("auth", "status", "--format", "json");
        assertThat(json.getOutput()).startsWith("[{").contains("\"expiresAt\":1740000000000", "\"needsRefresh\":true")
                .doesNotContain("hidden-one");
        LaunchResult refresh = launcher.launch("auth", "refresh");
        assertThat(refresh.exitCode()).isEqualTo(3);
        assertThat(refresh.getErrorOutput()).contains("client-id").doesNotContain("hidden-one");
    }

    @ParameterizedTest
    @ValueSource(strings = { "auth", "auth status openai", "auth logout openai", "auth login --method password",
            "auth login --timeout soon", "auth login --auth-method profile", "auth status --subscription-tier gold",
            "generate Hello --auth-method password", "generate Hello -p openai", "generate Hello --subscription-tier gold",
            "generate Hello -p anthropic-subscription --auth-method api-key",
            "generate Hello --simulate --auth-method profile" })
    void wrongUsageIsExplained(String arguments, QuarkusMainLauncher launcher) {
        LaunchResult result = launcher.launch(arguments.split(" "));

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.getOutput()).isEmpty();
        assertThat(result.getErrorOutput()).isNotBlank();
    }

    @Test
    void unknownNamesAreAnsweredWithTheKnownOnes(QuarkusMainLauncher launcher) {
        assertThat(launcher.launch("auth", "status", "openai").getErrorOutput()).contains("\"openai\"; known are anthropic");
        assertThat(launcher.launch("auth", "login", "--method", "x").getErrorOutput())
                .contains("api-key, oauth, create-api-key");
    }

    @Test
    void theSimulatorHasLoginsOfItsOwn(QuarkusMainLauncher launcher) throws IOException {
        Files.createDirectories(LOGINS);
        Files.writeString(FILE, "{\"type\":\"api-key\",\"apiKey\":\"sk-ant-api03-kept-as-it-is\"}");

        assertThat(launcher.launch("auth", "status", "--simulate").getOutput()).contains("the simulator");
        assertThat(launcher.launch("auth", "logout", "--simulate").getOutput()).contains("not logged in");
        assertThat(launcher.launch("auth", "refresh", "--simulate").exitCode()).isEqualTo(3);
        assertThat(launcher.launch("auth", "login", "--simulate", "--method", "oauth", "--timeout", "0s").getErrorOutput())
                .contains("This is the simulator", "/oauth/authorize?");
        assertThat(Files.readString(FILE)).contains("kept-as-it-is");
        assertThat(launcher.launch("generate", "--simulate", "-p", "anthropic-subscription", "Hello").exitCode()).isZero();
    }

    @Test
    void helpIsThere(QuarkusMainLauncher launcher) {
        assertThat(launcher.launch("auth", "--help").getOutput()).contains("login", "status", "refresh", "logout");
        assertThat(launcher.launch("auth", "login", "--help").getOutput()).contains("--no-browser", "--non-interactive",
                "create-api-key");
    }
}
