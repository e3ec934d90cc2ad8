package io.github.quarkusclaude.auth;

import static io.github.quarkusclaude.auth.Logins.CLOCK;
import static io.github.quarkusclaude.auth.Logins.NOW;
import static io.github.quarkusclaude.auth.Logins.login;
import static io.github.quarkusclaude.auth.Logins.tokens;
import static io.github.quarkusclaude.auth.Logins.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.quarkusclaude.auth.TokenStoreException.Reason;

/** What is encrypted is readable with its key only, and only if nobody has changed it. */
class EncryptedFileTest {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String OTHER_KEY = "A" + KEY.substring(0, 41) + "E=";

    @TempDir
    Path directory;

    Path path;
    EncryptedFile store;

    @BeforeEach
    void create() {
        path = directory.resolve("logins.enc");
        store = new EncryptedFile(path, EncryptionKey.ofBase64(KEY), CLOCK);
    }

    @Test
    void loginsOfSeveralClientsAreStored() {
        assertThat(store.load("a")).isEmpty();

        store.save("a", login("token-a").withTier("max"));
        store.save("b", StoredCredentials.ofApiKey("key-b"));

        assertThat(store.load("a")).contains(new StoredCredentials(tokens("token-a"), null, "max", NOW, NOW));
        assertThat(store.load("b")).contains(new StoredCredentials(null, "key-b", null, NOW, NOW));
        assertThat(store.load("c")).isEmpty();
        assertThat(store.remove("c")).isFalse();
        assertThat(store.remove("a")).isTrue();
        assertThat(store.load("b")).isPresent();
        assertThat(store.remove("b")).isTrue();
        assertThat(path).doesNotExist();
        assertThat(store.remove("b")).isFalse();
    }

    @Test
    void nothingCanBeReadInTheFileAndEachOneIsDifferent() throws IOException {
        Set<String> starts = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            store.save("a", login("token-a"));
            byte[] content = Files.readAllBytes(path);
            assertThat(new String(content, StandardCharsets.ISO_8859_1)).doesNotContain("token", "oauth", "logins");
            assertThat(content[0]).isEqualTo((byte) 1);
            starts.add(Base64.getEncoder().encodeToString(content).substring(0, 17));
        }
        assertThat(starts).hasSize(20);
    }

    @Test
    void anotherKeyIsToldAndTheFileStaysAsItIs() throws IOException {
        store.save("a", login("s3cr3t"));
        byte[] before = Files.readAllBytes(path);
        EncryptedFile other = new EncryptedFile(path, EncryptionKey.ofBase64(OTHER_KEY), CLOCK);

        assertUnreadable(other, "another key than the configured key");
        assertThat(path).hasBinaryContent(before);
    }

    @Test
    void everyChangedByteIsNoticed() throws IOException {
        store.save("a", login("s3cr3t"));
        byte[] content = Files.readAllBytes(path);
        for (int i = 0; i < content.length; i++) {
            byte[] changed = content.clone();
            changed[i] ^= 1 << (i % 8);
            Files.write(path, changed);
            assertThatExceptionOfType(TokenStoreException.class).as("byte " + i).isThrownBy(() -> store.load("a"))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.ENCRYPTION_ERROR));
        }
    }

    @Test
    void aFileThatHasBeenCutOffIsNoticed() throws IOException {
        store.save("a", login("s3cr3t"));
        byte[] content = Files.readAllBytes(path);
        for (int length : new int[] { 0, 1, 12, 13, 28, 29, content.length - 1 }) {
            byte[] cut = new byte[length];
            System.arraycopy(content, 0, cut, 0, length);
            Files.write(path, cut);
            assertUnreadable(store, "has been changed");
            assertThat(path).hasBinaryContent(cut);
        }
    }

    @Test
    void aKeyFileIsMadeWhenSomethingIsStoredAndThenKept() throws IOException {
        Path key = directory.resolve("keys/key");
        EncryptedFile withFile = new EncryptedFile(path, EncryptionKey.ofFile(key), CLOCK);
        assertThat(withFile.load("a")).isEmpty();
        assertThat(key).doesNotExist();

        withFile.save("a", login("one"));
        String made = Files.readString(key);
        withFile.save("a", login("two"));

        assertThat(Base64.getDecoder().decode(made.strip())).hasSize(32).isNotEqualTo(new byte[32]);
        assertThat(key).hasContent(made.strip());
        assertThat(new EncryptedFile(path, EncryptionKey.ofFile(key), CLOCK).load("a").orElseThrow().tokens())
                .isEqualTo(tokens("two"));
        assertThat(new EncryptedFile(path, EncryptionKey.ofBase64(made), CLOCK).load("a")).isPresent();
    }

    @Test
    void aLostKeyIsNotReplacedByAnother() throws IOException {
        Path key = directory.resolve("key");
        EncryptedFile withFile = new EncryptedFile(path, EncryptionKey.ofFile(key), CLOCK);
        withFile.save("a", login("one"));
        Files.delete(key);

        assertUnreadable(withFile, "the key of " + key + " is missing");
        assertThat(key).doesNotExist();
    }

    @Test
    void aKeyFileThatHoldsNoKeyIsNotOverwritten() {
        Path key = write(directory.resolve("key"), "s3cr3t");

        assertThatExceptionOfType(TokenStoreException.class)
                .isThrownBy(() -> new EncryptedFile(path, EncryptionKey.ofFile(key), CLOCK).save("a", login("one")))
                .withMessageContaining(key.toString()).withMessageNotContaining("s3cr3t")
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.VALIDATION_ERROR));
        assertThat(key).hasContent("s3cr3t");
        assertThat(path).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "s3cr3t", "s3cr3t!!", "AAAAAAAAAAAAAAAAAAAAAA==" })
    void whatIsNoKeyIsRefused(String key) {
        assertThatExceptionOfType(TokenStoreException.class).isThrownBy(() -> EncryptionKey.ofBase64(key))
                .withMessageContaining("openssl rand -base64 32").withMessageNotContaining("s3cr3t").withNoCause()
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.VALIDATION_ERROR));
    }

    @Test
    void keysAreNotShown() {
        assertThat(EncryptionKey.ofBase64(KEY) + " " + store).doesNotContain("AAAA");
    }

    private void assertUnreadable(TokenStore unreadable, String why) {
        List<Runnable> actions = List.of(() -> unreadable.load("a"), () -> unreadable.save("a", login("s3cr3t")),
                () -> unreadable.remove("a"));
        for (Runnable action : actions) {
            assertThatExceptionOfType(TokenStoreException.class).isThrownBy(action::run)
                    .withMessageContaining(path.toString()).withMessageContaining(why).withMessageNotContaining("s3cr3t")
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.ENCRYPTION_ERROR));
        }
    }
}
