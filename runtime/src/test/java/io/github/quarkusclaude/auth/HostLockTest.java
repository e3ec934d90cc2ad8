package io.github.quarkusclaude.auth;

import static io.github.quarkusclaude.auth.Logins.CLOCK;
import static io.github.quarkusclaude.auth.Logins.login;
import static io.github.quarkusclaude.auth.Logins.tokens;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.quarkusclaude.auth.TokenStoreException.Reason;

/** Who waits for a lock gets it, or is told after a time that somebody else has it. */
class HostLockTest {

    private static final Duration SHORT = Duration.ofMillis(20);

    @TempDir
    Path directory;

    /** Takes the lock, says so, and keeps it. */
    static final class Holder {

        public static void main(String[] args) {
            new HostLock(Path.of(args[0])).whileHeld(() -> {
                System.out.println("held");
                try {
                    return System.in.read();
                } catch (IOException e) {
                    return -1;
                }
            });
        }
    }

    @Test
    void anotherProcessIsWaitedForAndItsDeathFreesTheLock() throws Exception {
        Path file = directory.toRealPath().resolve("lock");
        Process holder = ChildJvm.start(Holder.class, file);
        try {
            assertThat(holder.getInputStream().read()).isEqualTo('h');

            assertLate(file);
            Future<String> waiting = inBackground(() -> new HostLock(file).whileHeld(() -> "mine"));
            holder.destroyForcibly().waitFor();

            assertThat(waiting.get(30, TimeUnit.SECONDS)).isEqualTo("mine");
            assertThat(file).exists();
        } finally {
            holder.destroyForcibly();
        }
    }

    @Test
    void anotherThreadIsWaitedFor() throws Exception {
        Path file = directory.resolve("lock");
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Future<String> first = inBackground(() -> new HostLock(file).whileHeld(() -> {
            held.countDown();
            await(release);
            return "first";
        }));
        await(held);

        assertLate(file);
        Future<String> second = inBackground(() -> new HostLock(file).whileHeld(() -> "second"));
        release.countDown();

        assertThat(first.get(30, TimeUnit.SECONDS)).isEqualTo("first");
        assertThat(second.get(30, TimeUnit.SECONDS)).isEqualTo("second");
    }

    @Test
    void theSameClassOfAnotherClassLoaderIsWaitedFor() throws Exception {
        Path file = directory.resolve("lock");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            assertLate(file);
        }
        assertThat(new HostLock(file, SHORT).<String> whileHeld(() -> "mine")).isEqualTo("mine");
    }

    @Test
    void aThreadThatHasTheLockHasItAgain() {
        HostLock lock = new HostLock(directory.resolve("lock"), SHORT);

        assertThat(lock.<String> whileHeld(() -> lock.whileHeld(() -> "inner"))).isEqualTo("inner");
    }

    @Test
    void aFailureWithinFreesTheLock() {
        HostLock lock = new HostLock(directory.resolve("lock"), SHORT);
        IllegalStateException failure = new IllegalStateException("failed");

        assertThatThrownBy(() -> lock.whileHeld(() -> {
            throw failure;
        })).isSameAs(failure);
        assertThat(lock.<String> whileHeld(() -> "mine")).isEqualTo("mine");
    }

    @Test
    void whoIsInterruptedDoesNotWaitForALock() {
        HostLock lock = new HostLock(directory.resolve("lock"));
        Thread.currentThread().interrupt();
        try {
            assertThatExceptionOfType(TokenStoreException.class).isThrownBy(() -> lock.whileHeld(() -> "mine"))
                    .withMessageContaining("told to stop");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void whoIsInterruptedWhileHoldingTheLockCanStillSaveAndLoad() {
        TokenStore store = new CredentialsFile(directory.resolve("c.json"), CLOCK);
        store.save("x", login("old"));
        try {
            store.exclusively("x", () -> {
                Thread.currentThread().interrupt();
                store.save("x", store.load("x").orElseThrow().with(tokens("new")));
                return true;
            });
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(store.load("x").orElseThrow().tokens()).isEqualTo(tokens("new"));
    }

    @Test
    void aLockThatCannotBeOpenedIsAnError() throws IOException {
        Path file = Files.createDirectory(directory.resolve("lock"));

        assertThatExceptionOfType(TokenStoreException.class)
                .isThrownBy(() -> new HostLock(file).whileHeld(() -> "mine")).withMessageContaining(file.toString())
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.STORAGE_ERROR));
    }

    private static void assertLate(Path file) {
        assertThatExceptionOfType(TokenStoreException.class)
                .isThrownBy(() -> new HostLock(file, SHORT).whileHeld(() -> "mine"))
                .withMessageContaining(file.toString()).withMessageContaining("has been in use for more than")
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.STORAGE_ERROR));
    }

    private static Future<String> inBackground(Callable<String> action) {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<String> result = thread.submit(action);
        thread.shutdown();
        return result;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
