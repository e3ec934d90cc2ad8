package io.github.quarkusclaude.limits;

import java.time.Duration;

/**
 * The calls of a client at one moment.
 *
 * @param underWay how many calls have been let through and have not ended
 * @param waiting how many calls wait
 * @param waited how many calls have waited since the client was made, and were then let through
 * @param lastWait how long the last of those had waited
 */
public record AdmissionStatus(int underWay, int waiting, long waited, Duration lastWait) {
}
