package io.github.quarkusclaude.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.github.quarkusclaude.error.RateLimitException;
import io.github.quarkusclaude.error.TooManyCallsException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.smallrye.mutiny.subscription.UniEmitter;

/** Calls wait in the order in which they come, for no longer than they may, and no place is lost. */
class CallsWaitForTheirTurnTest {

    private static final CallSize SMALL = new CallSize(10, 10, false);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final VirtualTime time = new VirtualTime();
    private final List<String> sent = new ArrayList<>();
    private final Map<String, UniEmitter<? super String>> underWay = new HashMap<>();
    private final Map<String, Permit> permits = new HashMap<>();
    private final Map<String, Throwable> failures = new HashMap<>();

    @Test
    void noMoreAtOnceThanMayBe() {
        Admission admission = admission(2, 10, null);
        for (String call : List.of("a", "b", "c", "d")) {
            call(admission, "sonnet", call);
        }
        assertThat(sent).containsExactly("a", "b");
        assertThat(admission.status()).isEqualTo(new AdmissionStatus(2, 2, 0, Duration.ZERO));

        time.pass(SECOND);
        end("b");
        assertThat(sent).containsExactly("a", "b", "c");
        assertThat(permits.get("c").waited()).isEqualTo(SECOND);
        underWay.get("a").fail(new IllegalStateException("lost"));
        assertThat(sent).containsExactly("a", "b", "c", "d");
        end("c");
        end("d");
        assertThat(admission.status()).isEqualTo(new AdmissionStatus(0, 0, 2, SECOND));
    }

    @Test
    void aStreamKeepsItsPlaceUntilItHasEnded() {
        Admission admission = admission(1, 10, null);
        AtomicReference<MultiEmitter<? super String>> stream = new AtomicReference<>();
        admission
                .<String> stream("sonnet", SMALL, null,
                        permit -> Multi.createFrom().<String> emitter(emitter -> stream.set(emitter)))
                .subscribe().with(sent::add);
        stream.get().emit("event");
        call(admission, "sonnet", "next");
        assertThat(sent).containsExactly("event");

        stream.get().complete();

        assertThat(sent).containsExactly("event", "next");
        assertThat(admission.status().underWay()).isEqualTo(1);
    }

    @Test
    void aStreamThatFailsOrIsCancelledHasNoPlace() {
        Admission admission = admission(1, 10, null);
        admission.stream("sonnet", SMALL, null, permit -> Multi.createFrom().failure(new IllegalStateException("refused")))
                .subscribe().with(item -> sent.add("open"), failure -> sent.add("failed"));
        admission.stream("sonnet", SMALL, null, permit -> Multi.createFrom().nothing()).subscribe().with(item -> {
        }).cancel();
        admission.stream("sonnet", SMALL, null, permit -> {
            throw new IllegalStateException("wrong");
        }).subscribe().with(item -> {
        }, failure -> sent.add(failure.getMessage()));

        assertThat(sent).containsExactly("failed", "wrong");
        assertThat(admission.status().underWay()).isZero();
    }

    @Test
    void whoGivesUpLeavesTheQueue() {
        Admission admission = admission(1, 10, null);
        call(admission, "sonnet", "a");
        Cancellable b = call(admission, "sonnet", "b");
        call(admission, "sonnet", "c");

        b.cancel();
        assertThat(admission.status().waiting()).isEqualTo(1);
        end("a");

        assertThat(sent).containsExactly("a", "c");
    }

    @Test
    void whoIsCancelledGivesThePlaceToTheNext() {
        Admission admission = admission(1, 10, null);
        Cancellable a = call(admission, "sonnet", "a");
        call(admission, "sonnet", "b");

        a.cancel();

        assertThat(sent).containsExactly("a", "b");
        assertThat(admission.status().underWay()).isEqualTo(1);
    }

