package io.github.quarkusclaude.runtime.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.github.quarkusclaude.auth.AuthMethod;
import io.github.quarkusclaude.auth.AuthStatus;

/** A client is taken out of service only while it cannot answer, and never for something that only a call would repair. */
class CredentialHealthTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant PAST = NOW.minusSeconds(1);
    private static final Instant FUTURE = NOW.plusSeconds(1);

    @Test
    void withoutACredential() {
        assertThat(CredentialHealth.of(AuthStatus.none("a reason"), false, NOW)).isEqualTo(CredentialHealth.LOGIN_NEEDED);
    }

    @Test
    void whatNeverChanges() {
        assertThat(CredentialHealth.of(AuthStatus.fixed(AuthMethod.API_KEY, "a test"), false, NOW))
                .isEqualTo(CredentialHealth.AVAILABLE);
    }

    @Test
    void whatStillWorks() {
        assertThat(of(FUTURE, true, "a reason", true)).isEqualTo(CredentialHealth.AVAILABLE);
        assertThat(of(FUTURE, false, null, false)).isEqualTo(CredentialHealth.AVAILABLE);
    }

    @Test
    void whatHasExpired() {
        assertThat(of(NOW, true, null, false)).isEqualTo(CredentialHealth.REFRESHED_BY_NEXT_CALL);
        assertThat(of(PAST, true, "a reason", false)).isEqualTo(CredentialHealth.EXPIRED);
        assertThat(of(PAST, true, "a reason", true)).isEqualTo(CredentialHealth.LOGIN_NEEDED);
        assertThat(of(PAST, false, null, false)).isEqualTo(CredentialHealth.LOGIN_NEEDED);
    }

    @Test
    void whatHasNotBeenAskedForYet() {
        assertThat(of(null, true, null, false)).isEqualTo(CredentialHealth.AVAILABLE);
        assertThat(of(null, true, "a reason", false)).isEqualTo(CredentialHealth.TRIED_BY_NEXT_CALL);
        assertThat(of(null, true, "a reason", true)).isEqualTo(CredentialHealth.LOGIN_NEEDED);
    }

    @Test
    void whatIsUsable() {
        assertThat(CredentialHealth.values()).filteredOn(health -> !health.isUsable())
                .containsExactly(CredentialHealth.EXPIRED, CredentialHealth.LOGIN_NEEDED);
    }

    private static CredentialHealth of(@Nullable Instant expiresAt, boolean refreshable, @Nullable String lastFailure,
            boolean loginNeeded) {
        return CredentialHealth.of(new AuthStatus(AuthMethod.OAUTH, "a test", expiresAt, refreshable, false, null,
                lastFailure, null), loginNeeded, NOW);
    }
}
