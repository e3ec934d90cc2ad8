package io.github.quarkusclaude.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.error.AuthenticationException;
import io.github.quarkusclaude.error.ClaudeException;
import io.smallrye.mutiny.Uni;

/**
 * A credential that is replaced before it expires, and when the API refuses it. However many calls want a new one, it is
 * asked for once.
 */
public final class RefreshingCredential<C extends Credential> implements CredentialSource {

    /** With less left than this, a new one is got while calls go on with the old one. */
    static final Duration ADVISORY = Duration.ofMinutes(5);
    /** With less left than this, calls wait for a new one. */
    static final Duration MANDATORY = Duration.ofSeconds(30);
    /** How long nobody is asked again after a failure. */
    static final Duration PAUSE = Duration.ofSeconds(5);

    private static final Logger LOG = Logger.getLogger("io.github.quarkusclaude.auth");

    private final String client;
    private final AuthMethod method;
    private final CredentialSupplier<C> supplier;
    private final Executor workers;
    private final Clock clock;
    private final Consumer<AuthEvent> events;

    private final Lock supplierLock = new ReentrantLock();
    private volatile @Nullable C credential;
    private volatile @Nullable Instant lastRefresh;
    private volatile @Nullable Failure lastFailure;
    /** Guarded by this. */
    private @Nullable CompletableFuture<C> replacement;
    private volatile @Nullable C warnedAbout;

    private record Obtained<C>(C credential, boolean isNew) {
    }

    private record Failure(Instant at, RuntimeException reason, boolean isLogged) {

        /** Whether nothing has changed since for people: they still have to sign in. */
        boolean isSameAs(RuntimeException next) {
            return reason instanceof AuthenticationException && next instanceof AuthenticationException;
        }
    }

    /** Who hears of a failure, besides those who wait. */
    private enum Telling {
        LOG,
        /** Nobody: there is somebody who asked for just this. */
        WHO_ASKS
    }

