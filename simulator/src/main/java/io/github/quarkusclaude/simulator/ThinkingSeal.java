package io.github.quarkusclaude.simulator;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs thinking, so that it can be told later whether it came back unchanged and to where it belongs.
 * <p>
 * Like the API's own, a signature names the model and stands for the whole thought even if its text is not shown. Only a
 * simulator with the same seed takes it back.
 */
final class ThinkingSeal {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int HASH_LENGTH = 32;
    private static final int LEAST_LENGTH = 1 + 3 * Long.BYTES + 2 * HASH_LENGTH;

    private final byte[] key;

    ThinkingSeal(long seed) {
        key = ByteBuffer.allocate(Long.BYTES).putLong(seed).array();
    }

    /**
     * What a signature holds.
     *
     * @param model the model that had the thought
     * @param conversation a number for all that was said before
     * @param previous a number for the thought before; 0 if there was none
     * @param shown a number for the part that the caller sees, which must come back with the signature
     */
    record Sealed(String model, long conversation, long previous, long shown) {

        Sealed(String model, long conversation, long previous, String shown) {
            this(model, conversation, previous, number(shown));
        }

        boolean shows(String text) {
            return shown == number(text);
        }

        /** A number for a text. */
        static long number(String text) {
            return Variety.hash(1, text);
        }
    }

    /** @param thought the whole thinking */
    String sign(Sealed sealed, String thought) {
        byte[] name = sealed.model().getBytes(StandardCharsets.UTF_8);
        byte[] head = ByteBuffer.allocate(LEAST_LENGTH - HASH_LENGTH + name.length)
                .put((byte) name.length)
                .put(name)
                .putLong(sealed.conversation())
                .putLong(sealed.previous())
                .putLong(sealed.shown())
                .put(hash(thought.getBytes(StandardCharsets.UTF_8)))
                .array();
        byte[] signature = Arrays.copyOf(head, head.length + HASH_LENGTH);
        System.arraycopy(hash(head), 0, signature, head.length, HASH_LENGTH);
        return Base64.getEncoder().encodeToString(signature);
    }

    /** What a signature holds; empty if it was not made here or was altered. */
    Optional<Sealed> open(String signature) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(signature);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length < LEAST_LENGTH) {
            return Optional.empty();
        }
        byte[] head = Arrays.copyOf(bytes, bytes.length - HASH_LENGTH);
        if (!MessageDigest.isEqual(hash(head), Arrays.copyOfRange(bytes, head.length, bytes.length))) {
            return Optional.empty();
        }
        byte[] name = new byte[bytes.length - LEAST_LENGTH];
        ByteBuffer content = ByteBuffer.wrap(head).position(1).get(name);
        return Optional.of(new Sealed(new String(name, StandardCharsets.UTF_8), content.getLong(), content.getLong(),
                content.getLong()));
    }

    boolean isGenuine(String shown, String signature) {
        return open(signature).filter(sealed -> sealed.shows(shown)).isPresent();
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
}
