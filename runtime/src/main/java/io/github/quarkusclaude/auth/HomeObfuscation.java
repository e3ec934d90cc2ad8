package io.github.quarkusclaude.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Makes a text unreadable at first sight, by combining it with a checksum of the home directory's path. This protects
 * nothing: everybody can compute the same.
 */
final class HomeObfuscation {

    private static final String SUFFIX = "-neurolink-token-store";

    /** The hexadecimal digits themselves are what the text is combined with. */
    private final byte[] digits;

    HomeObfuscation(HomeDirectory home) {
        this.digits = HexFormat.of().formatHex(sha256(home.text() + SUFFIX)).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Whether nothing of the text would be lost: each character becomes one byte. */
    static boolean canObfuscate(String text) {
        return text.chars().allMatch(c -> c <= 0xFF);
    }

    String obfuscate(String text) {
        return Base64.getEncoder().encodeToString(combine(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /**
     * The text again; another text if it was obfuscated with another home directory.
     *
     * @throws IllegalArgumentException if it was not obfuscated
     */
    String reveal(String obfuscated) {
        return new String(combine(Base64.getDecoder().decode(obfuscated.strip())), StandardCharsets.ISO_8859_1);
    }

    private byte[] combine(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= digits[i % digits.length];
        }
        return bytes;
    }
}
