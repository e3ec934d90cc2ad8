package io.github.quarkusclaude.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.quarkusclaude.auth.Profile.Type;
import io.github.quarkusclaude.error.AuthenticationException;
import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.limits.SteppedClock;
import io.quarkus.runtime.configuration.ConfigurationException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ProfilesTest {

    private static final URI API = URI.create("https://api.anthropic.com");
    private static final String FEDERATION = """
            {"version": "1.0", "organization_id": "org", "workspace_id": "wrkspc_1", "base_url": "https://eu.example",
             "authentication": {"type": "oidc_federation", "federation_rule_id": "fdrl_1", "service_account_id": "svac_1",
               "identity_token": {"source": "file", "path": "%s"}, "scope": "x", "future": [1]}, "future": {"a": 1}}""";
    private static final String USER = """
            {"workspace_id": "wrkspc_1", "authentication": {"type": "user_oauth", "client_id": "ant", "console_url": "x"}}""";
    private static final String READ_ONLY = """
            {"authentication": {"type": "user_oauth"}}""";

    private final SteppedClock clock = new SteppedClock();
    private final FakeOAuthServer http = new FakeOAuthServer();
    private final Map<String, String> environment = new HashMap<>();

    @TempDir
    Path path;
    private ProfileDirectory directory;
    private Path identityToken;

    @BeforeEach
    void setUp() throws IOException {
        directory = new ProfileDirectory(path);
        identityToken = Files.writeString(path.resolve("jwt"), "the.jwt");
    }

    private Profile profile(String name, String json) throws IOException {
        Files.createDirectories(path.resolve("configs"));
        Files.writeString(path.resolve("configs").resolve(name + ".json"),
                json.replace("%s", identityToken.toString().replace("\\", "\\\\")));
        return directory.find(name, environment).orElseThrow();
    }

    private Path credentials(String json) throws IOException {
        Path file = Files.createDirectories(path.resolve("credentials")).resolve("p.json");
        Files.writeString(file, json);
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        return file;
    }

    private TokenSupplier tokens(String json) throws IOException {
        return profile("p", json).tokens(API, http, clock);
    }

    private static long inSeconds(int seconds) {
        return SteppedClock.START.plusSeconds(seconds).getEpochSecond();
    }

    @Test
    void theDirectoryIsThatOfTheOfficialPrograms() {
        Path home = Path.of("/home/me");
        assertThat(ProfileDirectory.of(Map.of(), home, false).path()).isEqualTo(Path.of("/home/me/.config/anthropic"));
        assertThat(ProfileDirectory.of(Map.of("APPDATA", "/roaming"), home, true).path())
                .isEqualTo(Path.of("/roaming/Anthropic"));
        assertThat(ProfileDirectory.of(Map.of("ANTHROPIC_CONFIG_DIR", "/etc/a", "APPDATA", "/r"), home, true).path())
                .isEqualTo(Path.of("/etc/a"));
        assertThat(ProfileDirectory.of(Map.of("ANTHROPIC_CONFIG_DIR", ""), home, false).path())
                .isEqualTo(Path.of("/home/me/.config/anthropic"));
    }

    @Test
    void theNamedProfileComesBeforeTheActiveOneAndThatBeforeTheDefault() throws IOException {
        profile("default", READ_ONLY);
        profile("work", READ_ONLY);
        assertThat(directory.find(null, environment).map(Profile::name)).contains("default");
        Files.writeString(path.resolve("active_config"), "work\n");
        assertThat(directory.find(" ", environment).map(Profile::name)).contains("work");
        assertThat(directory.find("default", environment).map(Profile::name)).contains("default");
        Files.writeString(path.resolve("active_config"), " ");
        assertThat(directory.find(null, environment).map(Profile::name)).contains("default");
    }

    @Test
    void onlyANamedProfileMustExist() throws IOException {
        assertThat(directory.find(null, environment)).isEmpty();
        assertThat(new ProfileDirectory(path.resolve("nowhere")).find("", environment)).isEmpty();
        Files.writeString(path.resolve("active_config"), "gone");
        assertThat(directory.find(null, environment)).isEmpty();
        assertThatThrownBy(() -> directory.find("gone", environment)).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(path.resolve("configs").resolve("gone.json").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = { "..", ".", "a/b", "../p", "a\\b", "/etc/passwd", "a b", "a\u0000", "ä", "a:b", "~" })
    void namesDoNotLeadOutOfTheDirectory(String name) throws IOException {
        assertThatThrownBy(() -> directory.find(name, environment)).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("ANTHROPIC_PROFILE does not name a profile");
        Files.writeString(path.resolve("active_config"), name);
        assertThatThrownBy(() -> directory.find(null, environment)).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("active_config does not name a profile");
    }

    @Property(tries = 300)
    void anyNameIsRefusedOrAFileOfTheDirectory(@ForAll String name) {
        Path nowhere = Path.of("/nowhere/at/all");
        try {
            Optional<Profile> found = new ProfileDirectory(nowhere).find(name, Map.of());
            assertThat(found).isEmpty();
            assertThat(name).isBlank();
        } catch (ConfigurationException e) {
            if (e.getMessage().startsWith("There is no profile ")) {
                Path file = nowhere.resolve("configs").resolve(name.strip() + ".json");
                assertThat(file.normalize()).isEqualTo(file).hasParentRaw(nowhere.resolve("configs"));
            }
        }
    }

    @Test
    void aProfileSaysWhatItIs() throws IOException {
        Profile federation = profile("p", FEDERATION);
        assertThat(federation.type()).isEqualTo(Type.OIDC_FEDERATION);
        assertThat(federation.baseUrl()).isEqualTo("https://eu.example");
        assertThat(federation.federation()).isEqualTo(
                new FederationSettings("fdrl_1", "org", "svac_1", "wrkspc_1", identityToken, null));
        assertThat(federation.credentialsFile()).isEqualTo(path.resolve("credentials").resolve("p.json"));
        assertThat(federation.description()).contains("profile p").contains(federation.file().toString());
        Profile user = profile("p", USER.replace("\"console_url\": \"x\"", "\"credentials_path\": \"/secret/c.json\""));
        assertThat(user.type()).isEqualTo(Type.USER_OAUTH);
        assertThat(user.clientId()).isEqualTo("ant");
        assertThat(user.baseUrl()).isNull();
        assertThat(user.credentialsFile()).isEqualTo(Path.of("/secret/c.json"));
    }

    @Test
    void theEnvironmentOnlyFillsWhatTheFileLacks() throws IOException {
        environment.putAll(Map.of("ANTHROPIC_FEDERATION_RULE_ID", "fdrl_e", "ANTHROPIC_ORGANIZATION_ID", "org_e",
                "ANTHROPIC_SERVICE_ACCOUNT_ID", "svac_e", "ANTHROPIC_WORKSPACE_ID", "wrkspc_e",
                "ANTHROPIC_IDENTITY_TOKEN", "jwt_e"));
        assertThat(profile("p", FEDERATION).federation()).isEqualTo(
                new FederationSettings("fdrl_1", "org", "svac_1", "wrkspc_1", identityToken, null));
        assertThat(profile("p", "{\"workspace_id\":\"\",\"authentication\":{\"type\":\"oidc_federation\"}}").federation())
                .isEqualTo(new FederationSettings("fdrl_e", "org_e", "svac_e", "wrkspc_e", null, "jwt_e"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "'' | not a JSON object", "[] | not a JSON object", "{x | not a JSON object",
            "{} | authentication.type", "{\"authentication\":7} | authentication.type",
            "{\"authentication\":{\"type\":\"app_attest\"}} | app_attest",
            "{\"version\":\"2.0\",\"authentication\":{\"type\":\"user_oauth\"}} | version 2.0",
            "{\"authentication\":{\"type\":\"oidc_federation\"}} | ANTHROPIC_FEDERATION_RULE_ID and ANTHROPIC_ORGANIZATION_ID",
            "{\"authentication\":{\"type\":\"oidc_federation\",\"identity_token\":{\"source\":\"url\",\"path\":\"x\"}}} | source",
            "{\"authentication\":{\"type\":\"oidc_federation\",\"identity_token\":{\"source\":\"file\"}}} | without a path",
    })
    void aProfileThatCannotBeUsedIsAnErrorEvenIfNobodyNamedIt(String json, String words) throws IOException {
        Files.createDirectories(path.resolve("configs"));
        Files.writeString(path.resolve("configs").resolve("default.json"), json);
        assertThatThrownBy(() -> directory.find(null, environment)).isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("default.json").hasMessageContaining(words);
    }

    @Test
    void tokensOfPeopleAreReadWithTheirWorkspace() throws IOException {
        credentials("{\"type\":\"oauth_token\",\"access_token\":\"access-1\",\"expires_at\":" + inSeconds(60) + "}");
        AccessToken token = tokens(USER).stored();
        assertThat(token).isEqualTo(AccessToken.oauth("access-1", SteppedClock.START.plusSeconds(60), "wrkspc_1"));
        assertThat(http.requests).isEmpty();
    }

    @Test
    void tokensOfPeopleAreRefreshedAndTheFileKeepsWhatItHad() throws IOException {
        Path file = credentials("""
                {"version":"1.0","type":"oauth_token","access_token":"access-1","expires_at":%d,"refresh_token":"refresh-1",
                 "account_email":"me@example.com","future":{"a":[1.50]}}""".formatted(inSeconds(60)));
        http.answers(200, "{\"access_token\":\"access-2\",\"refresh_token\":\"refresh-2\",\"expires_in\":600}")
                .answers(200, "{\"access_token\":\"access-3\"}");
        TokenSupplier tokens = tokens(USER);
        AccessToken second = tokens.renew(tokens.stored());
        assertThat(second).isEqualTo(AccessToken.oauth("access-2", SteppedClock.START.plusSeconds(600), "wrkspc_1"));
        assertThat(http.requests.get(0).uri()).isEqualTo(URI.create("https://api.anthropic.com/v1/oauth/token"));
        assertThat(http.headers(0)).containsExactlyEntriesOf(Map.of("anthropic-beta", "oauth-2025-04-20"));
        assertThat(http.body(0).toString()).isEqualTo(
                "{\"grant_type\":\"refresh_token\",\"client_id\":\"ant\",\"refresh_token\":\"refresh-1\"}");
        assertThat(RawJson.of(Files.readString(file))).isEqualTo(RawJson.of("""
                {"version":"1.0","type":"oauth_token","access_token":"access-2","expires_at":%d,"refresh_token":"refresh-2",
                 "account_email":"me@example.com","future":{"a":[1.50]}}""".formatted(inSeconds(600))));
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        }
        assertThat(tokens.renew(second).expiresAt()).isEqualTo(SteppedClock.START.plusSeconds(3600));
        assertThat(http.body(1).path("refresh_token").textValue()).isEqualTo("refresh-2");
        assertThat(tokens.masked("access-1 refresh-2 access-3")).doesNotContain("ss-1", "sh-2", "ss-3");
    }

    @Test
    void withoutAClientIdTheFileIsReadAgain() throws IOException {
        credentials("{\"access_token\":\"access-1\",\"expires_at\":" + inSeconds(60) + ",\"refresh_token\":\"r\"}");
        TokenSupplier tokens = tokens(READ_ONLY);
        AccessToken first = tokens.stored();
        assertThat(tokens.isRenewable()).isTrue();
        assertThat(tokens.renew(first)).isEqualTo(first);
        credentials("{\"access_token\":\"access-2\",\"expires_at\":" + inSeconds(3600) + "}");
        assertThat(tokens.renew(first).value()).isEqualTo("access-2");
        clock.advance(Duration.ofHours(1));
        assertThatThrownBy(() -> tokens.renew(AccessToken.fixed("access-2"))).isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("the program the profile belongs to");
        assertThat(http.requests).isEmpty();
        assertThat(path.resolve("credentials").toFile().list()).containsExactly("p.json");
    }

    @Test
    void tokensOfPeopleMustBeThere() throws IOException {
        assertThatThrownBy(tokens(USER)::stored).isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("p.json").hasMessageContaining("Log in again");
        credentials("{\"type\":\"password\",\"access_token\":\"hidden\"}");
        assertThatThrownBy(tokens(USER)::stored).isInstanceOf(TokenStoreException.class).hasMessageContaining("type");
        credentials("{\"refresh_token\":\"hidden\"}");
        assertThatThrownBy(tokens(USER)::stored).isInstanceOf(TokenStoreException.class)
                .hasMessageContaining("access_token").hasMessageNotContaining("hidden");
    }

    @ParameterizedTest
    @ValueSource(strings = { "rw-r-----", "rw--w----", "rw----r--", "rw-----w-" })
    void filesOthersMayReadOrChangeAreRefused(String mode) throws IOException {
        Path file = credentials("{\"access_token\":\"access-1\"}");
        assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        TokenSupplier tokens = tokens(USER);
        assertThatThrownBy(tokens::stored).isInstanceOf(TokenStoreException.class).hasMessageContaining("chmod 600");
        Path link = Files.createSymbolicLink(path.resolve("link.json"), file);
        assertThatThrownBy(() -> new ProfileCredentials(link).load("p")).isInstanceOf(TokenStoreException.class);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo(mode);
    }

    @Test
    void tokensOfFederationAreSharedByTheFile() throws IOException {
        http.answers(200, "{\"access_token\":\"access-1\",\"expires_in\":600}")
                .answers(200, "{\"access_token\":\"access-2\",\"expires_in\":600}");
        TokenSupplier tokens = tokens(FEDERATION);
        assertThat(tokens.stored()).isNull();
        AccessToken first = tokens.renew(null);
        assertThat(first).isEqualTo(AccessToken.oauth("access-1", SteppedClock.START.plusSeconds(600), null));
        assertThat(http.body(0).path("assertion").textValue()).isEqualTo("the.jwt");

        TokenSupplier another = tokens(FEDERATION);
        assertThat(another.stored()).isEqualTo(first);
        assertThat(another.renew(null)).isEqualTo(first);
        AccessToken second = another.renew(first);
        assertThat(second.value()).isEqualTo("access-2");
        assertThat(tokens.renew(first)).isEqualTo(second);
        clock.advance(Duration.ofSeconds(570));
        assertThat(tokens.stored()).isNull();
        assertThat(tokens.masked("access-1 access-2 the.jwt")).doesNotContain("ss-1", "ss-2", ".jwt");
    }

    @Test
    void federationWorksWithoutAFileToShare() throws IOException {
        http.answers(200, "{\"access_token\":\"access-1\",\"expires_in\":600}")
                .answers(200, "{\"access_token\":\"access-2\",\"expires_in\":600}");
        credentials("broken");
        TokenSupplier broken = tokens(FEDERATION);
        assertThat(broken.stored()).isNull();
        assertThat(broken.renew(null).value()).isEqualTo("access-1");
        Path noDirectory = Files.writeString(path.resolve("file"), "");
        TokenSupplier unwritable = tokens(FEDERATION.replace("\"scope\": \"x\"",
                "\"credentials_path\": \"" + noDirectory.resolve("c.json").toString().replace("\\", "\\\\") + "\""));
        http.answers(200, "{\"access_token\":\"access-3\"}");
        assertThat(Logins.logOf(() -> {
            assertThat(unwritable.renew(null).value()).isEqualTo("access-2");
            assertThat(unwritable.renew(null).value()).isEqualTo("access-3");
        })).singleElement().asString().startsWith("WARN").contains("not shared with other processes");
    }
}
