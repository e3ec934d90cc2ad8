package io.github.quarkusclaude.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever the headers hold: they ask for a wait that can be waited for, or for none. */
class RetryAfterFuzzTest {

    private static final RetryAfter RETRY_AFTER = new RetryAfter(
            Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC));

    @FuzzTest(maxDuration = "10m")
    void anyTextIsAWaitOrNone(byte[] header) {
        String text = new String(header, StandardCharsets.ISO_8859_1);
        check(RETRY_AFTER.of(name -> text));
        check(RETRY_AFTER.of(name -> name.equals("retry-after") ? text : null));
        check(RETRY_AFTER.of(name -> name.equals("retry-after-ms") ? text : null));
    }

    private static void check(@Nullable Duration wait) {
        if (wait != null) {
            assertThat(wait).isPositive();
            // every use counts in milliseconds
            assertThat(wait.toMillis()).isPositive();
        }
    }
}
