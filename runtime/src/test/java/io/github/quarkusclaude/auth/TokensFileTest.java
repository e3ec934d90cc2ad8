package io.github.quarkusclaude.auth;

import static io.github.quarkusclaude.auth.Logins.CLOCK;
import static io.github.quarkusclaude.auth.Logins.NOW;
import static io.github.quarkusclaude.auth.Logins.login;
import static io.github.quarkusclaude.auth.Logins.tokens;
import static io.github.quarkusclaude.auth.Logins.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.quarkusclaude.auth.TokenStoreException.Reason;
import io.github.quarkusclaude.json.RawJson;

/** The file of several providers is read and written as other programs do, whose entries stay as they are. */
class TokensFileTest {

    private static final HomeDirectory HOME = new HomeDirectory("/home/test");
    private static final HomeObfuscation OBFUSCATION = new HomeObfuscation(HOME);
    private static final String NAME = TokenStore.DEFAULT_NAME;

    private static final String TWO_PROVIDERS = """
            {"version":"2.0","lastModified":1,"more":[1.10],"providers":{
            "anthropic":{"tokens":{"accessToken":"old","refreshToken":"r","expiresAt":1740000000000,"tokenType":"Bearer",
            "scope":"a b","x":1},"createdAt":1700000000000,"lastAccessed":5,"y":null},
            "openai":{"tokens":{"accessToken":"caf\u00e9"},"createdAt":2,"disabled":true}}}""";

    @TempDir
    Path directory;

    Path path;
    TokenStore store;

    @BeforeEach
    void create() {
        path = directory.resolve("tokens.json");
        store = store(true);
    }

