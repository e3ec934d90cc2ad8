package io.github.quarkusclaude.auth;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;

import org.jspecify.annotations.Nullable;

/** The secrets somebody has held lately, to be masked wherever they turn up. Safe for use by many threads. */
final class Secrets {

    /** Tokens are replaced by others all the time; what was replaced long ago opens nothing any more. */
    private static final int MOST = 32;

    /** What is shorter is no secret, and could be part of any word. */
    private static final int SHORTEST = 4;

    private final Deque<String> secrets = new ArrayDeque<>();

    static Secrets of(Collection<String> values) {
        Secrets secrets = new Secrets();
        values.forEach(secrets::add);
        return secrets;
    }

    synchronized void add(@Nullable String secret) {
        if (secret == null || secret.length() < SHORTEST || secrets.contains(secret)) {
            return;
        }
        secrets.addFirst(secret);
        if (secrets.size() > MOST) {
            secrets.removeLast();
        }
    }

    void add(OAuthTokens tokens) {
        add(tokens.refreshToken());
        add(tokens.accessToken());
    }

    synchronized String masked(String text) {
        String masked = text;
        for (String secret : secrets) {
            masked = masked.replace(secret, ApiKey.mask(secret));
        }
        return masked;
    }
}
