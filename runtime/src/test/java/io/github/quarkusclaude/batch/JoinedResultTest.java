package io.github.quarkusclaude.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.quarkusclaude.batch.JoinedResult.Extra;
import io.github.quarkusclaude.batch.JoinedResult.Matched;
import io.github.quarkusclaude.batch.JoinedResult.Missing;
import io.github.quarkusclaude.message.MessageRequest;
import io.smallrye.mutiny.Multi;

class JoinedResultTest {

    @Test
    void resultsFindTheirRequestsAndWhatIsLeftIsTold() {
        BatchRequest a = request("a");
        BatchRequest b = request("b");
        BatchRequest c = request("c");

        List<JoinedResult> joined = JoinedResult.join(
                Multi.createFrom().items(result("c"), result("x"), result("a"), result("a")), List.of(a, b, c))
                .collect().asList().await().atMost(Duration.ofSeconds(30));

        assertThat(joined).containsExactly(new Matched(c, result("c")), new Extra(result("x")), new Matched(a, result("a")),
                new Extra(result("a")), new Missing(b));
        assertThat(joined).extracting(JoinedResult::customId).containsExactly("c", "x", "a", "a", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "a b", "ä", "a.b", "12345678901234567890123456789012345678901234567890123456789012345" })
    void idsTheApiDoesNotTakeAreRefused(String id) {
        assertThatThrownBy(() -> request(id)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("custom_id");
    }

    @Test
    void aRequestIsReadFromJson() {
        BatchRequest request = BatchRequest.fromJson(
                "{\"custom_id\":\"Q_1-b\",\"params\":{\"max_tokens\":5,\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}}");

        assertThat(request.customId()).isEqualTo("Q_1-b");
        assertThat(request.params().maxTokens()).isEqualTo(5);
        assertThat(BatchRequest.fromJson(request.toJson())).isEqualTo(request);
        assertThatThrownBy(() -> BatchRequest.fromJson("{\"custom_id\":\"a\"}")).hasMessageContaining("params");
        assertThatThrownBy(() -> BatchRequest.fromJson("{\"params\":{}}")).hasMessageContaining("custom_id");
    }

    private static BatchRequest request(String id) {
        return new BatchRequest(id, MessageRequest.of("Question " + id));
    }

    private static BatchResult result(String id) {
        return new BatchResult(id, new BatchOutcome.Expired(Map.of()), Map.of());
    }
}
