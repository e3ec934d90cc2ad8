package io.github.quarkusclaude.runtime;

import java.time.Duration;

import io.github.quarkusclaude.auth.AuthStatus;
import io.github.quarkusclaude.transport.CircuitStatus;

/**
 * What is known about a client that has been made.
 *
 * @param credential how it proves who asks
 * @param messages whether messages are sent to the API
 * @param pause for how long they are not, once too many have failed
 */
public record ClientCondition(AuthStatus credential, CircuitStatus messages, Duration pause) {
}
