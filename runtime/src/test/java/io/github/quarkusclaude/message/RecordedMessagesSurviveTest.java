package io.github.quarkusclaude.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.quarkusclaude.recorded.RecordedTraffic;

class RecordedMessagesSurviveTest {

    @TestFactory
    Collection<DynamicTest> everyRecordedMessageIsTheSameAfterDecodingAndEncoding() {
        return RecordedTraffic.files("messages", ".json").stream().map(this::message).toList();
    }

    @TestFactory
    Stream<DynamicTest> everyRecordedRequestIsTheSameAfterDecodingAndEncoding() {
        return RecordedTraffic.files("requests", ".json").stream().map(file -> named(file, () -> {
            String json = RecordedTraffic.text(file);
            String again = MessageRequest.fromJson(json).toJson();
            RecordedTraffic.assertSameMeaning(again, RecordedTraffic.tree(json), file.toString());
        }));
    }

    @TestFactory
    Stream<DynamicTest> everyRecordedBatchResultIsTheSameAfterDecodingAndEncoding() {
        return RecordedTraffic.files("batches", ".jsonl").stream().map(file -> named(file, () -> {
            for (String line : RecordedTraffic.text(file).lines().filter(l -> !l.isBlank()).toList()) {
                JsonNode message = RecordedTraffic.tree(line).path("result").path("message");
                assertThat(message.isObject()).isTrue();
                RecordedTraffic.assertSameMeaning(Message.fromJson(message.toString()).toJson(), message, line);
            }
        }));
    }

    private DynamicTest message(Path file) {
        return named(file, () -> {
            String json = RecordedTraffic.text(file);
            Message message = Message.fromJson(json);
            RecordedTraffic.assertSameMeaning(message.toJson(), RecordedTraffic.tree(json), file.toString());
            assertThat(message.content()).isNotNull();
            assertThat(Message.fromJson(message.toJson())).isEqualTo(message);
        });
    }

    private static DynamicTest named(Path file, Runnable test) {
        return DynamicTest.dynamicTest(file.getFileName().toString(), test::run);
    }
}
