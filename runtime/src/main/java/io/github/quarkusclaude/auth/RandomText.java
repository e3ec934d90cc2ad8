package io.github.quarkusclaude.auth;

import java.security.SecureRandom;
import java.util.Base64;

/** Texts nobody can guess. */
final class RandomText {

    /** 256 bits, which Base64 makes 43 characters of. */
    private static final int BYTES = 32;

    private RandomText() {
    }

    /** A new text of 43 characters that can stand in an address as they are. */
    static String create() {
        byte[] bytes = new byte[BYTES];
        // made here and kept nowhere: a generator must not be part of a native executable's image
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
