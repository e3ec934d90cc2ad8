package io.github.quarkusclaude.limits;

/**
 * What the API counts by itself, each with a limit. The buckets of Priority Tier and of fast mode are told only to those who
 * have them.
 */
public enum RateLimitBucket {

    /** Requests. */
    REQUESTS("requests", "anthropic-ratelimit-requests"),
    /** Tokens, by the tightest limit in force; the API rounds what remains to thousands. */
    TOKENS("tokens", "anthropic-ratelimit-tokens"),
    /** Input tokens; for most models without those that are read from the prompt cache. */
    INPUT_TOKENS("input-tokens", "anthropic-ratelimit-input-tokens"),
    /** Output tokens. */
    OUTPUT_TOKENS("output-tokens", "anthropic-ratelimit-output-tokens"),
    /** Input tokens of Priority Tier. */
    PRIORITY_INPUT_TOKENS("priority-input-tokens", "anthropic-priority-input-tokens"),
    /** Output tokens of Priority Tier. */
    PRIORITY_OUTPUT_TOKENS("priority-output-tokens", "anthropic-priority-output-tokens"),
    /** Input tokens of fast mode. */
    FAST_INPUT_TOKENS("fast-input-tokens", "anthropic-fast-input-tokens"),
    /** Output tokens of fast mode. */
    FAST_OUTPUT_TOKENS("fast-output-tokens", "anthropic-fast-output-tokens");

    /** At how many remaining requests somebody should know. */
    private static final long FEW_REQUESTS = 5;

    private final String id;
    private final String header;

    RateLimitBucket(String id, String header) {
        this.id = id;
        this.header = header;
    }

    /** The API's name, for example {@code input-tokens}. */
    public String id() {
        return id;
    }

    /** What the names of its headers begin with. */
    String header() {
        return header;
    }

    /** Whether other buckets tell in more detail what it counts. */
    boolean isSum() {
        return this == TOKENS;
    }

    /** Whether little is left: at most five requests, or less than a tenth of the tokens. */
    boolean isLow(RateLimit state) {
        Long remaining = state.remaining();
        if (remaining == null) {
            return false;
        }
        if (this == REQUESTS) {
            return remaining <= FEW_REQUESTS;
        }
        Long limit = state.limit();
        return limit != null && remaining < limit / 10.0;
    }
}
