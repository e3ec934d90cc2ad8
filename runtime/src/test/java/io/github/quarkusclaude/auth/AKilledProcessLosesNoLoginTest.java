package io.github.quarkusclaude.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs that refresh are killed at any moment, two hundred times: the file is always whole, the lock is free, and the
 * token in the file is taken by the server.
 * <p>
 * The {@link TokenServer} takes the last refresh token until the one that replaced it is used. So the promise that is tested
 * is: a new token is stored before it is used, and what is stored is never older than the one before the last.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class AKilledProcessLosesNoLoginTest {

    private static final String NAME = TokenStore.DEFAULT_NAME;
    private static final int ROUNDS = 200;
    private static final int STARTED_AHEAD = 3;
    /** Writing takes a while, so that it is often interrupted. */
    private static final String LONG_TEXT = "x".repeat(500_000);
    private static final int LONGEST_LIFE_MICROS = 25_000;

    @TempDir
    Path directory;

    @Test
    void twoHundredTimes() throws Exception {
        Path path = Logins.write(directory.resolve("credentials.json"), "{\"ofAnotherProgram\":\"" + LONG_TEXT + "\"}");
        TokenStore store = new CredentialsFile(path, Clock.systemUTC());
        store.save(NAME, StoredCredentials.of(TokenServer.tokens("token-0")).withTier("pro"));
        Random random = new Random(1);
        Deque<Process> started = new ArrayDeque<>();
        try (TokenServer server = new TokenServer()) {
            for (int round = 0; round < ROUNDS; round++) {
                while (started.size() < Math.min(STARTED_AHEAD, ROUNDS - round)) {
                    started.add(ChildJvm.start(RefreshingProcess.class, path, server.port(), Integer.MAX_VALUE));
                }
                TokenServer.Connection victim = server.nextReady();
                Process process = started.stream().filter(p -> p.pid() == victim.pid()).findFirst().orElseThrow();
                started.remove(process);
                victim.begin();
                victim.awaitRequests(1 + random.nextInt(3));
                boolean endedByItself = process.waitFor(random.nextInt(LONGEST_LIFE_MICROS), TimeUnit.MICROSECONDS);
                process.destroyForcibly().waitFor();

                assertThat(endedByItself).as("round %d: ended with status %d", round, process.exitValue()).isFalse();
                useWhatIsStored(store, server, round);
                assertThat(directory.toFile().list()).containsExactlyInAnyOrder("credentials.json",
                        "credentials.json.lock");
            }
            assertThat(path).content().contains(LONG_TEXT);
            assertThat(server.refused()).isZero();
            assertThat(server.failures()).isEmpty();
            assertThat(server.given()).isGreaterThan(2 * ROUNDS - 1);
            System.out.printf("%d rounds, %d tokens, %d of them given again since a process was killed before it stored one%n",
                    ROUNDS, server.given(), server.givenAgain());
        } finally {
            started.forEach(Process::destroyForcibly);
        }
    }

    private static void useWhatIsStored(TokenStore store, TokenServer server, int round) {
        store.exclusively(NAME, () -> {
            StoredCredentials login = store.load(NAME).orElseThrow();
            String next = server.refresh(login.tokens().refreshToken());
            assertThat(next).as("round %d: a token for the one in the file", round).isNotNull();
            assertThat(login.tokens()).isEqualTo(TokenServer.tokens(login.tokens().refreshToken()));
            assertThat(login.subscriptionTier()).isEqualTo("pro");
            store.save(NAME, login.with(TokenServer.tokens(next)));
            return next;
        });
    }

    @Test
    void twoProcessesNeverUseTheSameToken() throws Exception {
        Path path = directory.resolve("credentials.json");
        new CredentialsFile(path, Clock.systemUTC()).save(NAME, StoredCredentials.of(TokenServer.tokens("token-0")));
        try (TokenServer server = new TokenServer()) {
            Process one = ChildJvm.start(RefreshingProcess.class, path, server.port(), 50);
            Process two = ChildJvm.start(RefreshingProcess.class, path, server.port(), 50);
            try {
                TokenServer.Connection first = server.nextReady();
                server.nextReady().begin();
                first.begin();

                assertThat(one.waitFor()).isZero();
                assertThat(two.waitFor()).isZero();
            } finally {
                one.destroyForcibly();
                two.destroyForcibly();
            }
            assertThat(server.given()).isEqualTo(100);
            assertThat(server.refused()).isZero();
            assertThat(server.givenAgain()).isZero();
        }
    }
}
