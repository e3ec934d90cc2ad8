package io.github.quarkusclaude.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

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
