package io.github.quarkusclaude.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.stream.MessageAccumulator;
import io.github.quarkusclaude.stream.StreamDecoder;
import io.github.quarkusclaude.stream.StreamEvent;

/**
 * Decoding a stream and making the message of it, per stream of {@link #events} text deltas that arrives in network
 * buffers of {@link #CHUNK} bytes. Divide by {@code events} for the cost of one delta. Run with {@code -prof gc} for
 * allocation.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Thread)
public class StreamDecoderBenchmark {

    /** What a TLS record of a busy stream holds, roughly. */
    private static final int CHUNK = 1400;

    private static final String[] WORDS = { "Quantum", " comput", "ers use", " qubits, which", " can be in", " a superposition",
            " of states.", "\\n\\nThat is", " why \\\"parallel\\\"", " is not the", " right word —", " but", " it is close",
            " enough" };

    @Param({ "100", "1000", "50000" })
    public int events;

    private byte[] stream;
    private final JsonFactory jackson = new JsonFactory();

    @Setup
    public void makeStream() {
        StringBuilder text = new StringBuilder();
        event(text, "message_start", "\"message\":{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\","
                + "\"model\":\"claude-sonnet-5-5\",\"content\":[],\"stop_reason\":null,\"stop_sequence\":null,"
                + "\"usage\":{\"input_tokens\":12,\"output_tokens\":1}}");
        event(text, "content_block_start", "\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}");
        for (int i = 0; i < events; i++) {
            event(text, "content_block_delta",
                    "\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"" + WORDS[i % WORDS.length] + "\"}");
        }
        event(text, "content_block_stop", "\"index\":0");
        event(text, "message_delta",
                "\"delta\":{\"stop_reason\":\"end_turn\",\"stop_sequence\":null},\"usage\":{\"output_tokens\":" + events + "}");
        event(text, "message_stop", "\"x\":0");
        stream = text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void event(StringBuilder text, String type, String fields) {
        text.append("event: ").append(type).append("\ndata: {\"type\":\"").append(type).append("\",").append(fields)
                .append("}\n\n");
    }

    @Benchmark
    public Message decodeAndAccumulate() {
        StreamDecoder decoder = new StreamDecoder();
        MessageAccumulator accumulator = new MessageAccumulator();
        for (int begin = 0; begin < stream.length; begin += CHUNK) {
            decoder.feed(stream, begin, Math.min(CHUNK, stream.length - begin));
            for (StreamEvent event = decoder.next(); event != null; event = decoder.next()) {
                accumulator.accept(event);
            }
        }
        return accumulator.message();
    }

    /** The floor to compare with: lines are cut by hand, a Jackson parser reads each, nothing is made but the text. */
    @Benchmark
    public int bareJackson() throws IOException {
        StringBuilder text = new StringBuilder();
        int lineBegin = 0;
        for (int i = 0; i < stream.length; i++) {
            if (stream[i] == '\n') {
                if (stream[lineBegin] == 'd') {
                    readText(lineBegin + 6, i, text);
                }
                lineBegin = i + 1;
            }
        }
        return text.length();
    }

    private void readText(int begin, int end, StringBuilder text) throws IOException {
        try (JsonParser parser = jackson.createParser(stream, begin, end - begin)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && parser.currentName().equals("text")
                        && parser.nextToken() == JsonToken.VALUE_STRING) {
                    text.append(parser.getText());
                }
            }
        }
    }
}
