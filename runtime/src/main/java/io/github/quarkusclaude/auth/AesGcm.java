package io.github.quarkusclaude.auth;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts and authenticates with AES-256-GCM. What comes out: a byte for the version of this form, 12 random bytes, and
 * the encrypted text with its tag of 16 bytes.
 */
final class AesGcm {

    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;

    /** Authenticated as well, so that nothing that was encrypted for another purpose is taken for a store. */
    private static final byte[] PURPOSE = ("quarkus-claude token store " + VERSION).getBytes(StandardCharsets.US_ASCII);

    private AesGcm() {
    }

    static byte[] encrypt(byte[] key, byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(nonce);
        try {
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, key, nonce, 0).doFinal(plain);
            return ByteBuffer.allocate(1 + NONCE_BYTES + encrypted.length).put(VERSION).put(nonce).put(encrypted).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES-GCM", e);
        }
    }

    /**
     * @throws GeneralSecurityException if it was encrypted with another key or has been changed
     */
    static byte[] decrypt(byte[] key, byte[] encrypted) throws GeneralSecurityException {
        int start = 1 + NONCE_BYTES;
        if (encrypted.length < start + TAG_BYTES || encrypted[0] != VERSION) {
            throw new GeneralSecurityException("Not of this form");
        }
        return cipher(Cipher.DECRYPT_MODE, key, encrypted, 1).doFinal(encrypted, start, encrypted.length - start);
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, int nonceStart) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"),
                new GCMParameterSpec(8 * TAG_BYTES, nonce, nonceStart, NONCE_BYTES));
        cipher.updateAAD(PURPOSE);
        return cipher;
    }
}
