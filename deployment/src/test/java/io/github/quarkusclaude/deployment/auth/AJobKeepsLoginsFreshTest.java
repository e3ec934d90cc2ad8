package io.github.quarkusclaude.deployment.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.auth.AuthEvent;
import io.github.quarkusclaude.auth.AuthMethod;
import io.github.quarkusclaude.runtime.auth.TokenRefreshJob;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.IssuedTokens;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.QuarkusUnitTest;

/** A login is refreshed although nobody calls, by a job that exists only if there is a login. */
class AJobKeepsLoginsFreshTest extends AuthTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = withLogin(application("job"), "person")
            .overrideRuntimeConfigKey("quarkus.claude.oauth.refresh-every", "1s")
            .overrideRuntimeConfigKey("quarkus.claude.\"key\".api-key", ClaudeSimulator.DEFAULT_API_KEY);

    @Inject
    Scheduler scheduler;

    @Test
    void withoutAnyCall() {
        assertThat(clients.client("key")).isNotNull();
        assertThat(auth.status("key").method()).isEqualTo(AuthMethod.API_KEY);
        assertThat(scheduler.getScheduledJob(TokenRefreshJob.NAME)).isNull();

        IssuedTokens tokens = simulator.oauth().issue();
        login("person", tokens, Instant.now().plusSeconds(240));
        assertThat(clients.client("person")).isNotNull();
        assertThat(scheduler.getScheduledJob(TokenRefreshJob.NAME)).isNotNull();

        assertThat(events.next(AuthEvent.Refreshed.class).client()).isEqualTo("person");
        assertThat(simulator.requests()).hasSize(1).allMatch(request -> request.path().equals(TOKEN_CALL));
        assertThat(json(directory.resolve("person.json")).at("/oauth/accessToken").asText())
                .isNotEqualTo(tokens.accessToken());

        // somebody logs in again: that is taken over, as the first call shows
        IssuedTokens other = simulator.oauth().issue();
        login("person", other, Instant.now().plusSeconds(240));
        events.next(AuthEvent.Refreshed.class);
        clients.client("person").generate("Hello");
        assertThat(bearer(lastApiRequest()))
                .isEqualTo(json(directory.resolve("person.json")).at("/oauth/accessToken").asText());
    }
}
