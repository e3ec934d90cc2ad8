package io.github.quarkusclaude.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever headers come, a line each: they become limits that can be or none, and nothing makes it fail. */
class RateLimitsFuzzTest {

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    @FuzzTest(maxDuration = "10m")
    void anyHeadersAreLimitsOrNone(byte[] lines) {
        SomeHeaders headers = new SomeHeaders();
        new String(lines, StandardCharsets.ISO_8859_1).lines().forEach(line -> {
            int colon = line.indexOf(':');
            if (colon >= 0) {
                String value = line.substring(colon + 1);
                headers.and(line.substring(0, colon), value);
                checkTimeIsTheParsers(value.strip());
            }
        });
        LimitState state = new LimitState("<default>", new SteppedClock(), warning -> assertThat(warning.text()).isNotBlank());
        state.answered("sonnet", 200, headers, null);
        state.answered("sonnet", 429, headers, null);

        RateLimits limits = RateLimits.from(headers.asMap());
        assertThat(state.limits("sonnet")).isEqualTo(limits);
        assertThat(state.usage().limits().values()).allMatch(limits::equals);
        limits.buckets().values().forEach(RateLimitsFuzzTest::check);
        UnifiedLimits unified = limits.unified();
        check(unified.reset());
        check(unified.overageReset());
        check(unified.fallbackPercentage());
        unified.windows().values().forEach(window -> {
            check(window.reset());
            check(window.utilization());
            checkPercent(window.usedPercent());
        });
    }

    private static void check(RateLimit limit) {
        if (limit.limit() != null) {
            assertThat(limit.limit()).isNotNegative();
        }
        if (limit.remaining() != null) {
            assertThat(limit.remaining()).isNotNegative();
        }
        check(limit.reset());
        checkPercent(limit.usedPercent());
    }

    private static void checkPercent(@Nullable Integer percent) {
        if (percent != null) {
            assertThat(percent).isBetween(0, 100);
        }
    }

    private static void check(@Nullable Instant time) {
        if (time != null) {
            assertThat(time).isBetween(EARLIEST, LATEST);
        }
    }

    private static void check(@Nullable Double share) {
        if (share != null) {
            assertThat(share).isNotNegative().isFinite();
        }
    }

    /** What is read without a parser is what the parser reads. */
    private static void checkTimeIsTheParsers(String text) {
        if (text.matches("\\d{4}-.*")) {
            assertThat(HeaderValues.instant(text)).isEqualTo(parsed(text));
        }
    }

    private static @Nullable Instant parsed(String text) {
        try {
            Instant time = Instant.parse(text);
            return time.isBefore(EARLIEST) ? null : time;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
