package io.github.quarkusclaude.auth;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * Where the official programs keep their profiles.
 *
 * @param path the directory; need not exist
 */
public record ProfileDirectory(Path path) {

    private static final String DEFAULT = "default";
    private static final int MAX_SIZE = 1024 * 1024;

    /** A name is part of a path: none must lead out of the directory. */
    private static final Pattern NAME = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9_.\\-]{1,128}");

    /**
     * The directory of a user.
     *
     * @param environment the environment variables, of which {@code ANTHROPIC_CONFIG_DIR} comes first
     * @param home the user's home directory
     * @param windows whether the system is Windows, which has another place for such files
     */
    public static ProfileDirectory of(Map<String, String> environment, Path home, boolean windows) {
        String configured = environment.get("ANTHROPIC_CONFIG_DIR");
        if (configured != null && !configured.isBlank()) {
            return new ProfileDirectory(Path.of(configured.strip()));
        }
        String appData = environment.get("APPDATA");
        if (windows && appData != null && !appData.isBlank()) {
            return new ProfileDirectory(Path.of(appData, "Anthropic"));
        }
        return new ProfileDirectory(home.resolve(".config").resolve("anthropic"));
    }

    /**
     * A profile.
     *
     * @param name which one; the active one if absent or blank, and {@code default} if none is active
     * @param environment the environment variables, which tell what the profile's file does not
     * @return empty if no name was given and there is no such profile
     * @throws ConfigurationException if a profile that was named does not exist, or one that exists cannot be used
     */
    public Optional<Profile> find(@Nullable String name, Map<String, String> environment) {
        boolean isNamed = name != null && !name.isBlank();
        String chosen = isNamed ? checked(name.strip(), "ANTHROPIC_PROFILE") : active();
        Path file = path.resolve("configs").resolve(chosen + ".json");
        String content = content(file);
        if (content == null) {
            if (isNamed) {
                throw new ConfigurationException("There is no profile " + chosen + ": " + file + " does not exist. Create it,"
                        + " or name another one by ANTHROPIC_PROFILE");
            }
            return Optional.empty();
        }
        return Optional.of(new ProfileReader(path, chosen, file, environment).read(content));
    }

    private String active() {
        Path file = path.resolve("active_config");
        String content = content(file);
        return content == null || content.isBlank() ? DEFAULT : checked(content.strip(), file.toString());
    }

    private static String checked(String name, String place) {
        if (!NAME.matcher(name).matches()) {
            throw new ConfigurationException(place + " does not name a profile: names have letters, digits, '_', '.' and '-'"
                    + " only");
        }
        return name;
    }

    private static @Nullable String content(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MAX_SIZE), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw new ConfigurationException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
