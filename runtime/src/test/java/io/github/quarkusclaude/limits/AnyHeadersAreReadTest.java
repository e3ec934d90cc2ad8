package io.github.quarkusclaude.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever the headers are, reading them does not fail and gives nothing impossible. */
class AnyHeadersAreReadTest {

    @Property(tries = 5000)
    void andGiveNothingImpossible(@ForAll("headers") Map<String, String> headers) {
        LimitState state = new LimitState("<default>", new SteppedClock(), warning -> assertThat(warning.text()).isNotBlank());
        ResponseHeaders some = new SomeHeaders();
        headers.forEach(((SomeHeaders) some)::and);

        state.answered("sonnet", 200, some, Duration.ofMillis(Long.MAX_VALUE));
        state.answered("sonnet", 200, some, null);

        RateLimits limits = RateLimits.from(headers);
        limits.buckets().values().forEach(limit -> {
            assertThat(limit).isNotEqualTo(RateLimit.UNKNOWN);
            assertNumber(limit.limit());
            assertNumber(limit.remaining());
            assertTime(limit.reset());
            assertPercent(limit.usedPercent());
        });
        limits.unified().windows().values().forEach(window -> {
            assertTime(window.reset());
            assertPercent(window.usedPercent());
        });
        assertThat(limits.others().keySet()).allMatch(name -> name.startsWith("anthropic-ratelimit-"));
        UsageInfo usage = state.usage();
        assertPercent(usage.messageQuotaPercent());
        assertThat(usage.tokensRemaining()).isGreaterThanOrEqualTo(-1);
        assertThat(usage.requestCount()).isEqualTo(2);
    }

    @Property(tries = 5000)
    void andTimesAsTheJdkReadsThem(@ForAll("times") String text) {
        Instant expected;
        try {
            expected = Instant.parse(text);
        } catch (DateTimeException e) {
            expected = null;
        }
        assertThat(HeaderValues.instant(text)).isEqualTo(expected);
    }

    @Provide
    Arbitrary<String> times() {
        Arbitrary<String> two = Arbitraries.integers().between(0, 70).map("%02d"::formatted);
        Arbitrary<String> sound = Arbitraries.longs().between(0, 253_402_300_799L)
                .map(second -> Instant.ofEpochSecond(second).toString());
        Arbitrary<String> doubtful = Combinators.combine(two, two, two, two, two, two)
                .as((year, month, day, hour, minute, second) -> "20" + year + "-" + month + "-" + day + "T" + hour + ":"
                        + minute
                        + ":" + second + "Z");
        Arbitrary<String> damaged = Combinators.combine(sound, Arbitraries.integers().between(0, 19),
                Arbitraries.of('x', ' ', '-', '9', ':', '٣'))
                .as((text, at, wrong) -> text.substring(0, at) + wrong + text.substring(at + 1))
                // what begins otherwise has another form
                .filter(text -> text.charAt(0) >= '0' && text.charAt(0) <= '9' && !text.startsWith("0"));
        return Arbitraries.oneOf(sound, doubtful, damaged).filter(text -> !text.contains(" ") || text.equals(text.strip()));
    }

    private static void assertNumber(Long number) {
        assertThat(number == null || number >= 0).isTrue();
    }

    private static void assertTime(Instant time) {
        assertThat(time == null || !time.isBefore(Instant.EPOCH)).isTrue();
    }

    private static void assertPercent(Integer percent) {
        assertThat(percent == null || percent >= 0 && percent <= 100).isTrue();
    }

    @Provide
    Arbitrary<Map<String, String>> headers() {
        Arbitrary<String> family = Arbitraries.of("ratelimit-requests", "ratelimit-tokens", "ratelimit-input-tokens",
                "priority-input-tokens", "fast-output-tokens", "ratelimit-unified", "ratelimit-unified-5h",
                "ratelimit-overage", "ratelimit-", "ratelimit-unified-", "ratelimit-unified--", "");
        Arbitrary<String> part = Arbitraries.of("limit", "remaining", "reset", "status", "utilization", "percentage", "");
        Arbitrary<String> name = family.flatMap(f -> part.map(p -> "anthropic-" + f + "-" + p));
        Arbitrary<String> anyName = Arbitraries.strings().ofMaxLength(30);
        Arbitrary<String> number = Arbitraries.longs().map(String::valueOf);
        Arbitrary<String> small = Arbitraries.integers().between(0, 20).map(String::valueOf);
        Arbitrary<String> fraction = Arbitraries.doubles().map(String::valueOf);
        Arbitrary<String> time = Arbitraries.longs().between(-100_000_000_000L, 400_000_000_000L)
                .map(second -> Instant.ofEpochSecond(second).toString());
        Arbitrary<String> value = Arbitraries.oneOf(number, small, fraction, time, Arbitraries.strings().ofMaxLength(40));
        return Arbitraries.maps(Arbitraries.frequencyOf(Tuple.of(9, name), Tuple.of(1, anyName)),
                value).ofMaxSize(30).map(HashMap::new);
    }
}
