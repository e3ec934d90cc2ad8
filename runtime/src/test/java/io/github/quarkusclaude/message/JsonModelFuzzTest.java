package io.github.quarkusclaude.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.provider.MethodSource;

import com.code_intelligence.jazzer.junit.FuzzTest;

import io.github.quarkusclaude.batch.BatchResult;
import io.github.quarkusclaude.catalog.ModelInfo;
import io.github.quarkusclaude.file.FileMetadata;
import io.github.quarkusclaude.json.ApiJson;
import io.github.quarkusclaude.json.ApiObject;
import io.github.quarkusclaude.json.JsonReader;
import io.github.quarkusclaude.json.MalformedJsonException;
import io.github.quarkusclaude.json.RawJson;

/** Whatever bytes come: they are refused as malformed, or become a value whose JSON is that value again. */
class JsonModelFuzzTest {

    private static final List<ApiJson.Decoder<? extends ApiObject>> DECODERS = List.of(Message::readFrom,
            MessageRequest::readFrom, InputMessage::readFrom, ContentBlock::readFrom,
            BatchResult::readFrom, FileMetadata::readFrom, ModelInfo::readFrom);

    static Stream<byte[]> samples() {
        return Stream.concat(Samples.BLOCKS.stream(), Stream.of(Samples.REQUEST, Samples.ANSWER))
                .map(json -> json.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("samples")
    @FuzzTest(maxDuration = "10m")
    void anyBytesAreAValueOrMalformed(byte[] json) {
        for (ApiJson.Decoder<? extends ApiObject> decoder : DECODERS) {
            check(json, decoder);
        }
        checkRaw(json);
    }

    private static void check(byte[] json, ApiJson.Decoder<? extends ApiObject> decoder) {
        ApiObject value;
        try {
            value = ApiJson.decode(json, decoder);
        } catch (MalformedJsonException e) {
            return;
        }
        String text = value.toJson();
        ApiObject again = ApiJson.decode(text, decoder);
        assertThat(again).as(text).isEqualTo(value).hasSameHashCodeAs(value);
        assertThat(again.toJson()).isEqualTo(text);
        ApiObject ofBytes = ApiJson.decode(ApiJson.bytes(value), decoder);
        assertThat(ofBytes).as(text).isEqualTo(value);
    }

    private static void checkRaw(byte[] json) {
        RawJson value;
        try {
            value = ApiJson.decode(json, JsonReader::raw);
        } catch (MalformedJsonException e) {
            return;
        }
        RawJson again = RawJson.of(value.toString());
        assertThat(again.toString()).isEqualTo(value.toString());
        assertThat(again).isEqualTo(value).hasSameHashCodeAs(value);
    }
}
