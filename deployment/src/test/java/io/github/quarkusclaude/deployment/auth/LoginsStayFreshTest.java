package io.github.quarkusclaude.deployment.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.auth.AuthEvent;
import io.github.quarkusclaude.auth.AuthMethod;
import io.github.quarkusclaude.auth.AuthStatus;
import io.github.quarkusclaude.error.AuthenticationException;
import io.github.quarkusclaude.runtime.auth.TokenRefreshJob;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.Fault;
import io.github.quarkusclaude.simulator.IssuedTokens;
import io.github.quarkusclaude.simulator.RecordedRequest;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.QuarkusUnitTest;

/** A login is refreshed before it expires, once however many ask, and used as long as it works. */
class LoginsStayFreshTest extends AuthTest {

    private static final String OF_THE_ENVIRONMENT = "sk-ant-oat01-of-the-environment-0123456789";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = logins("hundred", "later", "soon", "ending", "over", "refused", "broken",
            "written", "asked").overrideRuntimeConfigKey("quarkus.claude.oauth.refresh-every", "off")
            .overrideRuntimeConfigKey("quarkus.claude.\"broken\".oauth.token-url", "${simulator.unavailable-url}" + TOKEN_CALL)
            .overrideRuntimeConfigKey("ANTHROPIC_BASE_URL", "${simulator.url}")
            .overrideRuntimeConfigKey("ANTHROPIC_OAUTH_ACCESS_TOKEN", OF_THE_ENVIRONMENT)
            .overrideRuntimeConfigKey("ANTHROPIC_OAUTH_TOKEN_EXPIRY", "4102444800");

    private static final long HOUR = 3600;
    private static final long MINUTE = 60;

    @Inject
    Scheduler scheduler;

    private static QuarkusUnitTest logins(String... clients) {
        QuarkusUnitTest application = application("logins");
        for (String client : clients) {
            withLogin(application, client);
        }
        return application;
    }

    private static Instant in(long seconds) {
        return Instant.now().plusSeconds(seconds);
    }