    @Test
    void manyThatFailAtOnceDoNotPileUp() {
        Admission admission = admission(1, 100_000, null);
        call(admission, "sonnet", "first");
        for (int i = 0; i < 10_000; i++) {
            admission.call("sonnet", SMALL, null, permit -> Uni.createFrom().failure(new IllegalStateException("refused")))
                    .subscribe().with(item -> {
                    }, failure -> sent.add("failed"));
        }

        end("first");
        time.run();

        assertThat(sent).hasSize(10_001);
        assertThat(admission.status().underWay()).isZero();
    }

    @Test
    void aFullQueueRefuses() {
        Admission admission = admission(1, 1, null);
        call(admission, "sonnet", "a");
        call(admission, "sonnet", "b");
        call(admission, "sonnet", "c");

        assertThat(failures.get("c")).isInstanceOf(TooManyCallsException.class).isInstanceOf(RateLimitException.class)
                .hasMessage("The call was not sent: 1 calls of the client test wait already, as many as may. As many are under"
                        + " way as may be at once: quarkus.claude.limits.max-concurrent is 1. Make fewer at once, or raise"
                        + " quarkus.claude.limits.max-queued");
        end("a");
        assertThat(sent).containsExactly("a", "b");
    }

    @Test
    void nobodyWaitsForLongerThanAllowed() {
        Admission admission = admission(1, 10, Duration.ofSeconds(5));
        call(admission, "sonnet", "a");
        call(admission, "sonnet", "b");
        admission.call("sonnet", SMALL, SECOND, this::never).subscribe().with(item -> {
        }, failure -> failures.put("hurried", failure));

        time.pass(SECOND);
        assertThat(failures).containsOnlyKeys("hurried");
        time.pass(SECOND.multipliedBy(4));

        assertThat(failures.get("b")).isInstanceOf(TooManyCallsException.class)
                .hasMessageStartingWith("The call was not sent: it has waited for 5000 ms. As many are under way");
        assertThat(admission.status().waiting()).isZero();
    }

    @Test
    void whatIsKnownToTakeTooLongFailsAtOnce() {
        Admission admission = admission(100, 100, Duration.ofSeconds(10));
        call(admission, "sonnet", "a");
        permits.get("a").answered(limits(200, 60, 0), null);

        call(admission, "sonnet", "soon");
        for (int i = 0; i < 20; i++) {
            call(admission, "sonnet", "later " + i);
        }

        assertThat(failures).isNotEmpty().doesNotContainKey("soon");
        TooManyCallsException failure = (TooManyCallsException) failures.get("later 19");
        assertThat(failure.bucket()).contains("requests");
        assertThat(failure.retryAfter()).hasValueSatisfying(wait -> assertThat(wait).isGreaterThan(Duration.ofSeconds(10)));
        assertThat(failure.status()).isZero();
        assertThat(failure).hasMessageContaining("The account's limit of requests for sonnet is used");
        time.run();
        assertThat(sent).contains("soon").hasSize(22 - failures.size());
    }

    @Test
    void aClassThatWaitsDoesNotStopAnother() {
        Admission admission = admission(100, 100, null);
        call(admission, "sonnet", "a");
        permits.get("a").answered(limits(200, 60, 0), null);
        call(admission, "sonnet", "b");
        call(admission, "haiku", "c");

        assertThat(sent).containsExactly("a", "c");
        time.run();
        assertThat(sent).containsExactly("a", "c", "b");
    }

    @Test
    void whatTheApiAsksToWaitIsWaited() {
        Admission admission = admission(100, 100, null);
        call(admission, "sonnet", "a");
        permits.get("a").answered(limits(429, 60, 50, Duration.ofSeconds(7)), null);
        call(admission, "sonnet", "b");

        time.pass(Duration.ofMillis(6_999));
        assertThat(sent).containsExactly("a");
        time.pass(Duration.ofMillis(1));
        assertThat(sent).containsExactly("a", "b");
    }

