package io.github.quarkusclaude.simulator;

import static io.github.quarkusclaude.simulator.Api.ask;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

class AnswersAreDeterministicTest {

    @Test
    void theSameSeedAndRequestGetTheSameAnswerToTheLastByte() throws IOException {
        String first = body(7, "Explain tides");
        String second = body(7, "Explain tides");

        assertThat(first).isEqualTo(second);
    }

    @Test
    void anotherSeedGetsAnotherAnswerAndAnotherId() throws IOException {
        JsonNode first = Api.JSON.readTree(body(1, "Explain tides"));
        JsonNode second = Api.JSON.readTree(body(5, "Explain tides"));

        assertThat(first.path("id")).isNotEqualTo(second.path("id"));
        assertThat(first.path("content")).isNotEqualTo(second.path("content"));
    }

    @Test
    void theOrderOfFieldsInTheRequestDoesNotMatter() throws IOException {
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().start()) {
            Api api = new Api(simulator);
            ObjectNode body = ask("Explain tides");
            ObjectNode turned = Api.JSON.createObjectNode();
            turned.set("messages", body.get("messages"));
            turned.set("max_tokens", body.get("max_tokens"));
            turned.set("model", body.get("model"));

            assertThat(api.answer(turned)).isEqualTo(api.answer(body));
        }
    }

    @Test
    void requestsThatDifferAnywhereGetDifferentIds() throws IOException {
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().start()) {
            Api api = new Api(simulator);

            assertThat(api.answer(ask("Say exactly: hi").put("max_tokens", 10)).path("id"))
                    .isNotEqualTo(api.answer(ask("Say exactly: hi").put("max_tokens", 11)).path("id"));
        }
    }

    @Test
    void idsLookLikeThoseOfTheApi() throws IOException {
        assertThat(Api.JSON.readTree(body(42, "Hello")).path("id").asText()).matches("msg_01[1-9A-HJ-NP-Za-km-z]{22}");
    }

    @Test
    void everyRequestHasAnIdOfItsOwnThatRunsInTheSameSequenceForTheSameSeed() throws IOException {
        assertThat(requestIds(42)).doesNotHaveDuplicates().isEqualTo(requestIds(42)).isNotEqualTo(requestIds(43))
                .allSatisfy(id -> assertThat(id).matches("req_011C[1-9A-HJ-NP-Za-km-z]{20}"));
    }

    private static List<String> requestIds(long seed) throws IOException {
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().seed(seed).start()) {
            Api api = new Api(simulator);
            for (int i = 0; i < 5; i++) {
                api.answer(ask("Hello"));
            }
            return simulator.requests().stream().map(RecordedRequest::requestId).toList();
        }
    }

    private static String body(long seed, String prompt) throws IOException {
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().seed(seed).start()) {
            return new Api(simulator).messages(ask(prompt)).body();
        }
    }
}
