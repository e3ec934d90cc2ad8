package io.github.quarkusclaude.auth;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.auth.TokenStoreException.Reason;

/**
 * A small file with secrets: readable for its owner only, replaced as a whole or not at all, and changed by one thread of
 * one process at a time. A symbolic link stays; what it points to is replaced.
 */
final class PrivateFile {

    private static final int MAX_BYTES = 1 << 20;

    /** Puts the new file in place of the old one. */
    @FunctionalInterface
    interface Replacement {
        void move(Path from, Path to) throws IOException;
    }

    private final Path path;
    private final Replacement replacement;
    private final OwnerOnly ownerOnly = new OwnerOnly();

    PrivateFile(Path path) {
        this(path, (from, to) -> Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING));
    }

    PrivateFile(Path path, Replacement replacement) {
        this.path = path.toAbsolutePath();
        this.replacement = replacement;
    }

    boolean exists() {
        return Files.exists(path);
    }

    /**
     * The content; {@code null} if there is no such file. If others may read it, that is changed and a warning given.
     *
     * @throws TokenStoreException if it cannot be read, is not a file, or is larger than 1 MiB
     */
    byte @Nullable [] read() {
        try {
            if (!Files.readAttributes(path, BasicFileAttributes.class).isRegularFile()) {
                throw new TokenStoreException(Reason.STORAGE_ERROR, path + " is not a file. Name a file instead", null);
            }
            ownerOnly.repair(path);
            // unlike channels, this is not closed if the thread is interrupted
            try (InputStream in = new FileInputStream(path.toFile())) {
                byte[] content = in.readNBytes(MAX_BYTES + 1);
                if (content.length > MAX_BYTES) {
                    throw new TokenStoreException(Reason.VALIDATION_ERROR,
                            path + " is larger than 1 MiB, so it holds no logins. Name another file", null);
                }
                return content;
            }
        } catch (NoSuchFileException e) {
            Path directory = path.getParent();
            // newer versions of Java tell this from a missing file no more
            if (Files.exists(directory) && !Files.isDirectory(directory)) {
                throw new TokenStoreException(Reason.STORAGE_ERROR,
                        path + " cannot be read: " + directory + " is a file and no directory", e);
            }
            return null;
        } catch (IOException e) {
            // between the look and the opening it may have been removed
            if (Files.notExists(path)) {
                return null;
            }
            throw failed("cannot be read", e);
        }
    }

    void write(String content) {
        write(content.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Replaces the content. When this returns, it survives a crash; before, the old content does.
     *
     * @throws TokenStoreException if it cannot be written; the old content is then still there
     */
    void write(byte[] content) {
        exclusively(() -> {
            try {
                replace(target(), content);
            } catch (IOException e) {
                throw failed("cannot be written; what it held before is unchanged", e);
            }
            return true;
        });
    }

    private void replace(Path target, byte[] content) throws IOException {
        removeLeftovers(target);
        Path temporary = ownerOnly.createTemporary(target);
        try {
            try (FileOutputStream out = new FileOutputStream(temporary.toFile())) {
                out.write(content);
                out.getFD().sync();
            }
            replacement.move(temporary, target);
        } catch (IOException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
        sync(target.resolveSibling(""));
    }

    /** Makes a rename survive a crash, where directories can be synchronized. */
    private static void sync(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // not on Windows, where renames are synchronous; nor on some network file systems
        }
    }

    /** Removes what a process that was killed has left behind: nobody else writes while this one has the lock. */
    private static void removeLeftovers(Path target) throws IOException {
        Pattern leftover = Pattern.compile(Pattern.quote(OwnerOnly.temporaryPrefix(target)) + "[0-9]+"
                + Pattern.quote(OwnerOnly.TEMPORARY_SUFFIX));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(target.resolveSibling(""),
                file -> leftover.matcher(file.getFileName().toString()).matches())) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
    }

    /**
     * Removes the file, and of a symbolic link what it points to.
     *
     * @return whether there was one
     * @throws TokenStoreException if it cannot be removed
     */
    boolean delete() {
        if (Files.notExists(path)) {
            return false;
        }
        return exclusively(() -> {
            try {
                Path target = target();
                if (Files.isDirectory(target)) {
                    throw new TokenStoreException(Reason.STORAGE_ERROR, path + " is not a file. Name a file instead", null);
                }
                removeLeftovers(target);
                return Files.deleteIfExists(target);
            } catch (IOException e) {
                throw failed("cannot be removed", e);
            }
        });
    }

    /**
     * Does something that nobody else does for this file at that time. May be nested.
     *
     * @throws TokenStoreException if others hold the file for too long
     */
    <T> T exclusively(Supplier<T> action) {
        HostLock lock;
        try {
            Path target = target();
            Path directory = target.resolveSibling("");
            ownerOnly.createDirectories(directory);
            lock = new HostLock(directory.toRealPath().resolve(target.getFileName() + ".lock"));
        } catch (IOException e) {
            throw failed("cannot be locked", e);
        }
        return lock.whileHeld(action);
    }

    /** The file itself behind symbolic links, which need not exist yet. */
    private Path target() throws IOException {
        Path target = path;
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == 40) {
                throw new IOException("too many symbolic links");
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(target)) {
            throw new IOException("it is not a file");
        }
        return target;
    }

    private TokenStoreException failed(String what, IOException cause) {
        return new TokenStoreException(Reason.STORAGE_ERROR, path + " " + what + ": " + FileFailure.reason(cause), cause);
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
