package io.github.quarkusclaude.auth;

import io.github.quarkusclaude.error.AuthenticationException;
import io.github.quarkusclaude.error.ErrorDetails;

/**
 * An API key, checked and never shown: {@link #toString()} masks it.
 */
public final class ApiKey {

    private static final String PREFIX = "sk-ant-";
    /** What an OAuth or federation access token begins with. */
    private static final String BEARER_TOKEN_PREFIX = "sk-ant-oat";
    /** What a key of the Admin API begins with. */
    private static final String ADMIN_KEY_PREFIX = "sk-ant-admin";
    private static final int MIN_LENGTH = 20;

    private static final int SHORTEST_MASKABLE = 8;
    private static final int VISIBLE_END = 4;
    private static final int MIN_STARS = 4;

    private final String value;

    private ApiKey(String value) {
        this.value = value;
    }

    /**
     * Takes a key for the Claude API. Blanks and line ends around it are dropped.
     *
     * @throws AuthenticationException if it cannot be a key of the Messages API; the message says why and what to do
     */
    public static ApiKey of(String text) {
        String key = text.strip();
        if (key.startsWith(BEARER_TOKEN_PREFIX)) {
            throw invalid(key, "is a bearer token, not an API key. Use it as an OAuth token, or create an API key in the"
                    + " Claude Console");
        }
        if (key.startsWith(ADMIN_KEY_PREFIX)) {
            throw invalid(key, "is an Admin API key, which cannot send messages. Create an API key in the Claude Console");
        }
        if (key.startsWith("\"") || key.startsWith("'")) {
            throw invalid(key, "begins with a quotation mark. Remove the quotes around it");
        }
        if (!key.startsWith(PREFIX)) {
            throw invalid(key, "does not begin with " + PREFIX + ". Check that it is a key of the Claude API, or set"
                    + " quarkus.claude.base-url if a gateway issued it");
        }
        if (key.length() < MIN_LENGTH) {
            throw invalid(key, "is too short. Copy it again, as a whole");
        }
        for (int i = PREFIX.length(); i < key.length(); i++) {
            if (!isKeyCharacter(key.charAt(i))) {
                throw invalid(key, "has a character at position " + (i + 1)
                        + " that no key has: only letters, digits, '-' and '_' are possible. Copy it again");
            }
        }
        return new ApiKey(key);
    }

    /**
     * Takes a key for another server than Anthropic's, which may have any form.
     *
     * @throws AuthenticationException if it is empty or cannot stand in a header
     */
    public static ApiKey ofGateway(String text) {
        String key = text.strip();
        if (key.isEmpty()) {
            throw invalid(key, "is empty");
        }
        for (int i = 0; i < key.length(); i++) {
            if (key.charAt(i) <= ' ' || key.charAt(i) > '~') {
                throw invalid(key, "has a character at position " + (i + 1) + " that cannot stand in a header");
            }
        }
        return new ApiKey(key);
    }

    private static boolean isKeyCharacter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_';
    }

    private static AuthenticationException invalid(String key, String why) {
        return new AuthenticationException(ErrorDetails.of("The API key " + mask(key) + " " + why), null);
    }

    /** The key itself, for the header of a request. Do not log it. */
    public String value() {
        return value;
    }

    /**
     * A secret made unreadable: at most its beginning ({@code sk-ant-}, or four characters of an unknown kind) and the
     * last four characters remain, and the length is kept.
     */
    public static String mask(String secret) {
        if (secret.length() < SHORTEST_MASKABLE) {
            return "*".repeat(MIN_STARS);
        }
        String prefix = secret.startsWith(PREFIX) ? PREFIX : secret.startsWith("sk-") ? "sk-" : secret.substring(0, 4);
        int rest = secret.length() - prefix.length();
        // of a short secret the last characters would be too large a part
        int visibleEnd = rest >= MIN_STARS + VISIBLE_END ? VISIBLE_END : 0;
        return prefix + "*".repeat(Math.max(MIN_STARS, rest - visibleEnd)) + secret.substring(secret.length() - visibleEnd);
    }

    /** The key, masked. */
    @Override
    public String toString() {
        return mask(value);
    }
}
