package io.github.quarkusclaude.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.quarkusclaude.json.MalformedJsonException;
import io.github.quarkusclaude.json.RawJson;
import io.vertx.core.buffer.Buffer;

class StreamDecoderTest {

    private static final String HELLO = "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"Hello\"}}";

    @Test
    void anEventIsGivenAsSoonAsItsLastByteIsThere() {
        StreamDecoder decoder = new StreamDecoder();
        byte[] bytes = ("event: content_block_delta\ndata: " + HELLO + "\n\n").getBytes(UTF_8);

        decoder.feed(bytes, 0, bytes.length - 1);
        assertThat(decoder.next()).isNull();

        decoder.feed(bytes, bytes.length - 1, 1);
        assertThat(decoder.next()).isEqualTo(text("Hello"));
        assertThat(decoder.next()).isNull();
    }

    @Test
    void commentsIdsAndRetriesArePassedOver() {
        assertThat(decode(": keep-alive\n\nid: 7\nretry: 100\n: x\nevent: ping\nignored\ndata: {\"type\":\"ping\"}\n\n"))
                .containsExactly(new Ping(Map.of()));
    }

    @Test
    void aByteOrderMarkAndMissingBlanksDoNotMatter() {
        assertThat(decode("\uFEFFevent:ping\ndata:{\"type\":\"ping\"}\n\n")).containsExactly(new Ping(Map.of()));
    }

    @ParameterizedTest
    @CsvSource({ "LF", "CRLF", "CR" })
    void dataMayHaveSeveralLines(String lineEnd) {
        String end = Map.of("LF", "\n", "CRLF", "\r\n", "CR", "\r").get(lineEnd);
        String event = "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\ndata: \"index\":0,\"delta\":\ndata:{\"type\":\"text_delta\",\"text\":\"Hello\"}}\n\n";

        assertThat(decode(event.replace("\n", end))).containsExactly(text("Hello"));
    }

    @Test
    void eventsWithoutNameOrDataAreDropped() {
        assertThat(decode("data: " + HELLO + "\n\nevent:\ndata: " + HELLO + "\n\nevent: ping\n\n")).isEmpty();
    }

    @Test
    void aFrameThatIsNotTheApisIsDroppedUnlessItIsAnObject() {
        assertThat(decode("event: data\ndata: [DONE]\n\nevent: note\ndata: {\"type\":\"note\",\"n\":1}\n\n"))
                .containsExactly(new UnknownEvent("note", Map.of("n", RawJson.of("1"))));
    }

    @Test
    void malformedDataOfTheApiIsAnErrorAndDecodingCanGoOn() {
        StreamDecoder decoder = new StreamDecoder();
        decoder.feed(
                Buffer.buffer("event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":\n\n"
                        + "event: ping\ndata: {\"type\":\"ping\"}\n\n"));

        assertThatThrownBy(decoder::next).isInstanceOf(MalformedJsonException.class).hasMessageNotContaining("content_block");
        assertThat(decoder.next()).isEqualTo(new Ping(Map.of()));
    }

    @Test
    void fieldsThatAreNotKnownAreKept() {
        String json = "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"Hello\",\"logprob\":-0.25},\"p\":\"xyz\"}";

        StreamEvent event = decode("event: content_block_delta\ndata: " + json + "\n\n").get(0);

        assertThat(RawJson.of(event.toJson())).isEqualTo(RawJson.of(json));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {
            "text_delta, text", "input_json_delta, partial_json", "thinking_delta, thinking", "signature_delta, signature" })
    void theFieldsOfADeltaMayComeInAnyOrder(String type, String field) {
        String value = "a \\\"b\\\" \\\\ \\/ \\b\\f\\n\\r\\t \\u0041\\u00e9\\u20AC é € 😀 \\ud83d\\ude00";
        String typeFirst = "{\"type\":\"content_block_delta\",\"index\":12,\"delta\":{\"type\":\"%s\",\"%s\":\"%s\"}}"
                .formatted(type, field, value);
        String typeLast = "{ \"delta\" : { \"%2$s\" : \"%3$s\" , \"type\" : \"%1$s\" } , \"index\" : 12 , \"type\" : \"content_block_delta\" }"
                .formatted(type, field, value);

        List<StreamEvent> events = decode("event: content_block_delta\ndata: " + typeFirst + "\n\n"
                + "event: content_block_delta\ndata: " + typeLast + "\n\n");

        assertThat(events).hasSize(2).allSatisfy(event -> assertThat(event).isEqualTo(StreamEvent.fromJson(typeFirst)));
        assertThat(RawJson.of(events.get(0).toJson())).isEqualTo(RawJson.of(typeFirst));
    }

    @Test
    void anEventOfTwentyMegabytesArrivesWhole() {
        String text = "0123456789abcdef".repeat(20 * 1024 * 1024 / 16);
        byte[] bytes = ("event: content_block_delta\ndata: " + HELLO.replace("Hello", text) + "\n\n").getBytes(UTF_8);
        StreamDecoder decoder = new StreamDecoder();
        List<StreamEvent> events = new ArrayList<>();

        for (int begin = 0; begin < bytes.length; begin += 8192) {
            decoder.feed(bytes, begin, Math.min(8192, bytes.length - begin));
            for (StreamEvent event = decoder.next(); event != null; event = decoder.next()) {
                events.add(event);
            }
        }

        assertThat(events).containsExactly(text(text));
    }

    private static ContentBlockDelta text(String text) {
        return new ContentBlockDelta(0, new Delta.TextDelta(text, Map.of()), Map.of());
    }

    private static List<StreamEvent> decode(String stream) {
        return RecordedStreamsAccumulateTest.decode(stream.getBytes(UTF_8), List.of());
    }
}
