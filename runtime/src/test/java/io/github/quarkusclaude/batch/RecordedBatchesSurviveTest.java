package io.github.quarkusclaude.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.quarkusclaude.file.FileMetadata;
import io.github.quarkusclaude.json.ApiJson;
import io.github.quarkusclaude.recorded.RecordedTraffic;

/** Batches, results and files are the same after decoding and encoding, whatever is in them. */
class RecordedBatchesSurviveTest {

    @TestFactory
    Stream<DynamicTest> everyRecordedBatch() {
        return objects("batches", "message_batch").map(json -> named(json, () -> {
            MessageBatch batch = ApiJson.decode(json.toString(), MessageBatch::readFrom);
            RecordedTraffic.assertSameMeaning(batch.toJson(), json, batch.id());
            assertThat(batch.status()).isEqualTo(BatchStatus.IN_PROGRESS);
            assertThat(batch.counts().total()).isPositive();
            assertThat(batch.hasEnded()).isFalse();
        }));
    }

    @TestFactory
    Stream<DynamicTest> everyRecordedResult() {
        return RecordedTraffic.files("batches", ".jsonl").stream().flatMap(file -> RecordedTraffic.text(file).lines())
                .map(line -> DynamicTest.dynamicTest(line.substring(0, 40), () -> {
                    BatchResult result = BatchResult.fromJson(line);
                    RecordedTraffic.assertSameMeaning(result.toJson(), RecordedTraffic.tree(line), result.customId());
                    assertThat(result.message().orElseThrow().text()).startsWith("Hello");
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyRecordedFile() {
        return objects("files", "file").map(json -> named(json, () -> {
            FileMetadata file = ApiJson.decode(json.toString(), FileMetadata::readFrom);
            RecordedTraffic.assertSameMeaning(file.toJson(), json, file.id());
            assertThat(file.mimeType()).isEqualTo("application/pdf");
            assertThat(file.downloadable()).isFalse();
        }));
    }

    @Test
    void everyOutcomeIsTyped() {
        BatchResult errored = survives("""
                {"custom_id":"a","result":{"type":"errored","error":{"type":"error","error":{"type":"invalid_request_error",
                 "message":"max_tokens: Field required","details":{"error_code":"missing_field"}},"request_id":"req_1"}}}""");
        BatchError error = ((BatchOutcome.Errored) errored.outcome()).error();
        assertThat(error.type()).isEqualTo("invalid_request_error");
        assertThat(error.code()).isEqualTo("missing_field");
        assertThat(error.message()).isEqualTo("max_tokens: Field required");
        assertThat(error.requestId()).isEqualTo("req_1");
        assertThat(errored.message()).isEmpty();

        assertThat(survives("{\"custom_id\":\"b\",\"result\":{\"type\":\"canceled\",\"by\":\"us\"}}").outcome())
                .isInstanceOf(BatchOutcome.Canceled.class);
        assertThat(survives("{\"custom_id\":\"c\",\"result\":{\"type\":\"expired\"},\"later\":[1]}").outcome())
                .isInstanceOf(BatchOutcome.Expired.class);
    }

    @Test
    void whatIsNotKnownIsKept() {
        BatchResult result = survives(
                "{\"custom_id\":\"d\",\"result\":{\"type\":\"postponed\",\"until\":\"tomorrow\",\"error\":{\"type\":\"x\"}}}");
        assertThat(result.outcome()).isInstanceOf(BatchOutcome.Unknown.class);
        assertThat(result.outcome().type()).isEqualTo("postponed");
        survives("{\"custom_id\":\"e\",\"result\":{\"type\":\"succeeded\",\"message\":null}}");
        survives("{\"custom_id\":\"f\",\"result\":null}");
        MessageBatch batch = ApiJson.decode("{\"id\":\"b\",\"processing_status\":\"resting\",\"new\":1}",
                MessageBatch::readFrom);
        assertThat(batch.status()).isEqualTo(new BatchStatus("resting"));
        assertThat(batch.toJson()).contains("\"new\":1");
    }

    private static BatchResult survives(String json) {
        BatchResult result = BatchResult.fromJson(json);
        JsonNode again = RecordedTraffic.tree(result.toJson());
        for (var field : RecordedTraffic.tree(json).properties()) {
            if (!field.getValue().isNull()) {
                assertThat(again.get(field.getKey())).as(field.getKey()).isNotNull();
            }
        }
        assertThat(BatchResult.fromJson(result.toJson())).isEqualTo(result);
        return result;
    }

    /** The objects of a type in the files of a folder, be they alone or in a list. */
    private static Stream<JsonNode> objects(String folder, String type) {
        List<Path> files = RecordedTraffic.files(folder, ".json");
        return files.stream().map(RecordedTraffic::text).map(RecordedTraffic::tree)
                .flatMap(json -> json.path("data").isArray() ? json.path("data").valueStream() : Stream.of(json))
                .filter(json -> json.path("type").asText().equals(type));
    }

    private static DynamicTest named(JsonNode json, Runnable test) {
        return DynamicTest.dynamicTest(json.path("id").asText(), test::run);
    }
}
