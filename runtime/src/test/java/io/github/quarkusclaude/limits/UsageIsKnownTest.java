package io.github.quarkusclaude.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.quarkusclaude.message.Usage;

class UsageIsKnownTest {

    private final SteppedClock clock = new SteppedClock();
    private final LimitState state = new LimitState("<default>", clock, warning -> {
    });

    @Test
    void beforeTheFirstAnswerThereAreZerosAndWhatRemainsIsUnknown() {
        UsageInfo usage = state.usage();

        assertThat(List.of(usage.requestCount(), usage.messagesUsed(), usage.tokensUsed(), usage.inputTokensUsed(),
                usage.outputTokensUsed())).containsOnly(0L);
        assertThat(List.of(usage.messagesRemaining(), usage.tokensRemaining())).containsOnly(-1L);
        assertThat(usage.isRateLimited()).isFalse();
        assertThat(usage.lastRequestTimestamp()).isNull();
        assertThat(usage.messageQuotaPercent()).isNull();
        assertThat(state.lastResponse()).isEqualTo(ResponseMetadata.NONE);
    }

    @ParameterizedTest
    @CsvSource({ "50,20,60", "3,1,67", "200,199,1", "200,200,0", "7,0,100", "5,9,0" })
    void percentagesAreRoundedHalfUp(long limit, long remaining, int percent) {
        assertThat(new RateLimit(limit, remaining, null).usedPercent()).isEqualTo(percent);
    }

    @Test
    void withoutBothNumbersThereIsNoPercentage() {
        assertThat(new RateLimit(50L, null, null).usedPercent()).isNull();
        assertThat(new RateLimit(null, 20L, null).usedPercent()).isNull();
        assertThat(new RateLimit(0L, 0L, null).usedPercent()).isNull();
    }

    @Test
    void anAnswerIsCountedAndTellsWhatIsLeft() {
        state.answered("sonnet", 200, SomeHeaders.requests(400).and("anthropic-ratelimit-tokens-limit", "50000")
                .and("anthropic-ratelimit-tokens-remaining", "20000").and("request-id", "req_1"), null);
        state.answeredWith(Usage.of(10, 20, 30, 4));

        UsageInfo usage = state.usage();
        assertThat(usage.requestCount()).isEqualTo(1);
        assertThat(usage.messagesUsed()).isEqualTo(1);
        assertThat(usage.messagesRemaining()).isEqualTo(400);
        assertThat(usage.messageQuotaPercent()).isEqualTo(60);
        assertThat(usage.tokensRemaining()).isEqualTo(20_000);
        assertThat(usage.tokenQuotaPercent()).isEqualTo(60);
        assertThat(usage.inputTokensUsed()).isEqualTo(60);
        assertThat(usage.outputTokensUsed()).isEqualTo(4);
        assertThat(usage.tokensUsed()).isEqualTo(64);
        assertThat(usage.lastRequestTimestamp()).isEqualTo(SteppedClock.START);
        assertThat(state.lastResponse().requestId()).isEqualTo("req_1");
        assertThat(state.lastResponse().status()).isEqualTo(200);
    }

    @Test
    void whatAnAnswerDoesNotSayStaysKnown() {
        state.answered("sonnet", 200, SomeHeaders.requests(400).and("anthropic-ratelimit-images-limit", "7"), null);
        state.answered("sonnet", 200, SomeHeaders.bucket("tokens", 1_000, 500, "2026-11-22T12:00:30Z"), null);
        state.answered(null, 200, SomeHeaders.of("request-id", "req_files"), null);

        UsageInfo usage = state.usage();
        assertThat(usage.messagesRemaining()).isEqualTo(400);
        assertThat(usage.tokensRemaining()).isEqualTo(500);
        assertThat(usage.limits()).containsOnlyKeys("sonnet");
        assertThat(usage.limits().get("sonnet").others()).hasSize(1);
        assertThat(state.lastResponse().limits()).isEqualTo(RateLimits.UNKNOWN);
    }

    @Test
    void everyClassOfModelsHasItsOwnLimits() {
        state.answered("sonnet", 200, SomeHeaders.requests(400), null);
        state.answered("opus", 200, SomeHeaders.requests(90), null);

        assertThat(state.usage().messagesRemaining()).isEqualTo(90);
        assertThat(state.limits("sonnet").requests().remaining()).isEqualTo(400);
        assertThat(state.limits("opus").requests().remaining()).isEqualTo(90);
        assertThat(state.limits("haiku")).isEqualTo(RateLimits.UNKNOWN);
    }

    @Test
    void anAnswerThatAsksToWaitLimitsUntilTheNextOneOrTheEndOfTheWait() {
        state.answered("sonnet", 429, SomeHeaders.requests(0), Duration.ofSeconds(12));
        assertThat(state.usage().isRateLimited()).isTrue();
        assertThat(state.usage().rateLimitExpiresAt()).isEqualTo(SteppedClock.START.plusSeconds(12));

        state.answered("haiku", 200, SomeHeaders.requests(10), null);
        assertThat(state.usage().isRateLimited()).isTrue();

        state.answered("sonnet", 200, SomeHeaders.requests(10), null);
        assertThat(state.usage().isRateLimited()).isFalse();
        assertThat(state.usage().rateLimitExpiresAt()).isNull();

        state.answered("sonnet", 429, SomeHeaders.requests(0), Duration.ofSeconds(12));
        clock.advance(Duration.ofSeconds(12));
        assertThat(state.usage().isRateLimited()).isFalse();
    }

    @Test
    void theTokensOfAStreamAreCountedAsTheyAreTold() {
        TokenTally tally = state.newMessage();
        assertThat(state.usage().messagesUsed()).isZero();
        tally.reached(Usage.of(100, 0, 0, 1));
        assertThat(state.usage().tokensUsed()).isEqualTo(101);
        tally.reached(Usage.of(100, 0, 0, 50));

        UsageInfo usage = state.usage();
        assertThat(usage.messagesUsed()).isEqualTo(1);
        assertThat(usage.inputTokensUsed()).isEqualTo(100);
        assertThat(usage.outputTokensUsed()).isEqualTo(50);
    }

    @Test
    void modelsThatAreMadeUpDoNotFillTheMemory() {
        for (int i = 0; i < 5_000; i++) {
            state.answered("model-" + i, 404, SomeHeaders.requests(100), null);
        }

        assertThat(state.usage().limits()).hasSize(1_000);
        assertThat(state.usage().requestCount()).isEqualTo(5_000);
    }

    @Test
    void nothingIsLostAmongManyThreads() throws Exception {
        int threads = 8;
        int each = 2_000;
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<?>> running = IntStream.range(0, threads).<Future<?>> mapToObj(thread -> executor.submit(() -> {
                start.await();
                for (int i = 0; i < each; i++) {
                    state.answered("model-" + thread, 200, SomeHeaders.requests(100), null);
                    state.answeredWith(Usage.of(3, 0, 0, 2));
                    assertThat(state.usage().messagesRemaining()).isEqualTo(100);
                }
                return null;
            })).toList();
            start.countDown();
            for (Future<?> future : running) {
                future.get(30, TimeUnit.SECONDS);
            }
        } finally {
            executor.shutdownNow();
        }

        assertThat(state.usage().requestCount()).isEqualTo(threads * each);
        assertThat(state.usage().messagesUsed()).isEqualTo(threads * each);
        assertThat(state.usage().tokensUsed()).isEqualTo(threads * each * 5L);
        assertThat(state.usage().limits()).hasSize(threads);
    }
}
