package io.github.quarkusclaude.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The secret that ties the code of an authorization page to who asked for it (RFC 7636): the page is told its hash, the
 * secret itself goes to the token endpoint only. {@link #toString()} masks it.
 *
 * @param verifier the secret: 43 to 128 letters, digits, {@code -}, {@code .}, {@code _} or {@code ~}
 */
record Pkce(String verifier) {

    /** The method by which {@link #challenge()} is made. */
    static final String METHOD = "S256";

    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9\\-._~]{43,128}");

    Pkce {
        if (!VERIFIER.matcher(verifier).matches()) {
            throw new IllegalArgumentException("A PKCE verifier has 43 to 128 letters, digits, '-', '.', '_' or '~'");
        }
    }

    /** A new secret. */
    static Pkce create() {
        return new Pkce(RandomText.create());
    }

    /** The hash of the secret. */
    String challenge() {
        byte[] hash = sha256(verifier.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "Pkce[" + METHOD + "]";
    }
}
