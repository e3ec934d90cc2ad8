package io.github.quarkusclaude.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.github.quarkusclaude.error.AuthenticationException;
import io.github.quarkusclaude.error.ErrorDetails;
import io.github.quarkusclaude.error.ServerException;
import io.github.quarkusclaude.limits.SteppedClock;
import io.smallrye.mutiny.Uni;

/** A credential is replaced in time, once for all, and the old one is used as long as it works. */
class RefreshingCredentialTest {

    private static final Instant EXPIRY = SteppedClock.START.plus(Duration.ofHours(1));
    private static final AccessToken FIRST = AccessToken.oauth("first-token", EXPIRY, null);
    private static final AccessToken SECOND = AccessToken.oauth("second-token", EXPIRY.plusSeconds(3600), null);

    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final SteppedClock clock = new SteppedClock();
    private final Tokens tokens = new Tokens();
    private final Queue<AuthEvent> events = new ConcurrentLinkedQueue<>();
    /** Work for the background is kept here until the test lets it run. */
    private final Queue<Runnable> background = new ConcurrentLinkedQueue<>();

    @AfterEach
    void shutDown() {
        workers.shutdownNow();
    }

    @Test
    void aTokenThatWorksForLongIsUsedWithoutAskingAnybody() {
        RefreshingCredential<AccessToken> credential = loaded();
        clock.set(EXPIRY.minus(Duration.ofMinutes(5)).minusMillis(1));

        assertThat(credential.ifReady()).isEqualTo(FIRST);
        runBackground();
        assertThat(tokens.renewals).hasValue(0);
    }

    @Test
    void withFiveMinutesLeftTheNextOneIsGotWhileCallsGoOn() {
        RefreshingCredential<AccessToken> credential = loaded();
        clock.set(EXPIRY.minus(Duration.ofMinutes(5)));

        assertThat(credential.ifReady()).isEqualTo(FIRST);
        assertThat(credential.ifReady()).isEqualTo(FIRST);
        assertThat(tokens.renewals).hasValue(0);

        runBackground();
        assertThat(tokens.renewals).hasValue(1);
        assertThat(credential.ifReady()).isEqualTo(SECOND);
        assertThat(events).singleElement().isEqualTo(
                new AuthEvent.Refreshed("<default>", "the test", SECOND.expiresAt()));
    }

    @Test
    void whoHearsOfANewTokenFindsItInUse() {
        AtomicReference<Credential> found = new AtomicReference<>();
        AtomicReference<RefreshingCredential<AccessToken>> credential = new AtomicReference<>();
        credential.set(new RefreshingCredential<>("<default>", AuthMethod.OAUTH, tokens, background::add, clock,
                event -> found.set(credential.get().ifReady())));
        credential.get().refresh().subscribeAsCompletionStage();

        runBackground();

        assertThat(found).hasValue(SECOND);
    }

    @Test
    void withThirtySecondsLeftCallsWait() {
        RefreshingCredential<AccessToken> credential = loaded();
        clock.set(EXPIRY.minus(Duration.ofSeconds(30)));

        assertThat(credential.ifReady()).isNull();
        var waiting = credential.current().subscribeAsCompletionStage();
        assertThat(waiting).isNotDone();

        runBackground();
        assertThat(waiting).isCompletedWithValue(SECOND);
    }

    @Test
    void aTokenWithoutExpiryIsNeverRefreshed() {
        tokens.stored = AccessToken.oauth("for-ever", null, null);
        RefreshingCredential<AccessToken> credential = loaded();
        clock.set(EXPIRY.plus(Duration.ofDays(10_000)));

        assertThat(credential.ifReady()).isEqualTo(tokens.stored);
    }