    /**
     * @param client the client it is for
     * @param workers where the supplier may wait. Not the threads of callers: they may all be waiting for this
     * @param events is told what happens
     */
    public RefreshingCredential(String client, AuthMethod method, CredentialSupplier<C> supplier, Executor workers,
            Clock clock, Consumer<AuthEvent> events) {
        this.client = client;
        this.method = method;
        this.supplier = supplier;
        this.workers = workers;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public AuthMethod method() {
        return method;
    }

    @Override
    public @Nullable Credential ifReady() {
        return ifReady(credential);
    }

    private @Nullable Credential ifReady(@Nullable C now) {
        if (now == null || hasAtMost(MANDATORY, now)) {
            return null;
        }
        if (hasAtMost(ADVISORY, now)) {
            prepareNext(now);
        }
        return now;
    }

    @Override
    public Uni<Credential> current() {
        return Uni.createFrom().deferred(() -> {
            // looked at once: the next one, if it came in between, is not what has to be replaced
            C now = credential;
            Credential ready = ifReady(now);
            if (ready != null) {
                return Uni.createFrom().item(ready);
            }
            Failure failure = lastFailure;
            if (failure != null && isPaused(failure)) {
                return now == null || hasAtMost(Duration.ZERO, now) ? Uni.createFrom().failure(failure.reason())
                        : Uni.createFrom().item(now);
            }
            return now == null ? waited(() -> first(Telling.LOG)).onItem().transformToUni(first -> current()) : next(now);
        });
    }

    /** Waits for the next one; if none can be got, the last one is used as long as it works. */
    private Uni<Credential> next(C last) {
        return waited(() -> replace(last, Telling.LOG)).onFailure(reason -> !hasAtMost(Duration.ZERO, last))
                .recoverWithItem(last);
    }

    @Override
    public Uni<@Nullable Credential> insteadOf(Credential refused) {
        return Uni.createFrom().deferred(() -> {
            C now = credential;
            if (now != null && !isSame(now, refused)) {
                return Uni.createFrom().item(now);
            }
            Failure failure = lastFailure;
            if (now == null || !supplier.isRenewable() || failure != null && isPaused(failure)) {
                return Uni.createFrom().nullItem();
            }
            return waited(() -> replace(now, Telling.LOG)).onItem().transform(next -> isSame(next, refused) ? null : next);
        });
    }

    /** Gets a new credential, whatever is left of the old one. A failure is not logged: whoever asks is told. */
    public Uni<Credential> refresh() {
        return Uni.createFrom().deferred(() -> {
            C now = credential;
            if (now != null) {
                return waited(() -> replace(now, Telling.WHO_ASKS));
            }
            Instant start = clock.instant();
            return waited(() -> first(Telling.WHO_ASKS)).onItem().transformToUni(first -> {
                Instant refreshed = lastRefresh;
                boolean isNew = refreshed != null && !refreshed.isBefore(start);
                return isNew ? Uni.createFrom().item(first) : refresh();
            });
        });
    }

    /**
     * Does what has to be done from time to time although nobody calls: takes over what others have stored, and gets the
     * next credential in time.
     */
    public Uni<Void> maintain() {
        return Uni.createFrom().completionStage(() -> CompletableFuture.runAsync(this::takeOverStored, workers))
                .onItem().invoke(() -> {
                    C now = credential;
                    if (now != null && hasAtMost(ADVISORY, now)) {
                        prepareNext(now);
                    }
                });
    }

    private void takeOverStored() {
        C before = credential;
        C stored = asking(supplier::stored);
        boolean isNews = stored != null
                && (before == null || !isSame(before, stored) && !hasAtMost(MANDATORY, stored));
        if (isNews) {
            LOG.debugf("The credential in %s is used from now on", supplier.source());
            synchronized (this) {
                if (credential == before) {
                    credential = stored;
                }
            }
        }
    }

    private void prepareNext(C now) {
        Failure failure = lastFailure;
        if (failure != null && isPaused(failure)) {
            return;
        }
        if (supplier.isRenewable()) {
            replace(now, Telling.LOG);
        } else if (warnedAbout != now) {
            warnedAbout = now;
            LOG.warnf("The access token from %s expires at %s and cannot be refreshed. Sign in again before", supplier.source(),
                    now.expiresAt());
        }
    }

    /** The one that is stored, or if there is none a new one. */
    private CompletableFuture<C> first(Telling telling) {
        synchronized (this) {
            C now = credential;
            if (now != null) {
                return CompletableFuture.completedFuture(now);
            }
            return replacement != null ? replacement : ask(() -> {
                C stored = supplier.stored();
                return stored != null ? new Obtained<>(stored, false) : renewed(null);
            }, telling);
        }
    }

    private CompletableFuture<C> replace(C old, Telling telling) {
        synchronized (this) {
            C now = credential;
            if (now != old) {
                return CompletableFuture.completedFuture(now);
            }
            return replacement != null ? replacement : ask(() -> renewed(old), telling);
        }
    }

    private CompletableFuture<C> ask(Supplier<Obtained<C>> question, Telling telling) {
        CompletableFuture<C> answer = new CompletableFuture<>();
        replacement = answer;
        CompletableFuture<Obtained<C>> asked;
        try {
            asked = CompletableFuture.supplyAsync(() -> asking(question), workers);
        } catch (RejectedExecutionException e) {
            asked = CompletableFuture.failedFuture(new IllegalStateException("The application is ending", e));
        }
        // told and completed behind the bookkeeping, so that whoever hears of it finds it done
        asked.whenComplete((obtained, failure) -> {
            if (failure == null) {
                succeeded(obtained);
                answer.complete(obtained.credential());
            } else {
                failed(reason(failure), telling);
                answer.completeExceptionally(reason(failure));
            }
        });
        return answer;
    }

    private <T> T asking(Supplier<T> question) {
        supplierLock.lock();
        try {
            return question.get();
        } finally {
            supplierLock.unlock();
        }
    }

    private Obtained<C> renewed(@Nullable C old) {
        C next = supplier.renew(old);
        return new Obtained<>(next, old == null || !isSame(old, next));
    }

    private void succeeded(Obtained<C> obtained) {
        Instant expiresAt = obtained.credential().expiresAt();
        synchronized (this) {
            replacement = null;
            credential = obtained.credential();
            lastFailure = null;
            lastRefresh = obtained.isNew() ? clock.instant() : lastRefresh;
        }
        if (obtained.isNew()) {
            LOG.debugf("Got a new credential from %s, which works until %s", supplier.source(), expiresAt);
            events.accept(new AuthEvent.Refreshed(client, supplier.source(), expiresAt));
        }
    }

    private void failed(RuntimeException reason, Telling telling) {
        Failure before = lastFailure;
        boolean isKnown = before != null && before.isSameAs(reason);
        boolean wasLogged = isKnown && before.isLogged();
        synchronized (this) {
            replacement = null;
            lastFailure = new Failure(clock.instant(), reason, wasLogged || telling == Telling.LOG);
        }
        boolean needsLogin = reason instanceof AuthenticationException;
        String message = supplier.masked(String.valueOf(reason.getMessage()));
        if (telling == Telling.LOG && !wasLogged) {
            LOG.warn(needsLogin ? message : "No new credential could be got from " + supplier.source() + ": " + message);
        }
        if (!isKnown) {
            events.accept(needsLogin ? new AuthEvent.LoginNeeded(client, supplier.source(), message)
                    : new AuthEvent.RefreshFailed(client, supplier.source(), message));
        }
    }

    /** Waits for something others wait for as well: who gives up does not end it for them. */
    private Uni<Credential> waited(Supplier<CompletableFuture<C>> future) {
        return Uni.createFrom().completionStage(() -> future.get().<Credential> thenApply(credential -> credential))
                .onFailure(CompletionException.class).transform(RefreshingCredential::reason);
    }

    private static RuntimeException reason(Throwable failure) {
        Throwable reason = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return reason instanceof RuntimeException runtime ? runtime : new IllegalStateException(reason);
    }

    private boolean isPaused(Failure failure) {
        return clock.instant().isBefore(failure.at().plus(PAUSE));
    }

    private boolean hasAtMost(Duration left, Credential credential) {
        Instant expiresAt = credential.expiresAt();
        return expiresAt != null && !clock.instant().isBefore(expiresAt.minus(left));
    }

    private static boolean isSame(Credential one, Credential other) {
        return one.secret().equals(other.secret());
    }

    @Override
    public String masked(String text) {
        C now = credential;
        String masked = supplier.masked(text);
        return now == null ? masked : masked.replace(now.secret(), ApiKey.mask(now.secret()));
    }

    @Override
    public AuthStatus status() {
        return status(credential);
    }

    @Override
    public AuthStatus storedStatus() {
        C now = credential;
        // keys come from providers that may ask others, and never say more than their method
        if (now != null || !(supplier instanceof TokenSupplier)) {
            return status(now);
        }
        try {
            return status(asking(supplier::stored));
        } catch (ClaudeException e) {
            return new AuthStatus(method, supplier.source(), null, false, false, lastRefresh,
                    supplier.masked(String.valueOf(e.getMessage())), null);
        }
    }

    private AuthStatus status(@Nullable C now) {
        Failure failure = lastFailure;
        return new AuthStatus(method, supplier.source(), now == null ? null : now.expiresAt(), supplier.isRenewable(),
                now != null && hasAtMost(ADVISORY, now), lastRefresh,
                failure == null ? null : supplier.masked(String.valueOf(failure.reason().getMessage())), null);
    }

    @Override
    public TierHints tierHints() {
        return asking(supplier::tierHints);
    }
}
