package io.github.quarkusclaude.auth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jboss.logging.Logger;

/** Sees to it that nobody but the owner can read a file, where the file system knows modes. */
final class OwnerOnly {

    private static final Logger LOG = Logger.getLogger("io.github.quarkusclaude");

    static final String TEMPORARY_SUFFIX = ".tmp";

    private static final Set<PosixFilePermission> FILE = EnumSet.of(PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE);
    private static final Set<PosixFilePermission> DIRECTORY = EnumSet.of(PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private final AtomicBoolean warned = new AtomicBoolean();

    private static FileAttribute<?>[] mode(Path path, Set<PosixFilePermission> mode) {
        return hasModes(path) ? new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(mode) } : new FileAttribute<?>[0];
    }

    private static boolean hasModes(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** What to create a file with. */
    static FileAttribute<?>[] file(Path path) {
        return mode(path, FILE);
    }

    /** Creates a directory and those above it, unless they exist. */
    void createDirectories(Path directory) throws IOException {
        // a link to a directory is one as well
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, mode(directory, DIRECTORY));
        }
    }

    /** Creates an empty file that is to replace another one. */
    Path createTemporary(Path target) throws IOException {
        return Files.createTempFile(target.resolveSibling(""), temporaryPrefix(target), TEMPORARY_SUFFIX, file(target));
    }

    static String temporaryPrefix(Path target) {
        return "." + target.getFileName() + ".";
    }

    /** Takes a file away from others who may read or change it. Warns once. */
    void repair(Path path) throws IOException {
        if (!hasModes(path)) {
            return;
        }
        Set<PosixFilePermission> mode = Files.getPosixFilePermissions(path);
        if (FILE.containsAll(mode)) {
            return;
        }
        String failure = null;
        try {
            Files.setPosixFilePermissions(path, FILE);
        } catch (IOException e) {
            failure = FileFailure.reason(e);
        }
        if (warned.compareAndSet(false, true)) {
            LOG.warnf("%s holds secrets and had the mode %s. %s", path, PosixFilePermissions.toString(mode),
                    failure == null ? "Now only its owner can read it"
                            : "It could not be changed to rw-------: " + failure);
        }
    }
}
