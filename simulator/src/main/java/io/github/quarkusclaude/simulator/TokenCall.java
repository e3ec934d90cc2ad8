package io.github.quarkusclaude.simulator;

import java.time.Instant;
import java.util.Optional;

/**
 * A request the token endpoint has answered.
 *
 * @param grantType what it wanted: {@code authorization_code}, {@code refresh_token},
 *        {@code urn:ietf:params:oauth:grant-type:jwt-bearer}, or whatever else it said; empty if nothing
 * @param at when, by the simulator's clock
 * @param error why it was refused, for example {@code invalid_grant}; empty if it got tokens
 */
public record TokenCall(String grantType, Instant at, Optional<String> error) {
}
