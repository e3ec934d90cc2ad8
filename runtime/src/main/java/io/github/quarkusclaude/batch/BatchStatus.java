package io.github.quarkusclaude.batch;

/**
 * Where a batch is. An open set: compare with the constants, and expect others.
 *
 * @param value the API's word
 */
public record BatchStatus(String value) {

    /** Its requests wait or are being answered. */
    public static final BatchStatus IN_PROGRESS = new BatchStatus("in_progress");
    /** It was cancelled, and the requests being answered are not finished yet. */
    public static final BatchStatus CANCELING = new BatchStatus("canceling");
    /** It is over, and its results are there. */
    public static final BatchStatus ENDED = new BatchStatus("ended");

    @Override
    public String toString() {
        return value;
    }
}
