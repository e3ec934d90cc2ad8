package io.github.quarkusclaude.simulator;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs thinking, so that it can be told later whether it came back unchanged.
 * <p>
 * Like the API's own, a signature names the model and stands for the whole thought even if its text is not shown. Only a
 * simulator with the same seed takes it back.
 */
final class ThinkingSeal {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int HASH_LENGTH = 32;

    private final byte[] key;

    ThinkingSeal(long seed) {
        key = ByteBuffer.allocate(Long.BYTES).putLong(seed).array();
    }

    /**
     * @param thought the whole thinking
     * @param shown the part of it the caller sees, which must come back with the signature
     */
    String sign(String model, String thought, String shown) {
        byte[] name = model.getBytes(StandardCharsets.UTF_8);
        byte[] head = ByteBuffer.allocate(1 + name.length + HASH_LENGTH)
                .put((byte) name.length)
                .put(name)
                .put(hash(thought.getBytes(StandardCharsets.UTF_8)))
                .array();
        return Base64.getEncoder().encodeToString(join(head, hash(join(head, shown.getBytes(StandardCharsets.UTF_8)))));
    }

    boolean isGenuine(String shown, String signature) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(signature);
        } catch (IllegalArgumentException e) {
            return false;
        }
        if (bytes.length < 1 + 2 * HASH_LENGTH) {
            return false;
        }
        byte[] head = Arrays.copyOf(bytes, bytes.length - HASH_LENGTH);
        byte[] expected = hash(join(head, shown.getBytes(StandardCharsets.UTF_8)));
        return MessageDigest.isEqual(expected, Arrays.copyOfRange(bytes, head.length, bytes.length));
    }

    private byte[] hash(byte[] bytes) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has " + ALGORITHM, e);
        }
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
