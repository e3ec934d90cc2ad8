package io.github.quarkusclaude.auth;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** The secrets somebody has held lately, to be masked wherever they turn up. Safe for use by many threads. */
final class Secrets {

    /** Tokens are replaced by others all the time; what was replaced long ago opens nothing any more. */
    private static final int MOST = 32;

    /** What is shorter is no secret, and could be part of any word. */
    private static final int SHORTEST = 4;

    private final List<String> lasting;
    private final Deque<String> recent = new ArrayDeque<>();

    private Secrets(List<String> lasting) {
        this.lasting = lasting;
    }

    /** @param lasting what stays a secret however many others come; {@code null} is none */
    static Secrets of(@Nullable String... lasting) {
        return new Secrets(Stream.of(lasting).filter(Secrets::isSecret).toList());
    }

    private static boolean isSecret(@Nullable String text) {
        return text != null && text.length() >= SHORTEST;
    }

    synchronized void add(@Nullable String secret) {
        if (isSecret(secret) && !recent.contains(secret)) {
            recent.addFirst(secret);
            if (recent.size() > MOST) {
                recent.removeLast();
            }
        }
    }

    void add(OAuthTokens tokens) {
        add(tokens.refreshToken());
        add(tokens.accessToken());
    }

    synchronized String masked(String text) {
        String masked = text;
        for (String secret : recent) {
            masked = masked.replace(secret, ApiKey.mask(secret));
        }
        for (String secret : lasting) {
            masked = masked.replace(secret, ApiKey.mask(secret));
        }
        return masked;
    }
}
