package io.github.quarkusclaude.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.sun.management.ThreadMXBean;

import io.github.quarkusclaude.error.MalformedResponseException;
import io.github.quarkusclaude.json.ApiJson;
import io.github.quarkusclaude.json.MalformedJsonException;
import io.github.quarkusclaude.message.Message;

/**
 * Whatever bytes come, and however they are cut: they become events or exceptions that are documented, always the same, and
 * no number among them is taken for an amount of memory.
 */
class StreamFuzzTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long ALLOCATED_AT_MOST = 64L << 20;

    @FuzzTest(maxDuration = "10m")
    void anyBytesInAnyPiecesAreTheSameEvents(byte[] bytes) {
        List<String> whole = outcome(bytes, rest -> rest);

        assertThat(outcome(bytes, rest -> 1)).isEqualTo(whole);
        // cut by chance, but the same way whenever the same bytes come
        Random random = new Random(Arrays.hashCode(bytes));
        assertThat(outcome(bytes, rest -> random.nextInt(Math.min(rest, 64) + 1))).isEqualTo(whole);

        // now all classes are loaded, which takes memory as well
        long before = THREADS.getCurrentThreadAllocatedBytes();
        outcome(bytes, rest -> rest);
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(ALLOCATED_AT_MOST);
    }

    private static List<String> outcome(byte[] bytes, IntUnaryOperator nextLength) {
        List<String> outcome = new ArrayList<>();
        StreamDecoder decoder = new StreamDecoder();
        MessageAccumulator accumulator = new MessageAccumulator();
        int at = 0;
        while (at < bytes.length) {
            int length = nextLength.applyAsInt(bytes.length - at);
            decoder.feed(bytes, at, length);
            at += length;
            drain(decoder, accumulator, outcome);
        }
        accumulator.partialMessage().map(Message::toJson).ifPresent(outcome::add);
        outcome.add("malformed arguments: " + accumulator.malformedInputs());
        if (accumulator.isComplete()) {
            outcome.add(accumulator.message().toJson());
        }
        return outcome;
    }

    private static void drain(StreamDecoder decoder, MessageAccumulator accumulator, List<String> outcome) {
        while (true) {
            StreamEvent event;
            try {
                event = decoder.next();
            } catch (MalformedJsonException e) {
                outcome.add(String.valueOf(e.getMessage()));
                continue;
            }
            if (event == null) {
                return;
            }
            outcome.add(event.toJson());
            // what was read without a parser is what the parser reads
            assertThat(ApiJson.decode(event.toJson(), StreamEvent::readFrom)).isEqualTo(event);
            try {
                accumulator.accept(event);
            } catch (MalformedResponseException e) {
                outcome.add(String.valueOf(e.getMessage()));
            }
        }
    }
}
