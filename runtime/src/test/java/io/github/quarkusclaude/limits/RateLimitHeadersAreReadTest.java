package io.github.quarkusclaude.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitHeadersAreReadTest {

    @ParameterizedTest
    @EnumSource(RateLimitBucket.class)
    void everyFamilyWithLimitRemainderAndReset(RateLimitBucket bucket) {
        String family = switch (bucket) {
            case PRIORITY_INPUT_TOKENS, PRIORITY_OUTPUT_TOKENS, FAST_INPUT_TOKENS, FAST_OUTPUT_TOKENS ->
                "anthropic-" + bucket.id();
            default -> "anthropic-ratelimit-" + bucket.id();
        };
        RateLimits limits = RateLimits.from(Map.of(family + "-limit", "1000", family + "-remaining", "999",
                family + "-reset", "2026-11-22T12:00:30Z", "anthropic-organization-id", "x", "date", "y"));

        assertThat(limits.of(bucket)).isEqualTo(new RateLimit(1000L, 999L, Instant.parse("2026-11-22T12:00:30Z")));
        assertThat(limits.buckets()).containsOnlyKeys(bucket);
        assertThat(limits.unified()).isEqualTo(UnifiedLimits.UNKNOWN);
        assertThat(limits.others()).isEmpty();
    }

    @Test
    void inAnyLetterCase() {
        Map<String, String> headers = new HashMap<>();
        SomeHeaders.requests(7).forEach((name, value) -> headers.put(name.toUpperCase(Locale.ROOT), value));

        assertThat(RateLimits.from(headers)).isEqualTo(RateLimits.from(SomeHeaders.requests(7).asMap()));
        assertThat(RateLimits.from(headers).requests().remaining()).isEqualTo(7);
    }

    @Test
    void thoseOfSubscriptions() {
        UnifiedLimits limits = RateLimits.from(SomeHeaders.of("anthropic-ratelimit-unified-status", "allowed_warning",
                "anthropic-ratelimit-unified-reset", "1795348800",
                "anthropic-ratelimit-unified-representative-claim", "five_hour",
                "anthropic-ratelimit-unified-5h-status", "allowed",
                "anthropic-ratelimit-unified-5h-utilization", "0.42",
                "anthropic-ratelimit-unified-5h-reset", "1795348800",
                "anthropic-ratelimit-unified-7d_opus-utilization", "1.1",
                "anthropic-ratelimit-unified-7d_opus-reset", "2026-11-22T12:00:00Z",
                "anthropic-ratelimit-unified-overage-reset", "1795348801",
                "anthropic-ratelimit-overage-status", "rejected",
                "anthropic-ratelimit-fallback-percentage", "0.5").asMap()).unified();

        Instant reset = Instant.ofEpochSecond(1_795_348_800L);
        assertThat(limits.status()).isEqualTo("allowed_warning");
        assertThat(limits.reset()).isEqualTo(reset);
        assertThat(limits.representativeClaim()).isEqualTo("five_hour");
        assertThat(limits.windows()).containsOnly(
                Map.entry("5h", new UnifiedLimits.Window("allowed", 0.42, reset)),
                Map.entry("7d_opus", new UnifiedLimits.Window(null, 1.1, Instant.parse("2026-11-22T12:00:00Z"))));
        assertThat(limits.windows().get("5h").usedPercent()).isEqualTo(42);
        assertThat(limits.windows().get("7d_opus").usedPercent()).isEqualTo(100);
        assertThat(limits.overageStatus()).isEqualTo("rejected");
        assertThat(limits.overageReset()).isEqualTo(reset.plusSeconds(1));
        assertThat(limits.fallbackPercentage()).isEqualTo(0.5);
    }

    @Test
    void unknownOnesAreKept() {
        RateLimits limits = RateLimits.from(SomeHeaders.of("Anthropic-RateLimit-Images-Remaining", "3",
                "anthropic-ratelimit-unified-upgrade-paths", "extra").asMap());

        assertThat(limits.others()).containsOnly(Map.entry("anthropic-ratelimit-images-remaining", "3"),
                Map.entry("anthropic-ratelimit-unified-upgrade-paths", "extra"));
        assertThat(limits.isUnknown()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({ "49,49", "' 49 ',49", "49 requests,49", "12.7,12", "0,0", "999999999999999999,999999999999999999" })
    void aNumberIsWhatATextBeginsWith(String text, long number) {
        assertThat(HeaderValues.count(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "many", "-1", "+1", "9999999999999999999", ".5", "٣" })
    void otherTextsAreNone(String text) {
        assertThat(HeaderValues.count(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({ "2026-11-22T12:00:00Z", "2026-11-22T13:00:00+01:00", "2026-11-22T12:00:00.000Z", "1795348800",
            "1795348800.75", "'Sun, 22 Nov 2026 12:00:00 GMT'" })
    void aPointInTimeHasThreeForms(String text) {
        assertThat(HeaderValues.instant(text)).isEqualTo("2026-11-22T12:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "soon", "2026", "2026-11-22", "-1", "99999999999999999999999", "253402300800",
            "+1000000-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "2026-13-01T00:00:00Z" })
    void whatIsNoPointInTimeIsAbsent(String text) {
        assertThat(HeaderValues.instant(text)).isNull();
    }

    @Test
    void nonsenseIsAbsent() {
        assertThat(RateLimits.from(SomeHeaders.of("anthropic-ratelimit-requests-limit", "x",
                "anthropic-ratelimit-tokens-reset", "later", "anthropic-ratelimit-unified-5h-utilization", "NaN",
                "anthropic-ratelimit-unified-reset", "-").asMap()).isUnknown()).isTrue();
    }

    @Test
    void theNegativeZeroIsZero() {
        UnifiedLimits limits = RateLimits.from(Map.of("anthropic-ratelimit-unified-5h-utilization", "-0.00")).unified();

        assertThat(limits.windows().get("5h").utilization()).isEqualTo(0.0);
    }
}
