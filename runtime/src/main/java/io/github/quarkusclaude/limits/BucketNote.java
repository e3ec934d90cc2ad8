package io.github.quarkusclaude.limits;

/**
 * What was known about a limit when a call was let through.
 *
 * @param units what the call has taken
 * @param takenAt when
 * @param fullAt when the bucket would have been full again then
 * @param underWay what the calls before it may have taken without the server having counted it then
 */
record BucketNote(long units, long takenAt, long fullAt, long underWay) {
}