    @Test
    void aHundredCallsAskOnce() throws Exception {
        RefreshingCredential<AccessToken> credential = new RefreshingCredential<>("<default>", AuthMethod.OAUTH, tokens,
                workers,
                clock, events::add);
        clock.set(EXPIRY);
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService callers = Executors.newFixedThreadPool(100);
        try {
            List<Future<Credential>> calls = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                calls.add(callers.submit(() -> {
                    start.await();
                    return credential.current().await().atMost(Duration.ofSeconds(30));
                }));
            }
            start.countDown();
            for (Future<Credential> call : calls) {
                assertThat(call.get(30, TimeUnit.SECONDS)).isEqualTo(SECOND);
            }
        } finally {
            callers.shutdownNow();
        }
        assertThat(tokens.renewals).hasValue(1);
    }

    @Test
    void aHundredRefusalsAskOnce() throws Exception {
        RefreshingCredential<AccessToken> credential = new RefreshingCredential<>("<default>", AuthMethod.OAUTH, tokens,
                workers,
                clock, events::add);
        assertThat(credential.current().await().atMost(Duration.ofSeconds(30))).isEqualTo(FIRST);
        ExecutorService callers = Executors.newFixedThreadPool(100);
        try {
            List<Future<Credential>> calls = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                calls.add(callers.submit(() -> credential.insteadOf(FIRST).await().atMost(Duration.ofSeconds(30))));
            }
            for (Future<Credential> call : calls) {
                assertThat(call.get(30, TimeUnit.SECONDS)).isEqualTo(SECOND);
            }
        } finally {
            callers.shutdownNow();
        }
        assertThat(tokens.renewals).hasValue(1);
    }

    @Test
    void whoGivesUpDoesNotEndTheWaitOfOthers() {
        RefreshingCredential<AccessToken> credential = loaded();
        clock.set(EXPIRY);
        var impatient = credential.current().subscribeAsCompletionStage();
        var patient = credential.current().subscribeAsCompletionStage();

        impatient.cancel(true);
        runBackground();

        assertThat(patient).isCompletedWithValue(SECOND);
        assertThat(tokens.renewals).hasValue(1);
    }

    @Test
    void aFailingServerDoesNotSpoilATokenThatStillWorks() {
        RefreshingCredential<AccessToken> credential = loaded();
        tokens.failure = new ServerException(ErrorDetails.of(503, "The token server is down"), null);
        clock.set(EXPIRY.minus(Duration.ofMinutes(4)));

        assertThat(credential.ifReady()).isEqualTo(FIRST);
        runBackground();
        assertThat(credential.ifReady()).isEqualTo(FIRST);
        assertThat(background).as("nobody is asked again for five seconds").isEmpty();
        assertThat(credential.status().lastFailure()).contains("is down");

        clock.set(EXPIRY.minusSeconds(10));
        var waiting = credential.current().subscribeAsCompletionStage();
        runBackground();
        assertThat(waiting).isCompletedWithValue(FIRST);
        assertThat(events).hasSize(2).allMatch(AuthEvent.RefreshFailed.class::isInstance);

        clock.set(EXPIRY.plusSeconds(1));
        var tooLate = credential.current().subscribeAsCompletionStage();
        runBackground();
        assertThat(tooLate).isCompletedExceptionally();
        clock.set(EXPIRY.plusSeconds(3));
        assertThat(credential.current().subscribeAsCompletionStage()).isCompletedExceptionally();

        tokens.failure = null;
        clock.set(EXPIRY.plusSeconds(10));
        var again = credential.current().subscribeAsCompletionStage();
        runBackground();
        assertThat(again).isCompletedWithValue(SECOND);
        assertThat(credential.status().lastFailure()).isNull();
    }

    @Test
    void anExpiredTokenThatCannotBeRefreshedFailsWithTheReason() {
        tokens.failure = new AuthenticationException(ErrorDetails.of("Sign in again"), null);
        RefreshingCredential<AccessToken> credential = new RefreshingCredential<>("<default>", AuthMethod.OAUTH, tokens,
                workers,
                clock, events::add);
        clock.set(EXPIRY);

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> credential.current().await().atMost(Duration.ofSeconds(30)))
                    .isInstanceOf(AuthenticationException.class).hasMessage("Sign in again");
        }
        assertThat(tokens.renewals).hasValue(1);
        assertThat(events).singleElement().isInstanceOf(AuthEvent.LoginNeeded.class);
    }

    @Test
    void aRefusalIsLoggedUnlessWhoeverAskedForItIsTold() {
        RefreshingCredential<AccessToken> credential = loaded();
        tokens.failure = new AuthenticationException(ErrorDetails.of("Sign in again"), null);

        assertThat(Logins.logOf(() -> {
            var refreshed = credential.refresh().subscribeAsCompletionStage();
            runBackground();
            assertThat(refreshed).isCompletedExceptionally();
        })).isEmpty();
        assertThat(events).singleElement().isInstanceOf(AuthEvent.LoginNeeded.class);

        clock.set(EXPIRY.minusSeconds(200));
        assertThat(Logins.logOf(() -> {
            assertThat(credential.ifReady()).isEqualTo(FIRST);
            runBackground();
        })).as("nobody was told so far that calls will fail").containsExactly("WARN Sign in again");
    }

    @Test
    void whatAnotherProcessHasStoredIsTakenOver() {
        RefreshingCredential<AccessToken> credential = loaded();
        tokens.stored = SECOND;

        credential.maintain().subscribeAsCompletionStage();
        runBackground();

        assertThat(credential.ifReady()).isEqualTo(SECOND);
        assertThat(tokens.renewals).hasValue(0);
    }

    @Test
    void maintenanceGetsTheNextOneInTime() {
        RefreshingCredential<AccessToken> credential = loaded();
        clock.set(EXPIRY.minusSeconds(200));

        credential.maintain().subscribeAsCompletionStage();
        runBackground();

        assertThat(tokens.renewals).hasValue(1);
        assertThat(credential.ifReady()).isEqualTo(SECOND);
    }

    @Test
    void aRefreshThatIsAskedForHappensWhateverIsLeft() {
        RefreshingCredential<AccessToken> credential = new RefreshingCredential<>("<default>", AuthMethod.OAUTH, tokens,
                background::add, clock, events::add);

        var refreshed = credential.refresh().subscribeAsCompletionStage();
        runBackground();

        assertThat(refreshed).isCompletedWithValue(SECOND);
        assertThat(tokens.renewals).hasValue(1);
        assertThat(credential.status().lastRefresh()).isEqualTo(clock.instant());
    }

    @Test
    void nobodyWaitsForAnApplicationThatEnds() {
        RefreshingCredential<AccessToken> credential = new RefreshingCredential<>("<default>", AuthMethod.OAUTH, tokens,
                task -> {
                    throw new RejectedExecutionException();
                }, clock, events::add);

        assertThat(credential.current().subscribeAsCompletionStage()).isCompletedExceptionally();
    }

    @Test
    void aKeyThatHasNotBeenReplacedIsNotTriedAgain() {
        RotatingApiKey keys = new RotatingApiKey("a file",
                () -> new ApiKeyCredential(ApiKey.ofGateway("the-only-key"), false, null));
        RefreshingCredential<ApiKeyCredential> credential = new RefreshingCredential<>("<default>", AuthMethod.API_KEY, keys,
                workers, clock, events::add);
        Credential key = credential.current().await().atMost(Duration.ofSeconds(30));

        Credential other = credential.insteadOf(key).await().atMost(Duration.ofSeconds(30));

        assertThat(other).isNull();
        assertThat(credential.masked("sent the-only-key")).doesNotContain("the-only-key");
    }

    @Test
    void theStatusTellsOfAStoredTokenThatNobodyHasNeededYet() {
        RefreshingCredential<AccessToken> credential = new RefreshingCredential<>("<default>", AuthMethod.OAUTH, tokens,
                background::add, clock, events::add);
        clock.set(EXPIRY.minusSeconds(1));

        assertThat(credential.status().expiresAt()).isNull();
        assertThat(credential.storedStatus().expiresAt()).isEqualTo(EXPIRY);
        assertThat(credential.storedStatus().needsRefresh()).isTrue();
        assertThat(background).isEmpty();
        assertThat(tokens.renewals).hasValue(0);
    }

    @Test
    void aStoredTokenThatCannotBeReadIsAProblemOfTheStatus() {
        RefreshingCredential<AccessToken> credential = new RefreshingCredential<>("<default>", AuthMethod.OAUTH, tokens,
                background::add, clock, events::add);
        tokens.unreadable = new ServerException(ErrorDetails.of("The vault is sealed"), null);

        assertThat(credential.storedStatus().method()).isEqualTo(AuthMethod.OAUTH);
        assertThat(credential.storedStatus().lastFailure()).isEqualTo("The vault is sealed");
    }

    private RefreshingCredential<AccessToken> loaded() {
        RefreshingCredential<AccessToken> credential = new RefreshingCredential<>("<default>", AuthMethod.OAUTH, tokens,
                background::add, clock, events::add);
        Uni<Credential> first = credential.current();
        var loading = first.subscribeAsCompletionStage();
        runBackground();
        assertThat(loading).isCompleted();
        return credential;
    }

    private void runBackground() {
        for (Runnable task = background.poll(); task != null; task = background.poll()) {
            task.run();
        }
    }

    private static final class Tokens implements TokenSupplier {

        final AtomicInteger renewals = new AtomicInteger();
        volatile AccessToken stored = FIRST;
        volatile @Nullable RuntimeException failure;
        volatile @Nullable RuntimeException unreadable;

        @Override
        public String source() {
            return "the test";
        }

        @Override
        public boolean isRenewable() {
            return true;
        }

        @Override
        public AccessToken stored() {
            RuntimeException now = unreadable;
            if (now != null) {
                throw now;
            }
            return stored;
        }

        @Override
        public AccessToken renew(@Nullable AccessToken old) {
            renewals.incrementAndGet();
            RuntimeException now = failure;
            if (now != null) {
                throw now;
            }
            return SECOND;
        }

        @Override
        public String masked(String text) {
            return text;
        }
    }
}
