package io.github.quarkusclaude.simulator;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * Makes tokens, codes and keys. They are the one thing that does not follow from the seed, so that no simulator accepts what
 * another has given out.
 */
final class Secrets {

    private final SecureRandom random = new SecureRandom();

    String next(String start, int bytes) {
        byte[] noise = new byte[bytes];
        random.nextBytes(noise);
        return start + Base64.getUrlEncoder().withoutPadding().encodeToString(noise);
    }
}
