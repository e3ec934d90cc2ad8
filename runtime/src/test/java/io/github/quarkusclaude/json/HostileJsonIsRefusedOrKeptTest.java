package io.github.quarkusclaude.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.quarkusclaude.batch.BatchResult;
import io.github.quarkusclaude.catalog.ModelInfo;
import io.github.quarkusclaude.file.FileMetadata;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageRequest;

/** What no server sends that means well; all of it was found by the fuzz tests or while they were written. */
class HostileJsonIsRefusedOrKeptTest {

    static Stream<Charset> otherEncodings() {
        return Stream.of(StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE, Charset.forName("UTF-32BE"),
                Charset.forName("UTF-32LE"));
    }

    @ParameterizedTest
    @MethodSource("otherEncodings")
    void otherEncodingsAreRefused(Charset encoding) {
        byte[] json = "{\"id\":\"x\",\"new\":{\"a\":1}}".getBytes(encoding);

        assertThatThrownBy(() -> ApiJson.decode(json, Message::readFrom)).isInstanceOf(MalformedJsonException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "\0{\0}", "{\0}", "7\0", "\0" })
    void zerosAreNotTakenForAnotherEncoding(String json) {
        assertThatThrownBy(() -> RawJson.of(json)).isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void aByteOrderMarkIsPassedOver() {
        assertThat(Message.fromJson("\uFEFF{\"id\":\"x\",\"new\":{\"a\":1}}").additionalFields())
                .containsEntry("new", RawJson.of("{\"a\":1}"));
        assertThat(RawJson.of("\uFEFF[1]")).hasToString("[1]");
    }

    @Test
    void aNumberBeyondAllNumbersIsKept() {
        MessageRequest request = MessageRequest.fromJson("{\"messages\":[],\"temperature\":1e999}");

        assertThat(request.temperature()).isNull();
        assertThat(request.toJson()).isEqualTo("{\"messages\":[],\"temperature\":1e999}");
    }

    @ParameterizedTest
    @ValueSource(strings = { "\\ud800", "\\udc00", "a\\ud83d", "\\ude00\\ud83d", "\\ud83d\\ud83d\\ude00b" })
    void halvesOfCharactersAreKept(String half) {
        Message message = Message.fromJson("{\"id\":\"" + half + "\"}");

        assertThat(Message.fromJson(message.toJson())).isEqualTo(message);
        assertThat(ApiJson.decode(message.toJson().getBytes(StandardCharsets.UTF_8), Message::readFrom)).isEqualTo(message);
        assertThat(RawJson.of(RawJson.from(message.id()).toString())).isEqualTo(RawJson.of("\"" + half + "\""));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"type\":\"tool_result\",\"content\":[|]}", "{\"content\":[|],\"type\":\"tool_result\"}",
            "{\"x\":[|]}" })
    void whatIsNestedTooDeepIsRefusedBeforeTheStackIsFull(String level) {
        int half = level.indexOf('|');
        String json = "{\"content\":[" + level.substring(0, half).repeat(600) + level.substring(half + 1).repeat(600) + "]}";

        assertThatThrownBy(() -> Message.fromJson(json)).isInstanceOf(MalformedJsonException.class)
                .hasMessageContaining("nested deeper than 256");
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"type\":\"tool_result\",\"content\":[|]}", "{\"content\":[|],\"type\":\"tool_result\"}" })
    void whatIsNestedAsDeepAsAllowedIsUnderstood(String level) {
        int half = level.indexOf('|');
        String json = "{\"content\":[" + level.substring(0, half).repeat(127) + level.substring(half + 1).repeat(127) + "]}";
        Message message = Message.fromJson(json);

        assertThat(Message.fromJson(message.toJson())).isEqualTo(message).hasSameHashCodeAs(message);
    }

    @Test
    void anIdThatIsNoTextIsKept() {
        assertThat(BatchResult.fromJson("{\"custom_id\":[1]}").toJson()).isEqualTo("{\"custom_id\":[1]}");
        assertThat(ApiJson.decode("{\"id\":[1]}", FileMetadata::readFrom).toJson()).contains("\"id\":[1]");
        assertThat(ApiJson.decode("{\"id\":[1]}", ModelInfo::readFrom).toJson()).contains("\"id\":[1]");
    }

    @Test
    void ofFieldsOfOneNameTheLastCounts() {
        Message known = Message.fromJson("{\"id\":null,\"id\":\"a\"}");
        Message unknown = Message.fromJson("{\"id\":\"a\",\"id\":7}");

        assertThat(known.id()).isEqualTo("a");
        assertThat(known.additionalFields()).isEmpty();
        assertThat(unknown.id()).isNull();
        assertThat(unknown.additionalFields()).containsExactly(Map.entry("id", RawJson.of("7")));
    }
}
