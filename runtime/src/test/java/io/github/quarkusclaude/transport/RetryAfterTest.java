package io.github.quarkusclaude.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private final RetryAfter retryAfter = new RetryAfter(Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC));

    @Test
    void secondsMayHaveAFraction() {
        assertThat(wait(Map.of("retry-after", "12"))).isEqualTo(Duration.ofSeconds(12));
        assertThat(wait(Map.of("retry-after", "0.25"))).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void theShortestWaitIsAMillisecond() {
        assertThat(wait(Map.of("retry-after-ms", "0.4"))).isEqualTo(Duration.ofMillis(1));
        assertThat(wait(Map.of("retry-after", "0.0000001"))).isEqualTo(Duration.ofMillis(1));
    }

    @Test
    void millisecondsComeFirst() {
        assertThat(wait(Map.of("retry-after", "12", "retry-after-ms", "1500"))).isEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void aDateIsWaitedFor() {
        assertThat(wait(Map.of("retry-after", "Sun, 22 Nov 2026 10:01:30 GMT"))).isEqualTo(Duration.ofSeconds(90));
    }

    @ParameterizedTest
    @ValueSource(strings = { "Sun, 22 Nov 2026 11:00:00 GMT", "Sun, 22 Nov 2026 09:00:00 GMT" })
    void aDateIsMeasuredByTheClockOfTheServer(String date) {
        assertThat(wait(Map.of("date", date, "retry-after", date.replace(":00:00", ":01:30"))))
                .isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void anUnreadableClockOfTheServerDoesNotCount() {
        assertThat(wait(Map.of("date", "noon", "retry-after", "Sun, 22 Nov 2026 10:01:30 GMT")))
                .isEqualTo(Duration.ofSeconds(90));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "soon", "-1", "0", "NaN", "Infinity", "1e300", "Sun, 22 Nov 2026 09:59:59 GMT",
            "22 Nov 292330026 10:00 GMT" })
    void whatMakesNoSenseIsNoWait(String value) {
        assertThat(wait(Map.of("retry-after", value))).isNull();
    }

    private Duration wait(Map<String, String> headers) {
        return retryAfter.of(headers::get);
    }
}
