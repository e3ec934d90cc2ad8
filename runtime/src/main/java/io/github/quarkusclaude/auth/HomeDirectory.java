package io.github.quarkusclaude.auth;

import java.nio.file.Path;

/**
 * Where a person's files are.
 *
 * @param text the directory, exactly as the environment names it
 */
public record HomeDirectory(String text) {

    /** {@code $HOME}; if that is not set, what Java takes for it. */
    public static HomeDirectory current() {
        String home = System.getenv("HOME");
        return new HomeDirectory(home == null || home.isBlank() ? System.getProperty("user.home") : home);
    }

    /** The path of a file. One that is {@code ~} or begins with <code>~/</code> is in this directory. */
    public Path resolve(String path) {
        if (path.equals("~")) {
            return Path.of(text);
        }
        return path.startsWith("~/") ? Path.of(text, path.substring(2)) : Path.of(path);
    }
}
