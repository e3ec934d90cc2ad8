package io.github.quarkusclaude.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import com.fasterxml.jackson.databind.json.JsonMapper;

import io.github.quarkusclaude.json.MalformedJsonException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * The short cut takes an event only if the ordinary parser would read the same.
 */
class DeltaScannerAgreesWithJacksonTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final DeltaScanner scanner = new DeltaScanner();

    @Property
    void onAnyText(@ForAll String text, @ForAll @IntRange(max = 999_999) int index) throws Exception {
        String json = "{\"type\":\"content_block_delta\",\"index\":" + index + ",\"delta\":{\"type\":\"text_delta\",\"text\":"
                + MAPPER.writeValueAsString(text) + "}}";

        ContentBlockDelta scanned = scan(json);

        boolean hasSurrogates = text.chars().anyMatch(c -> Character.isSurrogate((char) c));
        if (!hasSurrogates) {
            assertThat(scanned).isEqualTo(new ContentBlockDelta(index, new Delta.TextDelta(text, Map.of()), Map.of()));
        } else if (scanned != null) {
            assertThat(scanned).isEqualTo(StreamEvent.fromJson(json));
        }
    }

    @Property(tries = 20_000)
    void onAnyTextThatResemblesAnEvent(@ForAll("almostEvents") String json) {
        ContentBlockDelta scanned = scan(json);
        if (scanned != null) {
            assertThat(scanned).isEqualTo(parse(json));
        }
    }

    /** Pieces of events, mostly in a sensible order. */
    @Provide
    Arbitrary<String> almostEvents() {
        String event = "{\"type\":\"content_block_delta\",\"index\":1,\"delta\":{\"type\":\"text_delta\",\"text\":\"a\\u0062\\n\"}}";
        Arbitrary<Integer> place = Arbitraries.integers().between(0, event.length() - 1);
        Arbitrary<String> insert = Arbitraries.of("", "\"", "\\", "{", "}", ",", ":", " ", "\\u00", "\\ud83d", "0", "-", "é",
                "null", "\t", "\u0001", "\"x\":1,", "\"index\":2,");
        Arbitrary<Integer> removed = Arbitraries.integers().between(0, 3);
        return place.flatMap(at -> insert.flatMap(text -> removed.map(
                count -> event.substring(0, at) + text + event.substring(Math.min(event.length(), at + count)))));
    }

    private ContentBlockDelta scan(String json) {
        byte[] bytes = json.getBytes(UTF_8);
        return scanner.scan(bytes, 0, bytes.length);
    }

    private static Object parse(String json) {
        try {
            return StreamEvent.fromJson(json);
        } catch (MalformedJsonException e) {
            return "malformed: the scanner must not take " + json;
        }
    }
}
