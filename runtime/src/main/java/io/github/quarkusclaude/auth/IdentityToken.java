package io.github.quarkusclaude.auth;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.error.AuthenticationException;
import io.github.quarkusclaude.error.ErrorDetails;

/** The token by which the platform a program runs on says who the program is. */
final class IdentityToken {

    /** The largest one, in bytes. */
    static final int MAX_SIZE = 16 * 1024;

    private IdentityToken() {
    }

    /**
     * The token there is now: the platform replaces its file from time to time.
     *
     * @throws AuthenticationException if there is none
     */
    static String read(FederationSettings settings) {
        Path file = settings.identityTokenFile();
        String token = file == null ? settings.identityToken() : content(file);
        String place = file == null ? "The identity token" : "The identity token file " + file;
        if (token == null || token.isBlank()) {
            throw unusable(place + " is empty", null);
        }
        if (token.length() > MAX_SIZE) {
            throw unusable(place + " is larger than " + MAX_SIZE + " bytes, so it is no identity token", null);
        }
        return token.strip();
    }

    private static String content(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MAX_SIZE + 1), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw unusable("The identity token file " + file + " does not exist. Check ANTHROPIC_IDENTITY_TOKEN_FILE or the"
                    + " profile, and that the platform provides the file", e);
        } catch (IOException e) {
            throw unusable("The identity token file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static AuthenticationException unusable(String message, @Nullable Throwable cause) {
        return new AuthenticationException(ErrorDetails.of(message), cause);
    }
}
