package io.github.quarkusclaude.auth;

import static io.github.quarkusclaude.auth.Logins.CLOCK;
import static io.github.quarkusclaude.auth.Logins.logOf;
import static io.github.quarkusclaude.auth.Logins.login;
import static io.github.quarkusclaude.auth.Logins.mode;
import static io.github.quarkusclaude.auth.Logins.tokens;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.quarkusclaude.auth.TokenStoreException.Reason;

/** Files with secrets are their owner's, wherever links lead, and what is no file is left alone. */
class SecretFilesArePrivateTest {

    private static final String NAME = TokenStore.DEFAULT_NAME;

    @TempDir
    Path directory;

    @BeforeEach
    void onlyWhereThereAreModes() {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "No modes on this system");
    }

    @Test
    void filesAndTheirNewDirectoriesAreTheOwnersOnly() throws IOException {
        Path path = directory.resolve("new/deep/credentials.json");
        Path key = directory.resolve("keys/key");
        Path encrypted = directory.resolve("logins.enc");

        new CredentialsFile(path, CLOCK).save(NAME, login("a"));
        new EncryptedFile(encrypted, EncryptionKey.ofFile(key), CLOCK).save(NAME, login("a"));

        assertThat(mode(path.getParent().getParent())).isEqualTo("rwx------");
        assertThat(mode(path.getParent())).isEqualTo("rwx------");
        for (Path file : List.of(path, path.resolveSibling("credentials.json.lock"), key, encrypted)) {
            assertThat(mode(file)).as(file.toString()).isEqualTo("rw-------");
        }
    }

    @Test
    void theModeOfAnExistingDirectoryIsNotChanged() throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-x---"));

        new CredentialsFile(directory.resolve("c.json"), CLOCK).save(NAME, login("a"));

        assertThat(mode(directory)).isEqualTo("rwxr-x---");
    }

    @Test
    void aFileThatOthersCanReadIsRepairedWithOneWarning() throws IOException {
        Path path = directory.resolve("c.json");
        CredentialsFile store = new CredentialsFile(path, CLOCK);
        store.save(NAME, login("a-secret"));

        List<String> log = logOf(() -> {
            for (int i = 0; i < 2; i++) {
                open(path);
                assertThat(store.load(NAME).orElseThrow().tokens()).isEqualTo(tokens("a-secret"));
            }
        });

        assertThat(mode(path)).isEqualTo("rw-------");
        assertThat(log).singleElement().asString().contains("WARN", path.toString(), "rw-r--r--").doesNotContain("a-secret");
    }

    @Test
    void aFileThatIsReplacedBecomesPrivate() throws IOException {
        Path path = directory.resolve("c.json");
        PrivateFile file = new PrivateFile(path);
        Files.writeString(path, "old");
        open(path);

        file.write("new");

        assertThat(mode(path)).isEqualTo("rw-------");
    }

    @Test
    void aLinkStaysAndWhatItPointsToIsReplaced() throws IOException {
        Path target = Files.createDirectory(directory.resolve("elsewhere")).resolve("target.json");
        Path middle = Files.createSymbolicLink(directory.resolve("middle.json"), Path.of("elsewhere/target.json"));
        Path link = Files.createSymbolicLink(directory.resolve("link.json"), middle);
        CredentialsFile store = new CredentialsFile(link, CLOCK);

        assertThat(store.load(NAME)).isEmpty();
        store.save(NAME, login("a"));
        store.save(NAME, login("b"));

        assertThat(link).isSymbolicLink();
        assertThat(middle).isSymbolicLink();
        assertThat(target).isRegularFile();
        assertThat(new CredentialsFile(target, CLOCK).load(NAME).orElseThrow().tokens()).isEqualTo(tokens("b"));

        assertThat(store.remove(NAME)).isTrue();
        assertThat(target).doesNotExist();
        assertThat(link).isSymbolicLink();
    }

    @Test
    void aDirectoryBehindALinkIsUsed() throws IOException {
        Path real = Files.createDirectory(directory.resolve("real"));
        Path link = Files.createSymbolicLink(directory.resolve("link"), real);

        new CredentialsFile(link.resolve("c.json"), CLOCK).save(NAME, login("a"));

        assertThat(real.resolve("c.json")).isRegularFile();
    }

    @Test
    void linksInACircleAreAnError() throws IOException {
        Path one = directory.resolve("one");
        Path two = Files.createSymbolicLink(directory.resolve("two"), one);
        Files.createSymbolicLink(one, two);

        assertStorageError(new CredentialsFile(one, CLOCK), one);
    }

    @Test
    void whatIsNoFileIsLeftAlone() throws IOException {
        Path subdirectory = Files.createDirectory(directory.resolve("c.json"));

        assertStorageError(new CredentialsFile(subdirectory, CLOCK), subdirectory);
        assertThatExceptionOfType(TokenStoreException.class)
                .isThrownBy(() -> new CredentialsFile(subdirectory, CLOCK).remove(NAME));

        assertThat(subdirectory).isEmptyDirectory();
    }

    @Test
    void aDirectoryThatIsAFileIsAnError() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "x");

        assertStorageError(new CredentialsFile(file.resolve("c.json"), CLOCK), file);
    }

    @Test
    void aPlaceThatCannotBeWrittenToIsAnError() {
        Path nowhere = Path.of("/proc/self/nowhere");
        assumeTrue(Files.isDirectory(nowhere.getParent()), "No /proc on this system");

        assertThatExceptionOfType(TokenStoreException.class)
                .isThrownBy(() -> new CredentialsFile(nowhere.resolve("c.json"), CLOCK).save(NAME, login("s3cr3t")))
                .withMessageContaining(nowhere.toString()).withMessageNotContaining("s3cr3t")
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.STORAGE_ERROR));
    }

    private static void assertStorageError(TokenStore store, Path named) {
        assertThatExceptionOfType(TokenStoreException.class).isThrownBy(() -> store.load(NAME))
                .withMessageContaining(named.toString())
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.STORAGE_ERROR));
        assertThatExceptionOfType(TokenStoreException.class).isThrownBy(() -> store.save(NAME, login("a")))
                .withMessageContaining(named.toString())
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.STORAGE_ERROR));
    }

    private static void open(Path path) {
        try {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