    @Test
    void aSubscriptionThatIsUsedUpIsWaitedFor() {
        Admission admission = admission(100, 100, Duration.ofMinutes(10));
        call(admission, "sonnet", "a");
        permits.get("a").answered(new ResponseMetadata(429, null, null, null, RateLimits.from(Map.of(
                "anthropic-ratelimit-unified-status", "rejected", "anthropic-ratelimit-unified-reset",
                time.instant().plusSeconds(7_200).toString())), null, time.instant()), null);

        call(admission, "sonnet", "b");

        assertThat(failures.get("b")).isInstanceOf(TooManyCallsException.class)
                .hasMessageContaining(
                        "it would have to wait for about 7200 s, and may wait for 600 s. The API has asked to wait")
                .asInstanceOf(InstanceOfAssertFactories.type(TooManyCallsException.class))
                .extracting(TooManyCallsException::bucket).isEqualTo(Optional.of("retry-after"));
    }

    @Test
    void fewGoBeforeAnythingIsKnown() {
        Admission admission = admission(1_000, 1_000, null);
        for (int i = 0; i < 100; i++) {
            call(admission, "sonnet", "call " + i);
        }
        assertThat(sent).hasSizeBetween(5, 10);
        int first = sent.size();

        time.pass(SECOND);
        assertThat(sent).as("although there is no answer").hasSizeBetween(first + 10, first + 30);
        // a gateway that does not tell limits
        permits.get("call 0").answered(new ResponseMetadata(200, null, null, null, RateLimits.UNKNOWN, null, null), null);

        assertThat(sent).hasSize(100);
    }

    @Test
    void callsWithoutAModelGoAtOnce() {
        Admission admission = admission(1_000, 1_000, null);
        for (int i = 0; i < 100; i++) {
            call(admission, null, "call " + i);
        }
        assertThat(sent).hasSize(100);
    }

    @Test
    void withoutPacingOnlyTheNumberCounts() {
        Admission admission = new Admission("test", new AdmissionSettings(false, 50, 0, Optional.empty()), time);
        call(admission, "sonnet", "a");
        permits.get("a").answered(limits(429, 60, 0, Duration.ofSeconds(7)), null);
        end("a");
        for (int i = 0; i < 60; i++) {
            call(admission, "sonnet", "call " + i);
        }

        assertThat(sent).hasSize(51);
        assertThat(failures).hasSize(10);
    }

    @Test
    void whatIsLargerThanTheWholeLimitGoesWhenItIsFull() {
        Admission admission = admission(100, 100, null);
        call(admission, "sonnet", "a");
        permits.get("a").answered(new ResponseMetadata(200, null, null, null, RateLimits.from(Map.of(
                "anthropic-ratelimit-input-tokens-limit", "600", "anthropic-ratelimit-input-tokens-remaining", "590")), null,
                null), null);
        admission.call("sonnet", new CallSize(1_000, 10, false), null, permit -> {
            sent.add("large");
            return Uni.createFrom().nothing();
        }).subscribe().with(item -> {
        });

        assertThat(sent).containsExactly("a");
        time.run();
        assertThat(sent).containsExactly("a", "large");
        assertThat(time.passed()).isLessThanOrEqualTo(Duration.ofSeconds(2));
    }

    private Admission admission(int atOnce, int queued, @Nullable Duration maxWait) {
        return new Admission("test", new AdmissionSettings(true, atOnce, queued, Optional.ofNullable(maxWait)), time);
    }

    private Cancellable call(Admission admission, @Nullable String modelClass, String name) {
        return admission.<String> call(modelClass, SMALL, null, permit -> {
            sent.add(name);
            permits.put(name, permit);
            return Uni.createFrom().emitter(emitter -> underWay.put(name, emitter));
        }).subscribe().with(item -> {
        }, failure -> failures.put(name, failure));
    }

    private Uni<String> never(Permit permit) {
        return Uni.createFrom().nothing();
    }

    private void end(String name) {
        underWay.get(name).complete(name);
    }

    private ResponseMetadata limits(int status, int limit, int remaining) {
        return limits(status, limit, remaining, null);
    }

    private ResponseMetadata limits(int status, int limit, int remaining, @Nullable Duration retryAfter) {
        return new ResponseMetadata(status, null, null, null, RateLimits.from(Map.of(
                "anthropic-ratelimit-requests-limit", Integer.toString(limit),
                "anthropic-ratelimit-requests-remaining", Integer.toString(remaining))), retryAfter, time.instant());
    }
}
