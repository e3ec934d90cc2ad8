package io.github.quarkusclaude.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.quarkusclaude.error.MalformedResponseException;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.recorded.RecordedTraffic;

/**
 * The oracle is what the official SDK makes of the same bytes.
 */
class RecordedStreamsAccumulateTest {

    /** Streams up to this size are cut at every byte, larger ones at as many places. */
    private static final int CUTS = 4_000;

    @TestFactory
    Collection<DynamicTest> everyRecordedStreamBecomesTheMessageOfTheOfficialSdk() {
        return each(this::accumulates);
    }

    @TestFactory
    Collection<DynamicTest> itDoesNotMatterWhereAStreamIsCut() {
        return each(this::survivesCuts);
    }

    @TestFactory
    Collection<DynamicTest> lineEndsAndSingleBytesDoNotMatter() {
        return each(this::survivesLineEnds);
    }

    @TestFactory
    Collection<DynamicTest> everyEventIsTheSameAfterDecodingAndEncoding() {
        return each(stream -> {
            for (String line : RecordedTraffic.text(stream).lines().filter(l -> l.startsWith("data: {")).toList()) {
                String json = line.substring("data: ".length());
                RecordedTraffic.assertSameMeaning(StreamEvent.fromJson(json).toJson(), RecordedTraffic.tree(json), json);
            }
        });
    }

    private void accumulates(Path stream) {
        byte[] bytes = RecordedTraffic.bytes(stream);
        JsonNode expected = RecordedTraffic.expected(stream);
        if (isSuccess(stream, expected)) {
            Message message = accumulate(decode(bytes, List.of()));
            if (expected.path("ok").booleanValue()) {
                RecordedTraffic.assertSameMeaning(message.toJson(), expected.path("message"), stream.toString());
            }
        } else {
            assertThatThrownBy(() -> accumulate(decode(bytes, List.of()))).isInstanceOf(MalformedResponseException.class);
        }
    }

    private void survivesCuts(Path stream) {
        byte[] bytes = RecordedTraffic.bytes(stream);
        List<StreamEvent> whole = decode(bytes, List.of());
        int step = Math.max(1, bytes.length / CUTS);
        for (int cut = 1; cut < bytes.length; cut += step) {
            assertThat(decode(bytes, List.of(cut))).as("cut at %d", cut).isEqualTo(whole);
        }
    }

    private void survivesLineEnds(Path stream) {
        String text = new String(RecordedTraffic.bytes(stream), java.nio.charset.StandardCharsets.UTF_8);
        List<StreamEvent> whole = decode(RecordedTraffic.bytes(stream), List.of());
        for (String lineEnd : List.of("\n", "\r\n", "\r")) {
            byte[] bytes = text.replace("\n", lineEnd).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            List<Integer> everywhere = new ArrayList<>();
            for (int cut = 1; cut < bytes.length; cut++) {
                everywhere.add(cut);
            }
            assertThat(decode(bytes, everywhere)).isEqualTo(whole);
        }
    }

    /** The official SDK fails at a gateway's {@code [DONE]} behind a complete message; the message is there all the same. */
    private static boolean isSuccess(Path stream, JsonNode expected) {
        return expected.path("ok").booleanValue() || stream.toString().contains("streaming-gateway-message-delta-metadata");
    }

    static List<StreamEvent> decode(byte[] bytes, List<Integer> cuts) {
        StreamDecoder decoder = new StreamDecoder();
        List<StreamEvent> events = new ArrayList<>();
        int begin = 0;
        for (int cut : cuts) {
            feed(decoder, bytes, begin, cut, events);
            begin = cut;
        }
        feed(decoder, bytes, begin, bytes.length, events);
        return events;
    }

    private static void feed(StreamDecoder decoder, byte[] bytes, int begin, int end, List<StreamEvent> events) {
        decoder.feed(bytes, begin, end - begin);
        for (StreamEvent event = decoder.next(); event != null; event = decoder.next()) {
            events.add(event);
        }
    }

    private static Message accumulate(List<StreamEvent> events) {
        MessageAccumulator accumulator = new MessageAccumulator();
        events.forEach(accumulator::accept);
        return accumulator.message();
    }

    private static Collection<DynamicTest> each(java.util.function.Consumer<Path> test) {
        return RecordedTraffic.files("streams", ".sse").stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> test.accept(file))).toList();
    }
}
