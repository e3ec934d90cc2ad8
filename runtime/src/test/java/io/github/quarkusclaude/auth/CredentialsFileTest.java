package io.github.quarkusclaude.auth;

import static io.github.quarkusclaude.auth.Logins.CLOCK;
import static io.github.quarkusclaude.auth.Logins.NOW;
import static io.github.quarkusclaude.auth.Logins.login;
import static io.github.quarkusclaude.auth.Logins.tokens;
import static io.github.quarkusclaude.auth.Logins.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.quarkusclaude.auth.TokenStoreException.Reason;
import io.github.quarkusclaude.json.RawJson;

/** The file other programs share is understood in all its forms, and nothing of theirs is lost in it. */
class CredentialsFileTest {

    private static final String NAME = TokenStore.DEFAULT_NAME;

    private static final String GUIDE = """
            {
              "type": "oauth",
              "oauth": {
                "accessToken": "the-access-token",
                "refreshToken": "the-refresh-token",
                "expiresAt": 1740000000000,
                "tokenType": "Bearer"
              },
              "provider": "anthropic",
              "updatedAt": 1739990000000
            }
            """;

    @TempDir
    Path directory;

    Path path;
    TokenStore store;

    @BeforeEach
    void create() {
        path = directory.resolve("credentials.json");
        store = new CredentialsFile(path, CLOCK);
    }

    @Test
    void theExampleOfTheGuideIsRead() {
        write(path, GUIDE);

        assertThat(store.load(NAME)).contains(new StoredCredentials(
                new OAuthTokens("the-access-token", "the-refresh-token", Instant.ofEpochMilli(1740000000000L), "Bearer",
                        List.of()),
                null, null, null, Instant.ofEpochMilli(1739990000000L)));
    }

    @Test
    void theExampleOfTheGuideKeepsEveryFieldWhenItIsWrittenAgain() throws IOException {
        write(path, GUIDE);

        store.save(NAME, store.load(NAME).orElseThrow());

        assertThat(json()).isEqualTo(RawJson.of(GUIDE.replace("1739990000000",
                NOW.toEpochMilli() + ", \"createdAt\": " + NOW.toEpochMilli())));
    }

    @Test
    void allFieldsAreWritten() throws IOException {
        StoredCredentials saved = login("access").withTier("max_5");

        store.save("another-client", saved);

        assertThat(json()).isEqualTo(RawJson.of("""
                {"type":"oauth","oauth":{"accessToken":"access","refreshToken":"access-refresh","expiresAt":%d,
                "tokenType":"Bearer","scope":"user:profile user:inference"},"provider":"anthropic",
                "subscriptionTier":"max_5","createdAt":%2$d,"updatedAt":%2$d}"""
                .formatted(NOW.plusSeconds(3600).toEpochMilli(), NOW.toEpochMilli())));
        assertThat(store.load(NAME))
                .contains(new StoredCredentials(tokens("access"), null, "max_5", NOW, NOW));
    }

    @Test
    void unknownFieldsSurviveARefreshExactlyAsTheyWere() throws IOException {
        write(path,
                """
                        {"a":1.10,"type":"oauth","oauth":{"accessToken":"old","x":{"y":[1e400,null,"\\u00e9"]},"scope":["one","two three"]},
                        "createdAt":1700000000000,"z":12345678901234567890123,"n":null}""");

        StoredCredentials loaded = store.load(NAME).orElseThrow();
        store.save(NAME, loaded.with(tokens("new")));

        assertThat(loaded.tokens().scopes()).containsExactly("one", "two", "three");
        assertThat(Files.readString(path)).contains("\"a\":1.10", "\"x\":{\"y\":[1e400,null,\"\\u00e9\"]}",
                "\"z\":12345678901234567890123", "\"n\":null", "\"createdAt\":1700000000000");
        assertThat(store.load(NAME).orElseThrow().tokens()).isEqualTo(tokens("new"));
    }