    private TokenStore store(boolean obfuscated) {
        return new TokensFile(path, HOME, obfuscated, CLOCK);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{} | T04=",
            "{\"version\":\"2.0\",\"lastModified\":0,\"providers\":{}} | TxFOVkQWCgpaQAMQChoBQ0lHWgJBFSwMVQwFW1dXEAxUSUYURVYQWgcAQUUUD0NNTg==",
    })
    void obfuscationIsTheSameAsThatOfOtherPrograms(String plain, String obfuscated) {
        assertThat(OBFUSCATION.obfuscate(plain)).isEqualTo(obfuscated);
        assertThat(OBFUSCATION.reveal(obfuscated)).isEqualTo(plain);

        write(path, obfuscated + "\n");
        assertThat(store.load(NAME)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void tokensAreReadPlainAndObfuscated(boolean obfuscated) {
        write(path, obfuscated ? OBFUSCATION.obfuscate(TWO_PROVIDERS) : TWO_PROVIDERS);

        assertThat(store.load(NAME)).contains(new StoredCredentials(new OAuthTokens("old", "r",
                Instant.ofEpochMilli(1740000000000L), "Bearer", List.of("a", "b")), null, null,
                Instant.ofEpochMilli(1700000000000L), null));
    }

    @Test
    void aLoginIsWrittenAsOtherProgramsReadIt() throws IOException {
        store.save(NAME, login("access").withTier("pro"));

        assertThat(RawJson.of(OBFUSCATION.reveal(Files.readString(path)))).isEqualTo(RawJson.of("""
                {"version":"2.0","lastModified":%2$d,"providers":{"anthropic":{"tokens":{"accessToken":"access",
                "refreshToken":"access-refresh","expiresAt":%1$d,"tokenType":"Bearer",
                "scope":"user:profile user:inference"},"subscriptionTier":"pro","createdAt":%2$d,"updatedAt":%2$d,
                "lastAccessed":%2$d}}}""".formatted(NOW.plusSeconds(3600).toEpochMilli(), NOW.toEpochMilli())));
        assertThat(store.load(NAME)).contains(new StoredCredentials(tokens("access"), null, "pro", NOW, NOW));
    }

    @Test
    void whatIsNotObfuscatedIsWrittenOnlyIfThatIsAskedFor() throws IOException {
        store(false).save(NAME, login("access"));
        assertThat(Files.readString(path)).contains("\"accessToken\":\"access\"");

        store.save(NAME, login("access"));
        assertThat(Files.readString(path)).doesNotContain("access");
    }

    @Test
    void everythingOfOthersSurvives() throws IOException {
        write(path, OBFUSCATION.obfuscate(TWO_PROVIDERS));

        store.save(NAME, store.load(NAME).orElseThrow().with(tokens("new")));

        assertThat(OBFUSCATION.reveal(Files.readString(path)))
                .contains("\"openai\":{\"tokens\":{\"accessToken\":\"caf\u00e9\"},\"createdAt\":2,\"disabled\":true}",
                        "\"more\":[1.10]", "\"x\":1", "\"y\":null", "\"createdAt\":1700000000000");
    }

    @Test
    void theLoginsOfSeveralClientsDoNotMeetTheProvidersOfOthers() {
        write(path, TWO_PROVIDERS);

        assertThat(store.load("openai")).isEmpty();
        store.save("openai", login("mine"));

        assertThat(store.load("openai").orElseThrow().tokens()).isEqualTo(tokens("mine"));
        assertThat(store.load(NAME).orElseThrow().tokens().accessToken()).isEqualTo("old");
        assertThat(OBFUSCATION.reveal(contentOf(path))).contains("\"anthropic:openai\"", "caf\u00e9");
    }

    @Test
    void theLastProviderTakesTheFileWithIt() {
        write(path, OBFUSCATION.obfuscate(TWO_PROVIDERS));

        assertThat(store.remove("nobody")).isFalse();
        assertThat(store.remove(NAME)).isTrue();
        assertThat(OBFUSCATION.reveal(contentOf(path))).contains("openai").doesNotContain("anthropic");
        assertThat(store.remove(NAME)).isFalse();
        assertThat(path).exists();

        write(path, TWO_PROVIDERS.replace("openai", "anthropic:other"));
        assertThat(store.remove("other")).isTrue();
        assertThat(store.remove(NAME)).isTrue();
        assertThat(path).doesNotExist();
        assertThat(store.remove(NAME)).isFalse();
    }

    @Test
    void anotherHomeDirectoryIsToldAndTheFileStaysAsItIs() {
        store.save(NAME, login("access"));
        String before = contentOf(path);
        TokenStore other = new TokensFile(path, new HomeDirectory("/home/other"), true, CLOCK);

        assertRefused(() -> other.load(NAME), Reason.ENCRYPTION_ERROR, "another home directory");
        assertRefused(() -> other.save(NAME, login("new")), Reason.ENCRYPTION_ERROR, "another home directory");
        assertRefused(() -> other.remove(NAME), Reason.ENCRYPTION_ERROR, "another home directory");
        assertThat(path).hasContent(before);
    }

    @Test
    void charactersThatObfuscationWouldDestroyAreRefused() {
        store.save(NAME, login("caf\u00e9"));
        assertThat(store.load(NAME).orElseThrow().tokens()).isEqualTo(tokens("caf\u00e9"));

        assertRefused(() -> store.save(NAME, login("\u20ac")), Reason.VALIDATION_ERROR, "Latin-1");
        assertThat(store.load(NAME).orElseThrow().tokens()).isEqualTo(tokens("caf\u00e9"));

        store(false).save(NAME, login("\u20ac"));
        assertThat(store.load(NAME).orElseThrow().tokens()).isEqualTo(tokens("\u20ac"));
    }

    @Test
    void whatTheFileHasNoPlaceForIsRefused() {
        assertRefused(() -> store.save(NAME, StoredCredentials.ofApiKey("s3cr3t-key")), Reason.VALIDATION_ERROR,
                "ANTHROPIC_API_KEY");
        assertRefused(() -> store.save(NAME, StoredCredentials.of(
                new OAuthTokens("s3cr3t", null, Instant.EPOCH, "Bearer", List.of()))), Reason.VALIDATION_ERROR, "1970");
        assertRefused(() -> store.save(NAME, StoredCredentials.of(
                new OAuthTokens("s3cr3t", null, null, " ", List.of()))), Reason.VALIDATION_ERROR, "no type");
        assertThat(path).doesNotExist();
    }

    @Test
    void aTokenThatNeverExpiresHasTheLastTimeThereIs() {
        store.save(NAME, StoredCredentials.of(OAuthTokens.of("a")));

        assertThat(OBFUSCATION.reveal(contentOf(path))).contains("\"expiresAt\":8640000000000000");
        assertThat(store.load(NAME).orElseThrow().tokens()).isEqualTo(OAuthTokens.of("a"));
    }

    @Test
    void readingChangesNothing() {
        write(path, OBFUSCATION.obfuscate(TWO_PROVIDERS));

        store.load(NAME);

        assertThat(path).hasContent(OBFUSCATION.obfuscate(TWO_PROVIDERS));
        assertThat(directory.toFile().list()).containsExactly("tokens.json");
    }

    @Test
    void anEntryWithoutTokensIsRefused() {
        write(path, "{\"providers\":{\"anthropic\":{}}}");

        assertRefused(() -> store.load(NAME), Reason.VALIDATION_ERROR, "accessToken is missing");
    }

    @Test
    void anEmptyFileIsRefused() {
        write(path, "");

        assertRefused(() -> store.load(NAME), Reason.VALIDATION_ERROR, "is empty");
    }

    @Test
    void theHomeDirectoryIsThatOfTheEnvironment() {
        String home = System.getenv("HOME");

        assertThat(HomeDirectory.current().text())
                .isEqualTo(home == null || home.isBlank() ? System.getProperty("user.home") : home);
        assertThat(HOME.resolve("~")).isEqualTo(Path.of("/home/test"));
        assertThat(HOME.resolve("~/a/b")).isEqualTo(Path.of("/home/test/a/b"));
        assertThat(HOME.resolve("~other/a")).isEqualTo(Path.of("~other/a"));
        assertThat(HOME.resolve("/a")).isEqualTo(Path.of("/a"));
    }

    private void assertRefused(Runnable action, Reason reason, String message) {
        assertThatExceptionOfType(TokenStoreException.class).isThrownBy(action::run)
                .withMessageContaining(path.toString()).withMessageContaining(message).withMessageNotContaining("s3cr3t")
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static String contentOf(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