    @Test
    void aHundredCallsWithAnExpiredTokenAskForOneNewToken() throws Exception {
        IssuedTokens tokens = simulator.oauth().issue();
        simulator.oauth().expire(tokens.accessToken());
        login("hundred", tokens, in(-MINUTE));
        ClaudeClient claude = clients.client("hundred");
        ExecutorService callers = Executors.newFixedThreadPool(100);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<String>> calls = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                calls.add(callers.submit(() -> {
                    start.await();
                    return claude.generate("What is 6 * 7?").text();
                }));
            }
            start.countDown();
            for (Future<String> call : calls) {
                assertThat(call.get(30, TimeUnit.SECONDS)).contains("42");
            }
        } finally {
            callers.shutdownNow();
        }
        assertThat(simulator.oauth().tokenCalls()).hasSize(1);
        assertThat(apiRequests()).hasSize(100).noneMatch(request -> bearer(request).equals(tokens.accessToken()));
    }

    @Test
    void aTokenThatWorksForLongIsLeftAlone() {
        IssuedTokens tokens = simulator.oauth().issue();
        Path file = login("later", tokens, in(HOUR));
        JsonNode before = json(file);

        clients.client("later").generate("Hello");

        assertThat(simulator.oauth().tokenCalls()).isEmpty();
        assertThat(json(file)).isEqualTo(before);
        AuthStatus status = auth.status("later");
        assertThat(status.method()).isEqualTo(AuthMethod.OAUTH);
        assertThat(status.source()).isEqualTo(file.toString());
        assertThat(status.needsRefresh()).isFalse();
        assertThat(status.refreshable()).isTrue();
    }

    @Test
    void withMinutesLeftTheCallGoesOnWithTheOldToken() {
        IssuedTokens tokens = simulator.oauth().issue();
        login("soon", tokens, in(4 * MINUTE));

        clients.client("soon").generate("Hello");

        assertThat(bearer(apiRequests().get(0))).isEqualTo(tokens.accessToken());
        assertThat(events.next(AuthEvent.Refreshed.class).client()).isEqualTo("soon");
        clients.client("soon").generate("Hello");
        assertThat(bearer(lastApiRequest())).isNotEqualTo(tokens.accessToken());
        assertThat(refreshes()).isOne();
    }

    @Test
    void withSecondsLeftTheCallWaitsForANewOne() {
        IssuedTokens tokens = simulator.oauth().issue();
        login("ending", tokens, in(20));

        clients.client("ending").generate("Hello");

        assertThat(bearer(lastApiRequest())).isNotEqualTo(tokens.accessToken());
        assertThat(refreshes()).isOne();
    }

    @Test
    void whatHasExpiredAndCannotBeRefreshedFailsBeforeTheNetwork() {
        login("over", simulator.oauth().issue().accessToken(), null, in(-MINUTE));

        assertThatThrownBy(() -> clients.client("over").generate("Hello")).isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("over.json").hasMessageContaining("no refresh token");

        assertThat(simulator.requests()).isEmpty();
        assertThat(events.next(AuthEvent.LoginNeeded.class).client()).isEqualTo("over");
    }

    @Test
    void aRefusedRefreshTokenNeedsANewLogin() throws IOException {
        IssuedTokens tokens = simulator.oauth().issue();
        simulator.oauth().revoke(tokens.refreshToken().orElseThrow());
        Path file = login("refused", tokens, in(-MINUTE));
        byte[] before = Files.readAllBytes(file);

        assertThatThrownBy(() -> clients.client("refused").generate("Hello")).isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("invalid_grant").hasMessageContaining("Log in again");

        AuthEvent.LoginNeeded event = events.next(AuthEvent.LoginNeeded.class);
        assertThat(event.client()).isEqualTo("refused");
        assertThat(event.source()).isEqualTo(file.toString());
        assertThat(event.reason()).contains("invalid_grant");
        assertThat(auth.status("refused").lastFailure()).isEqualTo(event.reason());
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(apiRequests()).isEmpty();
    }

    @Test
    void aNewLoginIsUsedWithoutARestart() {
        login("asked", "sk-ant-oat01-" + secret("of-nobody-at-all-0123456789"), secret("sk-ant-ort01-of-nobody-0123456789"),
                in(HOUR));
        ClaudeClient claude = clients.client("asked");
        assertThatThrownBy(() -> claude.generate("Hello")).isInstanceOf(AuthenticationException.class);

        login("asked", simulator.oauth().issue(), in(HOUR));
        auth.refresh("asked");

        assertThat(claude.generate("What is 6 * 7?").text()).contains("42");
    }

    @Test
    void aServerThatIsDownIsNoReasonToFailWhileTheTokenWorks() {
        IssuedTokens tokens = simulator.oauth().issue();
        ClaudeSimulator server = SimulatorConfigSource.unavailable();
        server.faultNext(100, Fault.status(503));
        Path file = login("broken", tokens, in(4 * MINUTE));

        assertThat(clients.client("broken").generate("What is 6 * 7?").text()).contains("42");

        AuthEvent.RefreshFailed event = events.next(AuthEvent.RefreshFailed.class);
        assertThat(event.client()).isEqualTo("broken");
        assertThat(event.reason()).contains("503");
        assertThat(clients.client("broken").generate("What is 6 * 7?").text()).contains("42");
        assertThat(apiRequests()).hasSize(2).allMatch(request -> bearer(request).equals(tokens.accessToken()));
        assertThat(server.requests()).isNotEmpty().extracting(RecordedRequest::path).containsOnly(TOKEN_CALL);
        assertThat(json(file).at("/oauth/accessToken").asText()).isEqualTo(tokens.accessToken());
    }

    @Test
    void theFileGetsTheNewTokensAndKeepsTheRest() throws IOException {
        IssuedTokens tokens = simulator.oauth().issue();
        Path file = login("written", tokens, in(-MINUTE));
        Object key = Files.getAttribute(file, "unix:ino");
        Instant before = Instant.now();

        clients.client("written").generate("Hello");

        JsonNode login = json(file);
        assertThat(login.at("/oauth/accessToken").asText()).isEqualTo(bearer(lastApiRequest()));
        assertThat(login.at("/oauth/refreshToken").asText()).isNotEqualTo(tokens.refreshToken().orElseThrow());
        assertThat(login.at("/oauth/expiresAt").asLong()).isGreaterThan(before.toEpochMilli());
        assertThat(login.at("/createdAt").asLong()).isEqualTo(1_700_000_000_000L);
        assertThat(login.at("/updatedAt").asLong()).isGreaterThanOrEqualTo(before.toEpochMilli());
        assertThat(login.at("/note").asText()).isEqualTo("mine");
        assertThat(login.at("/oauth/flavour").asText()).isEqualTo("sweet");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        // replaced, not written over
        assertThat(Files.getAttribute(file, "unix:ino")).isNotEqualTo(key);
        AuthEvent.Refreshed event = events.next(AuthEvent.Refreshed.class);
        assertThat(event.source()).isEqualTo(file.toString());
        assertThat(event.expiresAt().toEpochMilli()).isEqualTo(login.at("/oauth/expiresAt").asLong());
        assertThat(auth.status("written").lastRefresh()).isAfterOrEqualTo(before.minusSeconds(1));
    }

    @Test
    void aTokenOfTheEnvironmentIsUsedIfThereIsNoLogin() {
        secret(OF_THE_ENVIRONMENT);

        assertThatThrownBy(() -> clients.client().generate("Hello")).isInstanceOf(AuthenticationException.class)
                .hasMessageNotContaining(OF_THE_ENVIRONMENT);

        assertThat(apiRequests()).hasSize(1).allMatch(request -> bearer(request).equals(OF_THE_ENVIRONMENT));
        assertThat(auth.status().source()).isEqualTo("ANTHROPIC_OAUTH_ACCESS_TOKEN");
        assertThat(auth.status().expiresAt()).isEqualTo(Instant.ofEpochSecond(4_102_444_800L));
        assertThat(auth.status().refreshable()).isFalse();
    }

    @Test
    void thereIsNoJobIfItIsOff() {
        login("later", simulator.oauth().issue(), in(HOUR));
        auth.status("later");

        assertThat(scheduler.getScheduledJob(TokenRefreshJob.NAME)).isNull();
    }
}
