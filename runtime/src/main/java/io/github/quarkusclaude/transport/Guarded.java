package io.github.quarkusclaude.transport;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Supplier;

import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.error.ErrorDetails;
import io.github.quarkusclaude.error.NetworkException;
import io.github.quarkusclaude.error.OverloadedException;
import io.github.quarkusclaude.error.ServerException;
import io.github.quarkusclaude.error.UnavailableException;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;

/**
 * An endpoint with its retries and its circuit breaker.
 */
final class Guarded {

    private static final Logger LOG = Logger.getLogger("io.github.quarkusclaude");

    private final Endpoint endpoint;
    private final CircuitBreakerSettings settings;
    private final String server;
    private final TypedGuard<Uni<Object>> guard;
    private volatile CircuitStatus status = new CircuitStatus(CircuitStatus.State.CLOSED, null);
    private volatile @Nullable Throwable lastFailure;

    Guarded(Endpoint endpoint, ClientSettings client) {
        this.endpoint = endpoint;
        this.settings = client.circuitBreaker();
        this.server = client.baseUrl().toString();
        this.guard = guard(client.retry(), client.circuitBreaker());
    }

    @SuppressWarnings({ "unchecked", "rawtypes" })
    private TypedGuard<Uni<Object>> guard(RetrySettings retry, CircuitBreakerSettings circuitBreaker) {
        TypedGuard.Builder<Uni> builder = TypedGuard.create(Uni.class);
        builder.withDescription("Claude " + name());
        if (retry.maxRetries() > 0) {
            builder.withRetry()
                    .maxRetries(retry.maxRetries())
                    // the deadline of a call is known by the call
                    .maxDuration(Duration.ofDays(1000).toMillis(), ChronoUnit.MILLIS)
                    .jitter(0, ChronoUnit.MILLIS)
                    .whenException(PassingFailure.class::isInstance)
                    .withCustomBackoff().strategy(() -> Guarded::delayMillis).done()
                    .done();
        }
        if (circuitBreaker.enabled()) {
            builder.withCircuitBreaker()
                    .requestVolumeThreshold(circuitBreaker.requestVolumeThreshold())
                    .failureRatio(circuitBreaker.failureRatio())
                    .delay(circuitBreaker.delay().toMillis(), ChronoUnit.MILLIS)
                    .successThreshold(circuitBreaker.successThreshold())
                    .when(this::isOutOfOrder)
                    .onStateChange(this::changed)
                    .done();
        }
        return (TypedGuard) builder.build();
    }

    private static long delayMillis(Throwable failure) {
        return failure instanceof PassingFailure passing ? passing.delay().toMillis() : 0;
    }

    @SuppressWarnings("unchecked")
    <T> Uni<T> call(Supplier<Uni<T>> attempt) {
        return (Uni<T>) guard.get(() -> (Uni<Object>) attempt.get());
    }

    /** The failure of a call; says more if the call was not made. */
    Throwable explained(Throwable failure) {
        if (!(failure instanceof CircuitBreakerOpenException)) {
            return failure;
        }
        return new UnavailableException(ErrorDetails.of("Nothing is sent to " + name() + " of " + server
                + " for the moment, because too many of the last calls have failed. It is tried again within "
                + settings.delay().toMillis() + " ms"), lastFailure);
    }

    /** Not when it answers that it has too much to do, which is what pauses between attempts are for. */
    private boolean isOutOfOrder(Throwable failure) {
        Throwable known = PassingFailure.unwrap(failure);
        boolean outOfOrder = known instanceof NetworkException
                || known instanceof ServerException && !(known instanceof OverloadedException);
        if (outOfOrder) {
            lastFailure = known;
        }
        return outOfOrder;
    }

    private void changed(CircuitBreakerState state) {
        CircuitStatus.State now = switch (state) {
            case CLOSED -> CircuitStatus.State.CLOSED;
            case OPEN -> CircuitStatus.State.OPEN;
            case HALF_OPEN -> CircuitStatus.State.HALF_OPEN;
        };
        status = new CircuitStatus(now, Instant.now());
        if (now == CircuitStatus.State.OPEN) {
            LOG.warnf("Too many calls of %s of %s have failed; nothing is sent there for %d ms. The last failure: %s", name(),
                    server, settings.delay().toMillis(), lastFailure == null ? "unknown" : lastFailure.getMessage());
        } else if (now == CircuitStatus.State.CLOSED) {
            LOG.infof("Calls of %s of %s succeed again", name(), server);
        }
    }

    CircuitStatus status() {
        return status;
    }

    private String name() {
        return endpoint.name().toLowerCase(Locale.ROOT);
    }
}
