package io.github.quarkusclaude.conformance;

import static io.github.quarkusclaude.conformance.Api.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.Fault;
import io.github.quarkusclaude.simulator.IssuedTokens;

/**
 * Tokens that have as long to live as a test needs. A process cannot be given another clock, so the edges of the windows, 5
 * minutes and 30 seconds, are seen from both sides with some distance; unit tests with a clock of their own look at them to the
 * millisecond.
 */
@ConformanceGroup(number = 8, promise = "Tokens are refreshed 5 minutes before they expire, once for all who ask, and a failed refresh does no harm while the token works.", differs = {
        "with more than 30 seconds left the call goes on with the old token while the new one is fetched. The guide's code let every call wait.",
        "a call that is refused as unauthorized is made once more with a new token." })
class RefreshIT extends Conformance {

    private static final List<String> CLIENTS = List.of("long", "soon", "seconds", "over", "hundred", "down", "dead", "kept",
            "revoked",
            "never-0", "never-absent", "refused", "rotated");

    @Override
    Program served() {
        Program program = Logins.configure(this.program, server, CLIENTS.toArray(String[]::new));
        for (String client : List.of("down", "dead")) {
            program = program.property("quarkus.claude.\"" + client + "\".oauth.token-url",
                    broken.baseUrl() + Logins.TOKEN_CALL);
        }
        return program;
    }

    /** A server of logins that fails. */
    private final ClaudeSimulator broken = ClaudeSimulator.builder().start();

    @Override
    void stop() {
        broken.close();
        super.stop();
    }

    private Path login(String client, IssuedTokens tokens, Duration left) {
        return Logins.write(Logins.file(program, client), tokens, Instant.now().plus(left));
    }

    private JsonNode ask(String client, String call) {
        return api().post("/clients/" + client + "/" + call, Conformance.ask());
    }

    private String token(int request) {
        return Logins.bearer(Logins.apiRequests(server).get(request));
    }

    private long refreshes() {
        return server.oauth().tokenCalls("refresh_token");
    }

    @Test
    void withMoreThanFiveMinutesLeftNothingHappens() {
        IssuedTokens tokens = server.oauth().issue();
        Path file = login("long", tokens, Duration.ofMinutes(5).plusSeconds(60));
        String before = Logins.text(file);

        for (String call : List.of("generate", "stream")) {
            assertThat(ask("long", call).has("failure")).isFalse();
        }

        assertThat(token(0)).isEqualTo(token(1)).isEqualTo(tokens.accessToken());
        assertThat(refreshes()).isZero();
        assertThat(Logins.text(file)).isEqualTo(before);
    }

    @Test
    void withinFiveMinutesTheCallGoesOnWithTheOldTokenWhileANewOneIsFetched() {
        IssuedTokens tokens = server.oauth().issue();
        Path file = login("soon", tokens, Duration.ofMinutes(4));

        assertThat(ask("soon", "generate").has("failure")).isFalse();

        assertThat(token(0)).isEqualTo(tokens.accessToken());
        // waits for the refresh that is under way
        api().post("/clients/soon/refresh", Api.object());
        assertThat(Logins.read(file).at("/oauth/accessToken").asText()).isNotEqualTo(tokens.accessToken());
        assertThat(ask("soon", "generate").has("failure")).isFalse();
        assertThat(token(1)).isNotEqualTo(tokens.accessToken());
    }

    @Test
    void withSecondsLeftTheCallWaitsForTheNewToken() {
        IssuedTokens tokens = server.oauth().issue();
        login("seconds", tokens, Duration.ofSeconds(20));

        assertThat(ask("seconds", "stream").has("failure")).isFalse();

        assertThat(token(0)).isNotEqualTo(tokens.accessToken());
        assertThat(refreshes()).isOne();
        assertThat(server.requests().get(0).body().path("grant_type").asText()).isEqualTo("refresh_token");
    }

    @Test
    void whatHasExpiredAndCannotBeRefreshedFailsBeforeTheNetwork() {
        Logins.write(Logins.file(program, "over"), Logins.login(server.oauth().issue().accessToken(), null,
                Instant.now().minusSeconds(60).toEpochMilli()).toString());

        for (String call : List.of("generate", "stream")) {
            assertThat(texts(ask("over", call).path("failure").path("types"))).contains("AuthenticationException");
        }
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aHundredAtOnceShareOneRefresh() {
        IssuedTokens tokens = server.oauth().issue();
        server.oauth().expire(tokens.accessToken());
        login("hundred", tokens, Duration.ofMinutes(-1));
        List<CompletableFuture<JsonNode>> answers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            answers.add(api().postLater("/clients/hundred/" + (i % 2 == 0 ? "generate" : "stream"), Conformance.ask()));
        }

        assertThat(answers).allSatisfy(answer -> assertThat(answer.join().has("failure")).isFalse());

        assertThat(refreshes()).isOne();
        assertThat(Logins.apiRequests(server)).hasSize(100);
        Set<String> used = new HashSet<>();
        Logins.apiRequests(server).forEach(request -> used.add(Logins.bearer(request)));
        assertThat(used).hasSize(1).doesNotContain(tokens.accessToken());
    }

