package io.github.quarkusclaude.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LowLimitsAreWarnedAboutOnceTest {

    private static final String RESET = "2026-11-22T12:01:00Z";

    private final SteppedClock clock = new SteppedClock();
    private final List<RateLimitWarning> warnings = new ArrayList<>();
    private final LimitState state = new LimitState("<default>", clock, warnings::add);

    @ParameterizedTest
    @CsvSource({ "requests,50,6,0", "requests,50,5,1", "requests,50,0,1", "tokens,1000,100,0", "tokens,1000,99,1",
            "tokens,0,0,0", "input-tokens,1000,99,1", "output-tokens,1000,100,0" })
    void atFiveRequestsAndBelowATenthOfTheTokens(String bucket, long limit, long remaining, int expected) {
        answer("sonnet", SomeHeaders.bucket(bucket, limit, remaining, RESET));

        assertThat(warnings).hasSize(expected);
    }

    @Test
    void withEverythingThatIsKnown() {
        answer("sonnet", SomeHeaders.bucket("requests", 50, 4, RESET));

        assertThat(warnings).containsExactly(
                new RateLimitWarning("<default>", "sonnet", "requests", 50L, 4L, 92, Instant.parse(RESET)));
        assertThat(warnings.get(0).text())
                .isEqualTo("Little is left of the limit of requests for sonnet: 4 of 50 until " + RESET
                        + ". Beyond it the API answers with status 429");
    }

    @Test
    void withTheNameOfTheClientIfItHasOne() {
        new LimitState("reports", clock, warnings::add).answered(null, 200,
                SomeHeaders.of("anthropic-ratelimit-requests-remaining", "3"), null);

        assertThat(warnings).containsExactly(new RateLimitWarning("reports", null, "requests", null, 3L, null, null));
        assertThat(warnings.get(0).text()).startsWith("Little is left of the limit of requests of client \"reports\": 3. ");
    }

    @Test
    void againOnlyAfterTheReset() {
        answer("sonnet", SomeHeaders.requests(5));
        answer("sonnet", SomeHeaders.requests(4));
        answer("sonnet", SomeHeaders.requests(800));
        answer("sonnet", SomeHeaders.bucket("requests", 1_000, 3, "2026-11-22T12:01:30Z"));
        clock.advance(Duration.ofSeconds(59));
        answer("sonnet", SomeHeaders.requests(3));
        assertThat(warnings).hasSize(1);

        clock.advance(Duration.ofSeconds(1));
        answer("sonnet", SomeHeaders.bucket("requests", 1_000, 2, "2026-11-22T12:02:00Z"));
        answer("sonnet", SomeHeaders.bucket("requests", 1_000, 1, "2026-11-22T12:02:00Z"));
        assertThat(warnings).extracting(RateLimitWarning::remaining).containsExactly(5L, 2L);
    }

    @Test
    void withoutAResetOnlyAfterARecovery() {
        String remaining = "anthropic-ratelimit-requests-remaining";
        answer("sonnet", SomeHeaders.of(remaining, "5"));
        clock.advance(Duration.ofDays(1));
        answer("sonnet", SomeHeaders.of(remaining, "5"));
        assertThat(warnings).hasSize(1);

        answer("sonnet", SomeHeaders.of(remaining, "6"));
        answer("sonnet", SomeHeaders.of(remaining, "5"));
        assertThat(warnings).hasSize(2);
    }

    @Test
    void eachBucketAndEachClassOfModelsByItself() {
        answer("sonnet", SomeHeaders.requests(5));
        answer("sonnet", SomeHeaders.bucket("tokens", 1_000, 1, RESET));
        answer("opus", SomeHeaders.requests(5));
        answer(null, SomeHeaders.requests(5));

        assertThat(warnings).extracting(warning -> warning.modelClass() + " " + warning.bucket())
                .containsExactly("sonnet requests", "sonnet tokens", "opus requests", "null requests");
    }

    @Test
    void inTheSameOrderEachTime() {
        SomeHeaders all = new SomeHeaders();
        for (RateLimitBucket bucket : RateLimitBucket.values()) {
            all.and(bucket.header() + "-limit", "1000").and(bucket.header() + "-remaining", "1");
        }
        answer("sonnet", all);

        assertThat(warnings).extracting(RateLimitWarning::bucket).containsExactly("requests", "tokens", "input-tokens",
                "output-tokens", "priority-input-tokens", "priority-output-tokens", "fast-input-tokens", "fast-output-tokens");
    }

    @Test
    void theWindowsOfASubscriptionToo() {
        String utilization = "anthropic-ratelimit-unified-5h-utilization";
        String reset = "anthropic-ratelimit-unified-5h-reset";
        answer("opus", SomeHeaders.of(utilization, "0.9", reset, RESET));
        assertThat(warnings).isEmpty();
        answer("opus", SomeHeaders.of(utilization, "0.91", reset, RESET));
        answer("opus", SomeHeaders.of(utilization, "0.99", reset, RESET));

        assertThat(warnings).containsExactly(
                new RateLimitWarning("<default>", "opus", "unified-5h", null, null, 91, Instant.parse(RESET)));
        assertThat(warnings.get(0).text()).contains("limit of unified 5h for opus: 91 % is used until " + RESET);
    }

    @Test
    void evenIfTheServersClockIsBehind() {
        String theirReset = "2026-11-22T11:00:30Z";
        for (int i = 0; i < 3; i++) {
            answer("sonnet", SomeHeaders.bucket("requests", 50, 5, theirReset).and("date", "Sun, 22 Nov 2026 11:00:00 GMT"));
        }
        assertThat(warnings).hasSize(1);

        clock.advance(Duration.ofSeconds(30));
        answer("sonnet", SomeHeaders.bucket("requests", 50, 5, "2026-11-22T11:01:00Z")
                .and("date", "Sun, 22 Nov 2026 11:00:30 GMT"));
        assertThat(warnings).hasSize(2);
    }

    private void answer(String modelClass, SomeHeaders headers) {
        state.answered(modelClass, 200, headers, null);
    }
}
