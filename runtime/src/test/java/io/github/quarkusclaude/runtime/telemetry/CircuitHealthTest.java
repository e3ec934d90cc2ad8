package io.github.quarkusclaude.runtime.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.github.quarkusclaude.transport.CircuitStatus;
import io.github.quarkusclaude.transport.CircuitStatus.State;

/** An application is taken out of service while a circuit is open, but not so long that no call can close it again. */
class CircuitHealthTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void closed() {
        assertThat(of(State.CLOSED, null)).isEqualTo(CircuitHealth.CLOSED);
        assertThat(of(State.CLOSED, NOW)).isEqualTo(CircuitHealth.CLOSED);
    }

    @Test
    void openUntilTheNextCallMayTry() {
        assertThat(of(State.OPEN, NOW)).isEqualTo(CircuitHealth.OPEN);
        assertThat(of(State.OPEN, NOW.minusMillis(4_999))).isEqualTo(CircuitHealth.OPEN);
        assertThat(of(State.OPEN, NOW.minusSeconds(5))).isEqualTo(CircuitHealth.TRIED_BY_NEXT_CALL);
        assertThat(of(State.HALF_OPEN, NOW)).isEqualTo(CircuitHealth.TRIED_BY_NEXT_CALL);
    }

    @Test
    void onlyAnOpenOneIsUnusable() {
        assertThat(CircuitHealth.values()).filteredOn(health -> !health.isUsable()).containsExactly(CircuitHealth.OPEN);
    }

    private static CircuitHealth of(State state, @Nullable Instant since) {
        return CircuitHealth.of(new CircuitStatus(state, since), Duration.ofSeconds(5), NOW);
    }
}