    @Test
    void theTimeOfTheLoginStaysAndTheTimeOfTheUpdateGrowsEvenIfTheClockIsPutBack() {
        store.save(NAME, login("one"));
        TokenStore later = new CredentialsFile(path, Clock.fixed(NOW.plusSeconds(60), ZoneOffset.UTC));
        later.save(NAME, later.load(NAME).orElseThrow().with(tokens("two")));
        StoredCredentials second = later.load(NAME).orElseThrow();
        store.save(NAME, store.load(NAME).orElseThrow().with(tokens("three")));
        StoredCredentials third = store.load(NAME).orElseThrow();

        assertThat(second.createdAt()).isEqualTo(NOW);
        assertThat(second.updatedAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(third.createdAt()).isEqualTo(NOW);
        assertThat(third.updatedAt()).isAfter(second.updatedAt());
    }

    @Test
    void whatALoginDoesNotHaveAnyMoreIsNotInTheFileAnyMore() throws IOException {
        store.save(NAME, login("one").withTier("pro"));
        store.save(NAME, StoredCredentials.of(OAuthTokens.of("two")));

        assertThat(Files.readString(path)).doesNotContain("one", "pro\"", "expiresAt", "scope");
        assertThat(store.load(NAME).orElseThrow().tokens()).isEqualTo(OAuthTokens.of("two"));
    }

    @Test
    void aLoginWithAKeyReplacesTheTokensAndTheOtherWayRound() throws IOException {
        store.save(NAME, login("one"));
        store.save(NAME, StoredCredentials.ofApiKey("sk-ant-api03-key"));
        assertThat(store.load(NAME).orElseThrow().apiKey()).isEqualTo("sk-ant-api03-key");
        assertThat(Files.readString(path)).doesNotContain("one").contains("\"type\":\"api-key\"");

        store.save(NAME, login("two"));
        assertThat(store.load(NAME).orElseThrow().tokens()).isEqualTo(tokens("two"));
        assertThat(Files.readString(path)).doesNotContain("sk-ant");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "1740000000000              | 2025-02-19T21:20:00Z",
            "1740000000                 | 2025-02-19T21:20:00Z",
            "1740000000.5               | 2025-02-19T21:20:00.5Z",
            "1.74e12                    | 2025-02-19T21:20:00Z",
            "\"1740000000000\"          | 2025-02-19T21:20:00Z",
            "\" 1740000000 \"           | 2025-02-19T21:20:00Z",
            "\"2025-02-19T21:20:00Z\"   | 2025-02-19T21:20:00Z",
            "\"2025-02-19T22:20+01:00\" | 2025-02-19T21:20:00Z",
            "99999999999                | 5138-11-16T09:46:39Z",
            "100000000000               | 1973-03-03T09:46:40Z",
            "-1                         | 1969-12-31T23:59:59Z",
            "0                          |",
            "\"0\"                      |",
            "\"\"                       |",
            "null                       |",
            "8640000000000000           |",
            "1e999                      |",
            "9999999999999999999999999  |",
    })
    void theExpiryIsUnderstoodInManyForms(String expiresAt, Instant expected) {
        write(path, "{\"oauth\":{\"accessToken\":\"a\",\"expiresAt\":" + expiresAt + "}}");

        assertThat(store.load(NAME).orElseThrow().tokens().expiresAt()).isEqualTo(expected);
    }

