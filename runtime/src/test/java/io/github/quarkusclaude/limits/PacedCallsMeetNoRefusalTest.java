package io.github.quarkusclaude.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Calls that come three times as fast as they may are made as fast as they may, and are not refused. */
class PacedCallsMeetNoRefusalTest {

    private static final long PLENTY = 1_000_000_000;

    private final VirtualTime time = new VirtualTime();

    @ParameterizedTest
    @ValueSource(ints = { 0, 1_000, 20_000 })
    void limitedByRequests(int latency) {
        LimitedServer server = LimitedServer.perMinute(time, 1_000, PLENTY, PLENTY);
        VirtualClient client = new VirtualClient(time, server, 1);
        for (int i = 0; i < 5_000; i++) {
            client.call(Duration.ofMillis(20L * i), new CallSize(100, 1_000, false), 80, 200, Duration.ofMillis(latency));
        }

        time.run();

        assertThat(server.refused()).isZero();
        assertThat(client.answered).isEqualTo(5_000);
        assertThat(server.use()).isGreaterThan(0.95);
    }

    @Test
    void allAtOnce() {
        LimitedServer server = LimitedServer.perMinute(time, 1_000, PLENTY, PLENTY);
        VirtualClient client = new VirtualClient(time, server, 2);
        for (int i = 0; i < 5_000; i++) {
            client.call(Duration.ZERO, new CallSize(100, 1_000, false), 80, 200, Duration.ofSeconds(2));
        }

        time.run();

        assertThat(server.refused()).isZero();
        assertThat(server.use()).isGreaterThan(0.95);
    }

    /** What calls use is not known before: sizes differ, and estimates are wrong by up to a half. */
    @Property(tries = 60)
    void limitedByTokens(@ForAll long seed, @ForAll @IntRange(min = 0, max = 30_000) int latency,
            @ForAll @DoubleRange(min = 0.5, max = 1.5) double wrong, @ForAll boolean byOutput) {
        Random random = new Random(seed);
        VirtualTime time = new VirtualTime();
        LimitedServer server = byOutput ? LimitedServer.perMinute(time, 100_000, PLENTY, 200_000)
                : LimitedServer.perMinute(time, 100_000, 400_000, PLENTY);
        VirtualClient client = new VirtualClient(time, server, seed);
        for (int i = 0; i < 2_000; i++) {
            int input = 100 + random.nextInt(4_000);
            int output = 1 + random.nextInt(2_000);
            long estimate = (long) (input * wrong * (0.7 + 0.6 * random.nextDouble()));
            client.call(Duration.ofMillis(100L * i), new CallSize(estimate, 8_000, false), input, output,
                    Duration.ofMillis(random.nextInt(latency + 1)));
        }

        time.run();

        assertThat(server.refused()).isZero();
        assertThat(client.answered).isEqualTo(2_000);
        assertThat(server.use()).isGreaterThan(0.95);
    }

    @Test
    void twoClientsShareALimit() {
        LimitedServer server = LimitedServer.perMinute(time, 1_000, PLENTY, PLENTY);
        VirtualClient one = new VirtualClient(time, server, 3);
        VirtualClient other = new VirtualClient(time, server, 4);
        for (int i = 0; i < 2_500; i++) {
            one.call(Duration.ofMillis(40L * i), new CallSize(100, 1_000, false), 80, 200, Duration.ofSeconds(1));
            other.call(Duration.ofMillis(40L * i), new CallSize(100, 1_000, false), 80, 200, Duration.ofSeconds(3));
        }

        time.run();

        assertThat(server.refused()).as("neither knows what the other one does").isLessThan(50);
        assertThat(server.use()).isGreaterThan(0.95);
    }

    /** More than was guessed can be taken, since answers are short. */
    @Test
    void shortAnswers() {
        LimitedServer server = LimitedServer.perMinute(time, 1_000_000, 100_000_000, 40_000);
        VirtualClient client = new VirtualClient(time, server, 6);
        for (int i = 0; i < 2_500; i++) {
            int output = 10 + i * 7 % 61;
            client.call(Duration.ofMillis(20L * i), new CallSize(30, 1_000, false), 30, output,
                    Duration.ofMillis(10L * output));
        }

        time.run();

        assertThat(server.refused()).isZero();
        assertThat(server.use()).isGreaterThan(0.95);
    }

    /** Limits of an hour. */
    @Test
    void limitsThatTakeLonger() {
        LimitedServer server = new LimitedServer(time, 500, PLENTY, PLENTY, 3_600);
        VirtualClient client = new VirtualClient(time, server, 5);
        for (int i = 0; i < 2_000; i++) {
            client.call(Duration.ofSeconds(2L * i), new CallSize(100, 1_000, false), 80, 200, Duration.ofSeconds(2));
        }

        time.run();

        assertThat(server.refused()).isZero();
        assertThat(server.use()).isGreaterThan(0.95);
    }
}
