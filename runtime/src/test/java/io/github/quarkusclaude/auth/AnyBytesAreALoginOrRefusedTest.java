package io.github.quarkusclaude.auth;

import static io.github.quarkusclaude.auth.Logins.CLOCK;
import static io.github.quarkusclaude.auth.Logins.login;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever a file holds: it is a login, none, or a refusal that names the file and quotes nothing. */
class AnyBytesAreALoginOrRefusedTest {

    private static final HomeDirectory HOME = new HomeDirectory("/home/test");
    private static final EncryptionKey KEY = EncryptionKey.ofBase64("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
    private static final String SECRET = "s3cr3t";

    private static final String FULL = """
            {"type":"oauth","oauth":{"accessToken":"s3cr3t","refreshToken":"s3cr3t","expiresAt":1740000000000,"scope":["a"]},
            "apiKey":"s3cr3t","createdAt":1,"updatedAt":"2026-01-01T00:00:00Z","providers":{"anthropic":{"tokens":
            {"accessToken":"s3cr3t","expiresAt":"1740000000000"}}}}""";

    static Path directory;

    @BeforeContainer
    static void create() throws IOException {
        directory = Files.createTempDirectory("any-bytes");
    }

    @AfterContainer
    static void delete() throws IOException {
        for (Path file : Files.list(directory).toList()) {
            Files.delete(file);
        }
        Files.delete(directory);
    }

    @Property(tries = 300)
    void onAnyBytes(@ForAll byte[] content) throws IOException {
        check(content);
    }

    @Property(tries = 3000)
    void onDamagedFiles(@ForAll("damaged") byte[] content) throws IOException {
        check(content);
    }

    @Property(tries = 1000)
    void onAnyValueInAnyPlace(@ForAll("values") String value, @ForAll("fields") String field) throws IOException {
        check(FULL.replaceFirst("\"" + field + "\":(\"[^\"]*\"|[0-9]+|\\[.*?]|\\{)", "\"" + field + "\":" + value
                + (List.of("oauth", "providers", "anthropic", "tokens").contains(field) ? ",\"x\":{" : ""))
                .getBytes(StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.of("null", "true", "-0", "0.0", "1e9999", "-1e9999", "9".repeat(900), "9".repeat(2000),
                "\"\"", "\" \"", "\"\\u0000\"", "\"\\ud800\"", "[]", "{}", "[[[]]]", "[".repeat(2000) + "]".repeat(2000),
                "\"1e3\"", "\"" + "9".repeat(5000) + "\"", "\"NaN\"", "-1740000000000", "\"+999999999-01-01T00:00:00Z\"",
                "\"-999999999-01-01T00:00:00Z\"",
                "\"2026-01-01T00:00:00.123456789Z\"");
    }

    @Provide
    Arbitrary<String> fields() {
        return Arbitraries.of("type", "oauth", "accessToken", "refreshToken", "expiresAt", "scope", "apiKey", "createdAt",
                "updatedAt", "providers", "anthropic", "tokens");
    }

    @Provide
    Arbitrary<byte[]> damaged() {
        byte[] plain = FULL.getBytes(StandardCharsets.UTF_8);
        Arbitrary<byte[]> file = Arbitraries.of(plain,
                new HomeObfuscation(HOME).obfuscate(FULL).getBytes(StandardCharsets.US_ASCII),
                AesGcm.encrypt(KEY.orCreated(), plain));
        Arbitrary<Integer> any = Arbitraries.integers().greaterOrEqual(0);
        return Combinators.combine(file, any, any, any, Arbitraries.bytes()).as((content, length, first, second, value) -> {
            byte[] damaged = Arrays.copyOf(content, content.length - (length % 3 == 0 ? length % content.length : 0));
            if (damaged.length > 0) {
                damaged[first % damaged.length] = value;
                damaged[second % damaged.length] = (byte) (value + 1);
            }
            return damaged;
        });
    }

    private static void check(byte[] content) throws IOException {
        Path path = directory.resolve("file");
        Files.write(path, content);
        for (TokenStore store : List.of(new CredentialsFile(path, CLOCK), new TokensFile(path, HOME, true, CLOCK),
                new EncryptedFile(path, KEY, CLOCK))) {
            try {
                Optional<StoredCredentials> login = store.load(TokenStore.DEFAULT_NAME);
                assertThat(login.toString()).doesNotContain(SECRET);
            } catch (TokenStoreException e) {
                assertThat(e).hasMessageContaining(path.toString()).hasMessageNotContaining(SECRET);
            }
        }
    }

    /** A login that can be read can also be written. */
    @Property(tries = 300)
    void whatCanBeReadCanBeWritten(@ForAll("values") String value, @ForAll("fields") String field) throws IOException {
        Path path = directory.resolve("file");
        Files.writeString(path,
                FULL.replaceFirst("\"" + field + "\":(\"[^\"]*\"|[0-9]+|\\[.*?])", "\"" + field + "\":" + value));
        TokenStore store = new CredentialsFile(path, CLOCK);
        Optional<StoredCredentials> login;
        try {
            login = store.load("x");
        } catch (TokenStoreException e) {
            return;
        }
        store.save("x", login.orElseThrow());
        assertThat(store.load("x").orElseThrow().tokens()).isEqualTo(login.orElseThrow().tokens());
        store.save("x", login("new"));
        assertThat(store.load("x").orElseThrow().tokens()).isEqualTo(Logins.tokens("new"));
    }
}
