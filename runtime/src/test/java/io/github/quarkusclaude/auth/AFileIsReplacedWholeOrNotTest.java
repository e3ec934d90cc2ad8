package io.github.quarkusclaude.auth;

import static io.github.quarkusclaude.auth.Logins.CLOCK;
import static io.github.quarkusclaude.auth.Logins.login;
import static io.github.quarkusclaude.auth.Logins.mode;
import static io.github.quarkusclaude.auth.Logins.tokens;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.quarkusclaude.auth.TokenStoreException.Reason;

/** Whatever goes wrong while a login is stored, the one before is still there. */
class AFileIsReplacedWholeOrNotTest {

    private static final String NAME = TokenStore.DEFAULT_NAME;
    private static final int CRASHED = 7;

    @TempDir
    Path directory;

    /** Ends without any ado between writing the new file and putting it in place of the old one. */
    static final class CrashBeforeTheRename {

        public static void main(String[] args) {
            new CredentialsFile(new PrivateFile(Path.of(args[0]), (from, to) -> Runtime.getRuntime().halt(CRASHED)), CLOCK)
                    .save(NAME, login("new"));
        }
    }

    @Test
    void aCrashBeforeTheRenameLeavesTheOldContentAndNothingForever() throws Exception {
        Path path = directory.resolve("c.json");
        CredentialsFile store = new CredentialsFile(path, CLOCK);
        store.save(NAME, login("old"));
        byte[] before = Files.readAllBytes(path);

        assertThat(ChildJvm.start(CrashBeforeTheRename.class, path).waitFor()).isEqualTo(CRASHED);

        assertThat(path).hasBinaryContent(before);
        assertThat(others()).singleElement().satisfies(leftover -> {
            assertThat(leftover).content().contains("\"new\"");
            assertThat(mode(leftover)).isEqualTo("rw-------");
        });

        store.save(NAME, store.load(NAME).orElseThrow().with(tokens("newer")));
        assertThat(others()).isEmpty();
    }

    @Test
    void secretsThatACrashLeftBehindAreRemovedWithTheFile() throws Exception {
        Path path = directory.resolve("c.json");
        CredentialsFile store = new CredentialsFile(path, CLOCK);
        store.save(NAME, login("old"));
        assertThat(ChildJvm.start(CrashBeforeTheRename.class, path).waitFor()).isEqualTo(CRASHED);

        store.remove(NAME);

        assertThat(directory.toFile().list()).containsExactly("c.json.lock");
    }

    @Test
    void filesOfOthersAreNotTakenForLeftovers() throws IOException {
        Path path = directory.resolve("c.json");
        for (String name : List.of(".c.json.x.tmp", ".c.json.tmp", ".c.json.5.6.tmp", "c.json.5.tmp", ".c.json.5.bak")) {
            Files.writeString(directory.resolve(name), "x");
        }

        new CredentialsFile(path, CLOCK).save(NAME, login("a"));

        assertThat(others()).hasSize(5);
    }

    @Test
    void aFullDiskIsToldAndLeavesTheOldContent() throws IOException {
        Path path = directory.resolve("c.json");
        new CredentialsFile(path, CLOCK).save(NAME, login("old"));
        byte[] before = Files.readAllBytes(path);
        CredentialsFile full = new CredentialsFile(new PrivateFile(path, (from, to) -> {
            throw new FileSystemException(from.toString(), to.toString(), "No space left on device");
        }), CLOCK);

        assertThatExceptionOfType(TokenStoreException.class).isThrownBy(() -> full.save(NAME, login("s3cr3t")))
                .withMessageContainingAll(path.toString(), "unchanged", "No space left on device")
                .withMessageNotContaining("s3cr3t")
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.STORAGE_ERROR));

        assertThat(path).hasBinaryContent(before);
        assertThat(others()).isEmpty();
    }

    /** What is there beside the file and its lock. */
    private List<Path> others() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> !file.endsWith("c.json") && !file.endsWith("c.json.lock")).toList();
        }
    }
}
