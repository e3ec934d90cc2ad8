package io.github.quarkusclaude.simulator;

import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;

/**
 * Makes tokens, codes and keys, and remembers the newest. They are the one thing that does not follow from the seed, so that
 * no simulator accepts what another has given out.
 */
final class Secrets {

    private static final int REMEMBERED = 10_000;

    private final SecureRandom random = new SecureRandom();
    private final Deque<String> made = new ArrayDeque<>();

    String next(String start, int bytes) {
        byte[] noise = new byte[bytes];
        random.nextBytes(noise);
        return remembered(start + Base64.getUrlEncoder().withoutPadding().encodeToString(noise));
    }

    /** Notes a secret that was made elsewhere, and returns it. */
    synchronized String remembered(String secret) {
        made.addLast(secret);
        if (made.size() > REMEMBERED) {
            made.removeFirst();
        }
        return secret;
    }

    synchronized List<String> all() {
        return List.copyOf(made);
    }
}
