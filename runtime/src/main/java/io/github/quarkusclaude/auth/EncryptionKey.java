package io.github.quarkusclaude.auth;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.auth.TokenStoreException.Reason;

/**
 * What an {@link EncryptedFile} is encrypted with: 32 random bytes. They come from configuration or from a file that only
 * its owner may read.
 */
public final class EncryptionKey {

    private static final int LENGTH = 32;

    private final String source;
    private final Supplier<byte @Nullable []> existing;
    private final Supplier<byte[]> created;

    private EncryptionKey(String source, Supplier<byte @Nullable []> existing, Supplier<byte[]> created) {
        this.source = source;
        this.existing = existing;
        this.created = created;
    }

    /**
     * A key that is given, for instance one made by {@code openssl rand -base64 32}.
     *
     * @throws TokenStoreException if it is not the Base64 form of 32 bytes
     */
    public static EncryptionKey ofBase64(String base64) {
        byte[] key = decode(base64, "The encryption key");
        return new EncryptionKey("the configured key", () -> key, () -> key);
    }

    /**
     * A key in a file: 32 bytes in Base64. If there is no such file, a random key is put there when something is stored for
     * the first time. An existing file is never overwritten. Without it, what was stored is lost.
     */
    public static EncryptionKey ofFile(Path path) {
        PrivateFile file = new PrivateFile(path);
        Supplier<byte @Nullable []> existing = () -> {
            byte[] content = file.read();
            return content == null ? null
                    : decode(new String(content, StandardCharsets.ISO_8859_1), "The content of the key file " + path);
        };
        return new EncryptionKey("the key of " + path, existing, () -> file.exclusively(() -> {
            byte[] key = existing.get();
            if (key == null) {
                key = new byte[LENGTH];
                new SecureRandom().nextBytes(key);
                file.write(Base64.getEncoder().encodeToString(key) + "\n");
            }
            return key;
        }));
    }

    private static byte[] decode(String base64, String what) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            // the cause would quote a character of the key
            key = new byte[0];
        }
        if (key.length != LENGTH) {
            throw new TokenStoreException(Reason.VALIDATION_ERROR, what + " is not the Base64 form of " + LENGTH
                    + " bytes. Make a key with: openssl rand -base64 " + LENGTH, null);
        }
        return key;
    }

    /** The key, if there is one. */
    byte @Nullable [] existing() {
        return existing.get();
    }

    /** The key; a new one if there is none. */
    byte[] orCreated() {
        return created.get();
    }

    /** Where the key comes from. */
    @Override
    public String toString() {
        return source;
    }
}
