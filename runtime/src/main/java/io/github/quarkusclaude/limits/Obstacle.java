package io.github.quarkusclaude.limits;

/**
 * Why a call has to wait, and for how long at least.
 *
 * @param bucket the limit that decides, or {@code retry-after}
 */
record Obstacle(String bucket, long nanos) {

    static final String RETRY_AFTER = "retry-after";
}