    @Test
    void aTokenWithoutExpiryNeverExpires() {
        write(path, "{\"oauth\":{\"accessToken\":\"a\"}}");

        assertThat(store.load(NAME).orElseThrow().tokens()).isEqualTo(OAuthTokens.of("a"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"type\":\"api-key\",\"apiKey\":\"k\"}", "{\"type\":\"API_KEY\",\"apiKey\":\" k\\n\"}",
            "{\"type\":\"apikey\",\"apiKey\":\"k\",\"oauth\":{\"accessToken\":\"a\"}}", "{\"apiKey\":\"k\"}",
            "\uFEFF{\"apiKey\":\"k\"}" })
    void keysAreReadInManyForms(String content) {
        write(path, content);

        assertThat(store.load(NAME).orElseThrow().apiKey()).isEqualTo("k");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "``                                                          | is empty",
            "` `                                                         | is empty",
            "{                                                           | holds no JSON object",
            "[]                                                          | holds no JSON object",
            "{} {}                                                       | holds no JSON object",
            "{}                                                          | oauth.accessToken is missing",
            "{\"type\":\"oauth\"}                                        | oauth.accessToken is missing",
            "{\"type\":\"oauth\",\"oauth\":7}                            | oauth.accessToken is missing",
            "{\"type\":\"oauth\",\"oauth\":{\"refreshToken\":\"s3cr3t\"}} | oauth.accessToken is missing",
            "{\"oauth\":{\"accessToken\":\" \"},\"apiKey\":\"s3cr3t\"}    | oauth.accessToken is missing",
            "{\"oauth\":{\"accessToken\":5}}                             | oauth.accessToken is missing",
            "{\"type\":\"api-key\"}                                      | apiKey is missing",
            "{\"type\":\"s3cr3t\",\"apiKey\":\"s3cr3t\"}                 | type is neither oauth nor api-key",
            "{\"oauth\":{\"accessToken\":\"s3cr3t\",\"expiresAt\":\"s3cr3t\"}} | oauth.expiresAt is not a time",
            "{\"oauth\":{\"accessToken\":\"s3cr3t\",\"expiresAt\":true}}  | oauth.expiresAt is not a time",
            "{\"oauth\":{\"accessToken\":\"s3cr3t                        | holds no JSON object",
    })
    void whatIsNoLoginIsRefusedWithTheNameOfTheFileAndWithoutSecrets(String content, String message) {
        write(path, content);

        assertThatExceptionOfType(TokenStoreException.class).isThrownBy(() -> store.load(NAME))
                .withMessageContaining(path.toString()).withMessageContaining(message)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.VALIDATION_ERROR))
                .satisfies(e -> assertThat(e).hasStackTraceContaining(message)
                        .satisfies(trace -> assertThat(stackTrace(trace)).doesNotContain("s3cr3t")));
    }

    @Test
    void whatIsNoTextIsRefused() throws IOException {
        write(path, "");
        for (byte[] content : List.of("{\"apiKey\":\"k\"}".getBytes(StandardCharsets.UTF_16), new byte[] { (byte) 0xff },
                new byte[10])) {
            Files.write(path, content);
            assertThatExceptionOfType(TokenStoreException.class).isThrownBy(() -> store.load(NAME))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.VALIDATION_ERROR));
        }
    }

    @Test
    void whatIsNotUnderstoodIsNotOverwritten() throws IOException {
        write(path, "my shopping list");

        assertThatExceptionOfType(TokenStoreException.class).isThrownBy(() -> store.save(NAME, login("a")));
        assertThat(path).hasContent("my shopping list");
    }

    @Test
    void anEmptyFileCanBeWrittenTo() {
        write(path, "");

        store.save(NAME, login("a"));

        assertThat(store.load(NAME).orElseThrow().tokens()).isEqualTo(tokens("a"));
    }

    @Test
    void aLargeFileIsNotRead() {
        write(path, "x".repeat((1 << 20) + 1));

        assertThatExceptionOfType(TokenStoreException.class).isThrownBy(() -> store.load(NAME))
                .withMessageContaining("larger than 1 MiB")
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.VALIDATION_ERROR));
    }

    @Test
    void aLoginCanBeRemovedOnce() {
        assertThat(store.load(NAME)).isEmpty();
        assertThat(store.remove(NAME)).isFalse();

        store.save(NAME, login("a"));

        assertThat(store.remove(NAME)).isTrue();
        assertThat(path).doesNotExist();
        assertThat(store.load(NAME)).isEmpty();
        assertThat(store.remove(NAME)).isFalse();
    }

    @Test
    void nothingShowsASecret() {
        store.save(NAME, login("a-very-secret-token"));

        assertThat(store + store.description() + store.load(NAME)).doesNotContain("very-secret");
    }

    private RawJson json() throws IOException {
        return RawJson.of(Files.readString(path));
    }

    private static String stackTrace(Throwable e) {
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