    @Test
    void aServerThatIsDownDoesNoHarmWhileTheTokenWorks() {
        IssuedTokens tokens = server.oauth().issue();
        Path file = login("down", tokens, Duration.ofMinutes(4));
        broken.faultNext(100, Fault.status(503));

        for (int i = 0; i < 3; i++) {
            assertThat(ask("down", "generate").has("failure")).isFalse();
            assertThat(token(i)).isEqualTo(tokens.accessToken());
        }
        assertThat(Logins.read(file).at("/oauth/accessToken").asText()).isEqualTo(tokens.accessToken());
    }

    @Test
    void aServerThatIsDownIsAFailureOnceTheTokenIsOver() {
        login("dead", server.oauth().issue(), Duration.ofMinutes(-1));
        broken.faultNext(100, Fault.status(503));

        JsonNode failure = ask("dead", "generate").path("failure");

        assertThat(texts(failure.path("types"))).contains("ClaudeException");
        assertThat(Logins.apiRequests(server)).isEmpty();
    }

    @Test
    void theFileGetsTheNewTokensAndKeepsTheRest() {
        IssuedTokens tokens = server.oauth().issue();
        Path file = login("kept", tokens, Duration.ofMinutes(-1));
        JsonNode before = Logins.read(file);

        assertThat(ask("kept", "generate").has("failure")).isFalse();

        JsonNode after = Logins.read(file);
        assertThat(after.at("/oauth/accessToken").asText()).isEqualTo(token(0));
        assertThat(after.at("/oauth/refreshToken").asText()).isNotEqualTo(tokens.refreshToken().orElseThrow());
        assertThat(after.at("/oauth/expiresAt").asLong()).isGreaterThan(Instant.now().toEpochMilli());
        assertThat(after.at("/oauth/flavour")).isEqualTo(before.at("/oauth/flavour"));
        assertThat(after.path("note")).isEqualTo(before.path("note"));
        assertThat(after.path("createdAt")).isEqualTo(before.path("createdAt"));
        assertThat(after.path("updatedAt").asLong()).isGreaterThan(before.path("updatedAt").asLong());
        assertThat(Logins.permissions(file)).isEqualTo("rw-------");
    }

    @Test
    void aTokenThatEndedEarlyIsReplacedAndTheCallMadeAgain() {
        IssuedTokens tokens = server.oauth().issue();
        login("revoked", tokens, Duration.ofHours(1));
        server.oauth().expire(tokens.accessToken());

        assertThat(ask("revoked", "generate").has("failure")).isFalse();

        assertThat(token(0)).isEqualTo(tokens.accessToken());
        assertThat(token(1)).isNotEqualTo(tokens.accessToken());
        assertThat(refreshes()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = { "0", "absent" })
    void aTokenWithoutAnExpiryIsNeverRefreshed(String expiry) {
        String token = server.oauth().issue().accessToken();
        Logins.write(Logins.file(program, "never-" + expiry),
                Logins.login(token, "unused", expiry.equals("0") ? 0 : null).toString());

        assertThat(ask("never-" + expiry, "generate").has("failure")).isFalse();

        assertThat(token(0)).isEqualTo(token);
        assertThat(refreshes()).isZero();
    }

    @Test
    void aRefusedRefreshAsksForANewLogin() {
        IssuedTokens tokens = server.oauth().issue();
        Path file = login("refused", tokens, Duration.ofMinutes(-1));
        String before = Logins.text(file);
        server.oauth().revoke(tokens.refreshToken().orElseThrow());

        JsonNode failure = ask("refused", "generate").path("failure");

        assertThat(texts(failure.path("types"))).contains("AuthenticationException");
        assertThat(failure.path("message").asText()).contains("Log in again");
        assertThat(Logins.text(file)).isEqualTo(before);
        assertThat(Logins.apiRequests(server)).isEmpty();
    }

    @Test
    void aServerThatDoesNotRotateLeavesTheRefreshToken() {
        try (ClaudeSimulator still = simulator().oauth(options -> options.rotating(false)).start()) {
            IssuedTokens tokens = still.oauth().issue();
            Program person = Logins.configure(program.with("ANTHROPIC_BASE_URL", still.baseUrl()), still)
                    .with("QUARKUS_CLAUDE_CREDENTIALS_FILE", login("rotated", tokens, Duration.ofMinutes(-1)).toString());

            assertThat(person.run("generate", "Hello").exitCode()).isZero();

            JsonNode file = Logins.read(Logins.file(program, "rotated"));
            assertThat(file.at("/oauth/refreshToken").asText()).isEqualTo(tokens.refreshToken().orElseThrow());
            assertThat(file.at("/oauth/accessToken").asText()).isNotEqualTo(tokens.accessToken());
        }
    }

    @Test
    void secondsAndMillisecondsAreTheSameTime() {
        IssuedTokens tokens = server.oauth().issue();
        long now = Instant.now().getEpochSecond();
        List<String> times = new ArrayList<>();
        for (Object expiry : new Object[] { now + 3600, (now + 3600) * 1000, Long.toString((now + 3600) * 1000) }) {
            Path file = Logins.write(home.resolve("time.json"),
                    Logins.login(tokens.accessToken(), "unused", expiry).toString());
            times.add(Api.json(Logins.configure(program, server).with("QUARKUS_CLAUDE_CREDENTIALS_FILE", file.toString())
                    .run("auth", "status", "--format", "json").out()).get(0).path("expiresAt").asText());
        }
        assertThat(times).containsOnly(Long.toString((now + 3600) * 1000));
    }
}
