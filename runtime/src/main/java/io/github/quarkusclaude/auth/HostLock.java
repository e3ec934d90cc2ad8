package io.github.quarkusclaude.auth;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.auth.TokenStoreException.Reason;

/**
 * A lock that one thread of one process of the host has at a time. The operating system releases it when a process ends,
 * however that ends: that its file exists says nothing, and it is never removed.
 */
final class HostLock {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final long FIRST_PAUSE_MILLIS = 1;
    private static final long LONGEST_PAUSE_MILLIS = 50;

    /** File locks are held by the process as a whole, so its threads need locks of their own. */
    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private final Path file;
    private final Duration limit;

    /**
     * @param file the real path of a file in an existing directory, which is created if it is missing
     */
    HostLock(Path file) {
        this(file, LIMIT);
    }

    HostLock(Path file, Duration limit) {
        this.file = file;
        this.limit = limit;
    }

    /**
     * Does something while the lock is held. A thread that has it already does it at once.
     *
     * @throws TokenStoreException if the lock cannot be had in time, or the thread is interrupted while it waits
     */
    <T> T whileHeld(Supplier<T> action) {
        ReentrantLock threads = THREADS.computeIfAbsent(file, path -> new ReentrantLock());
        if (threads.isHeldByCurrentThread()) {
            return action.get();
        }
        long start = System.nanoTime();
        try {
            if (!threads.tryLock(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                throw late();
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        try {
            return whileProcessHolds(start, action);
        } finally {
            threads.unlock();
        }
    }

    private <T> T whileProcessHolds(long start, Supplier<T> action) {
        FileChannel channel = open();
        try {
            acquire(channel, start);
            return action.get();
        } finally {
            release(channel);
        }
    }

    private FileChannel open() {
        try {
            return FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), OwnerOnly.file(file));
        } catch (IOException e) {
            throw failed("cannot be opened: " + FileFailure.reason(e), e);
        }
    }

    /**
     * Asks again and again instead of waiting within the operating system: that has no limit, and takes two processes that
     * wait for each other's files with different threads for a deadlock.
     */
    private void acquire(FileChannel channel, long start) {
        try {
            for (long pause = FIRST_PAUSE_MILLIS; !tryLock(channel); pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
                if (System.nanoTime() - start > limit.toNanos()) {
                    throw late();
                }
                TimeUnit.MILLISECONDS.sleep(pause);
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (IOException e) {
            throw failed("cannot be locked: " + FileFailure.reason(e), e);
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // the same class of another class loader has it, for instance while an application restarts in dev mode
            return false;
        }
    }

    private static void release(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // what was to be done is done, and the lock ends with the process at the latest
        }
    }

    private TokenStoreException late() {
        return failed("has been in use for more than " + limit.toSeconds() + " s. Look for a program that hangs", null);
    }

    private TokenStoreException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return failed("was waited for when the program was told to stop", e);
    }

    private TokenStoreException failed(String what, @Nullable Exception cause) {
        return new TokenStoreException(Reason.STORAGE_ERROR, "The lock " + file + " " + what, cause);
    }
}
