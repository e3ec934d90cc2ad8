package io.github.quarkusclaude.transport;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.observation.CallWatch;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;

/**
 * Makes the calls of a client: again if they fail in a way that passes, all attempts before one deadline, and not at all
 * while an endpoint is out of order.
 */
final class Attempts {

    private static final Logger LOG = Logger.getLogger(Attempts.class);

    private static final Duration SHORTEST = Duration.ofMillis(1);

    private final Vertx vertx;
    private final NetworkErrors networkErrors;
    private final RetryRules rules;
    private final Map<Endpoint, Guarded> endpoints = new EnumMap<>(Endpoint.class);

    Attempts(ClientSettings settings, Vertx vertx, NetworkErrors networkErrors) {
        this.vertx = vertx;
        this.networkErrors = networkErrors;
        this.rules = new RetryRules(settings.retry(), () -> ThreadLocalRandom.current().nextDouble());
        for (Endpoint endpoint : Endpoint.values()) {
            endpoints.put(endpoint, new Guarded(endpoint, settings));
        }
    }

    /** Makes a call that has to end within a time. It must be possible to make it again. */
    <T> Uni<T> of(Endpoint endpoint, CallWatch watch, Duration timeout, Supplier<Uni<T>> attempt) {
        return of(endpoint, Repeat.ALWAYS, timeout, watch, deadline -> attempt.get(), unwanted -> {
        });
    }

    /** Opens a stream within a time. What it is made of is due at the deadline as well. */
    <T> Uni<Primed<T>> open(Endpoint endpoint, CallWatch watch, Duration timeout,
            Function<Deadline, Uni<Primed<T>>> attempt) {
        return of(endpoint, Repeat.ALWAYS, timeout, watch, attempt, Primed::cancelUnlessTaken);
    }

    /** Opens what may take as long as bytes move. */
    <T> Uni<Primed<T>> openTransfer(Endpoint endpoint, Supplier<Uni<Primed<T>>> attempt) {
        return of(endpoint, Repeat.ALWAYS, TransferCalls.FOREVER, CallWatch.NOBODY, deadline -> attempt.get(),
                Primed::cancelUnlessTaken);
    }

    /** Makes a call that may take as long as bytes move. */
    <T> Uni<T> transfer(Endpoint endpoint, Repeat repeat, Supplier<Uni<T>> attempt) {
        return of(endpoint, repeat, TransferCalls.FOREVER, CallWatch.NOBODY, deadline -> attempt.get(), unwanted -> {
        });
    }

    private <T> Uni<T> of(Endpoint endpoint, Repeat repeat, Duration timeout, CallWatch watch,
            Function<Deadline, Uni<T>> attempt, Consumer<T> unlessTaken) {
        return Uni.createFrom().emitter(emitter -> new Call<>(endpoints.get(endpoint), repeat, timeout, watch, attempt,
                unlessTaken, emitter).start());
    }

    /** The state of the endpoints that have been asked. */
    Map<Endpoint, CircuitStatus> circuits() {
        Map<Endpoint, CircuitStatus> circuits = new EnumMap<>(Endpoint.class);
        endpoints.forEach((endpoint, guarded) -> circuits.put(endpoint, guarded.status()));
        return circuits;
    }

    /** One call with its attempts. Fault Tolerance does not hand on that a call is cancelled: this does. */
    private final class Call<T> {

        private final Guarded guarded;
        private final Repeat repeat;
        private final Duration timeout;
        private final Deadline deadline;
        private final CallWatch watch;
        /** Gone when the call is over: what waits for its next attempt may do so for minutes. */
        private volatile @Nullable Function<Deadline, Uni<T>> attempt;
        private final Consumer<T> unlessTaken;
        private final UniEmitter<? super T> caller;
        private int attempts;
        private @Nullable Throwable lastFailure;
        private volatile boolean over;
        private volatile @Nullable Runnable running;

        Call(Guarded guarded, Repeat repeat, Duration timeout, CallWatch watch, Function<Deadline, Uni<T>> attempt,
                Consumer<T> unlessTaken, UniEmitter<? super T> caller) {
            this.guarded = guarded;
            this.repeat = repeat;
            this.timeout = timeout;
            this.deadline = Deadline.in(timeout);
            this.watch = watch;
            this.attempt = attempt;
            this.unlessTaken = unlessTaken;
            this.caller = caller;
        }

        void start() {
            caller.onTermination(this::stop);
            // Fault Tolerance goes on where it began, which must not be a thread whose owner waits for the answer
            EventLoops.run(EventLoops.contextFor(vertx), this::callGuarded);
        }

        private void callGuarded() {
            guarded.call(this::next).subscribe().with(this::answered,
                    failure -> caller.fail(PassingFailure.unwrap(guarded.explained(failure))));
        }

        private void answered(T answer) {
            caller.complete(answer);
            unlessTaken.accept(answer);
        }

        private Uni<T> next() {
            return Uni.createFrom().emitter((UniEmitter<? super T> guard) -> begin(guard));
        }

        private void begin(UniEmitter<? super T> guard) {
            Function<Deadline, Uni<T>> attempt = this.attempt;
            if (attempt == null) {
                guard.fail(new CancellationException("The call was cancelled"));
                return;
            }
            attempts++;
            Cancellable subscription = inTime(Uni.createFrom().deferred(() -> attempt.apply(deadline))).subscribe().with(
                    answer -> {
                        guard.complete(answer);
                        if (over) {
                            unlessTaken.accept(answer);
                        }
                    }, failure -> guard.fail(judged(failure)));
            running = () -> {
                subscription.cancel();
                guard.fail(new CancellationException("The call was cancelled"));
            };
            if (over) {
                running.run();
            }
        }

        private Uni<T> inTime(Uni<T> attempt) {
            if (timeout == TransferCalls.FOREVER) {
                return attempt;
            }
            Duration remaining = deadline.remaining();
            return attempt.ifNoItem().after(remaining.compareTo(SHORTEST) > 0 ? remaining : SHORTEST)
                    .failWith(() -> networkErrors.timedOut(timeout, lastFailure));
        }

        /** The failure of an attempt, marked if there will be another one. */
        private Throwable judged(Throwable failure) {
            Duration delay = over ? null : rules.delay(failure, attempts, repeat);
            if (delay == null || delay.compareTo(deadline.remaining()) >= 0) {
                return failure;
            }
            LOG.debugf("Attempt %d failed, the next one is made in %d ms: %s", attempts, delay.toMillis(),
                    failure.getMessage());
            lastFailure = failure;
            watch.retrying(failure, delay);
            return new PassingFailure(failure, delay);
        }

        private void stop() {
            over = true;
            attempt = null;
            Runnable attemptUnderWay = running;
            if (attemptUnderWay != null) {
                attemptUnderWay.run();
            }
        }
    }
}
