package io.github.quarkusclaude.simulator;

import static io.github.quarkusclaude.simulator.Api.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

class BatchesRunTheirCourseTest {

    private static final String BATCHES = "/v1/messages/batches";

    private final VirtualClock clock = new VirtualClock();
    private ClaudeSimulator simulator = ClaudeSimulator.builder().clock(clock).batchDuration(Duration.ofSeconds(10)).start();
    private Api api = new Api(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void aBatchIsInProgressUntilItsTimeHasPassed() throws IOException {
        JsonNode created = create(batch(ask("Hello"), ask("Say exactly: two")));
        assertThat(created.path("id").asText()).startsWith("msgbatch_");
        assertThat(created.path("type").asText()).isEqualTo("message_batch");
        assertThat(created.path("created_at").asText()).isEqualTo("2026-11-22T12:00:00Z");
        assertThat(created.path("expires_at").asText()).isEqualTo("2026-11-23T12:00:00Z");

        clock.advance(Duration.ofMillis(9_999));
        JsonNode running = get(created);
        assertThat(running.path("processing_status").asText()).isEqualTo("in_progress");
        assertThat(running.path("request_counts").toString())
                .isEqualTo("{\"processing\":2,\"succeeded\":0,\"errored\":0,\"canceled\":0,\"expired\":0}");
        assertThat(running.path("results_url").isNull()).isTrue();
        api.error(api.get(BATCHES + "/" + id(created) + "/results"), 404);

        clock.advance(Duration.ofMillis(1));
        JsonNode ended = get(created);
        assertThat(ended.path("processing_status").asText()).isEqualTo("ended");
        assertThat(ended.path("ended_at").asText()).isEqualTo("2026-11-22T12:00:10Z");
        assertThat(ended.at("/request_counts/succeeded").asInt()).isEqualTo(2);
        assertThat(ended.at("/request_counts/processing").asInt()).isZero();
        assertThat(ended.path("results_url").asText())
                .isEqualTo(simulator.baseUrl() + BATCHES + "/" + id(created) + "/results");
    }

    @Test
    void resultsAreWhatSingleRequestsWouldGet() throws IOException {
        ObjectNode good = ask("Say exactly: good");
        ObjectNode wrong = ask("Hello").put("max_tokens", -1);
        JsonNode batch = create(batch(good, wrong, ask("claude-7", "Hello")));
        clock.advance(Duration.ofSeconds(10));

        List<JsonNode> lines = results(get(batch));

        assertThat(lines).extracting(line -> line.path("custom_id").asText()).containsExactly("r0", "r1", "r2");
        ObjectNode message = (ObjectNode) lines.get(0).at("/result/message");
        assertThat(lines.get(0).at("/result/type").asText()).isEqualTo("succeeded");
        assertThat(message.at("/usage/service_tier").asText()).isEqualTo("batch");
        assertThat(message.path("content")).isEqualTo(api.answer(good).path("content"));
        assertThat(lines.get(1).at("/result/type").asText()).isEqualTo("errored");
        assertThat(lines.get(1).at("/result/error/type").asText()).isEqualTo("error");
        assertThat(lines.get(1).at("/result/error/error/type").asText()).isEqualTo("invalid_request_error");
        assertThat(lines.get(2).at("/result/error/error/type").asText()).isEqualTo("not_found_error");
        assertThat(get(batch).path("request_counts").toString())
                .isEqualTo("{\"processing\":0,\"succeeded\":1,\"errored\":2,\"canceled\":0,\"expired\":0}");
    }

    @Test
    void cancelingLeavesWhatIsDone() throws IOException {
        JsonNode batch = create(batch(ask("a"), ask("b"), ask("c"), ask("d")));
        clock.advance(Duration.ofSeconds(5));

        JsonNode canceling = read(api.send("POST", BATCHES + "/" + id(batch) + "/cancel", null));
        assertThat(canceling.path("processing_status").asText()).isEqualTo("canceling");
        assertThat(canceling.path("cancel_initiated_at").asText()).isEqualTo("2026-11-22T12:00:05Z");
        assertThat(canceling.at("/request_counts/processing").asInt()).isEqualTo(4);

        clock.advance(Duration.ofSeconds(1));
        JsonNode ended = get(batch);
        assertThat(ended.path("processing_status").asText()).isEqualTo("ended");
        assertThat(ended.at("/request_counts/succeeded").asInt()).isEqualTo(2);
        assertThat(ended.at("/request_counts/canceled").asInt()).isEqualTo(2);
        assertThat(results(ended)).extracting(line -> line.at("/result/type").asText())
                .containsExactly("succeeded", "succeeded", "canceled", "canceled");
        api.error(api.send("POST", BATCHES + "/" + id(batch) + "/cancel", null), 400);
    }

    @Test
    void whatIsNotDoneInADayExpires() throws IOException {
        simulator.close();
        simulator = ClaudeSimulator.builder().clock(clock).batchDuration(Duration.ofHours(48)).start();
        api = new Api(simulator);
        JsonNode batch = create(batch(ask("a"), ask("b")));
        clock.advance(Duration.ofHours(24));

        assertThat(results(get(batch))).extracting(line -> line.at("/result/type").asText())
                .containsExactly("succeeded", "expired");
        assertThat(get(batch).at("/request_counts/expired").asInt()).isEqualTo(1);
    }

    @Test
    void aTestCanEndOrExpireABatch() throws IOException {
        JsonNode first = create(batch(ask("a")));
        JsonNode second = create(batch(ask("b")));
        assertThat(simulator.batches()).extracting(SimulatedBatch::id).containsExactly(id(second), id(first));
        assertThat(simulator.batches()).noneMatch(SimulatedBatch::hasEnded).allMatch(batch -> batch.size() == 1);

        simulator.batch(id(first)).orElseThrow().end();
        simulator.batch(id(second)).orElseThrow().expire();

        assertThat(get(first).at("/request_counts/succeeded").asInt()).isEqualTo(1);
        assertThat(get(second).at("/request_counts/expired").asInt()).isEqualTo(1);
        assertThat(simulator.batch("msgbatch_unknown")).isEmpty();
    }

    @Test
    void resultsAreKeptFor29Days() throws IOException {
        JsonNode batch = create(batch(ask("a")));
        clock.advance(Duration.ofDays(29));

        assertThat(get(batch).path("archived_at").asText()).isEqualTo("2026-12-21T12:00:00Z");
        assertThat(get(batch).path("results_url").isNull()).isTrue();
        api.error(api.get(BATCHES + "/" + id(batch) + "/results"), 404);
    }

    @Test
    void onlyBatchesThatHaveEndedCanBeDeleted() throws IOException {
        JsonNode batch = create(batch(ask("a")));
        api.error(api.send("DELETE", BATCHES + "/" + id(batch), null), 400);
        clock.advance(Duration.ofSeconds(10));

        JsonNode deleted = read(api.send("DELETE", BATCHES + "/" + id(batch), null));

        assertThat(deleted.toString()).isEqualTo("{\"id\":\"" + id(batch) + "\",\"type\":\"message_batch_deleted\"}");
        api.error(api.get(BATCHES + "/" + id(batch)), 404);
    }

    @Test
    void batchesAreListedTheNewestFirst() throws IOException {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(0, id(create(batch(ask("a")))));
        }

        JsonNode page = read(api.get(BATCHES + "?limit=2&after_id=" + ids.get(0)));

        assertThat(page.path("data")).extracting(BatchesRunTheirCourseTest::id).isEqualTo(ids.subList(1, 3));
        assertThat(page.path("has_more").asBoolean()).isTrue();
        assertThat(page.path("last_id").asText()).isEqualTo(ids.get(2));
        assertThat(read(api.get(BATCHES)).path("data")).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
            "{'requests':[]}                                                             | at least one",
            "{}                                                                          | at least one",
            "{'requests':{}}                                                             | requests: must be an array",
            "{'requests':[{'custom_id':'a b','params':{}}]}                              | requests.0.custom_id: must match",
            "{'requests':[{'custom_id':'a'}]}                                            | requests.0.params: field required",
            "{'requests':[{'custom_id':'a','params':{}},{'custom_id':'a','params':{}}]}  | requests.1.custom_id: must be unique",
            "{'requests':[{'custom_id':'a','params':{},'x':1}]}                          | requests.0.x: Extra inputs",
            "{'x':1}                                                                     | x: Extra inputs",
            "{'requests':[}                                                              | not valid JSON",
            "[]                                                                          | must be a JSON object",
    })
    void whatIsNoBatchIsRefused(String body, String message) throws IOException {
        HttpResponse<String> response = api.send("POST", BATCHES, body.replace('\'', '"'));

        assertThat(api.error(response, 400).path("message").asText()).contains(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
            "{'stream':true}    | stream",
            "{'max_tokens':0}   | max_tokens",
            "{'speed':'fast'}   | speed",
            "{'x':1}            | x",
    })
    void whatABatchCannotHoldIsAnErrorOfThatRequest(String change, String field) throws IOException {
        ObjectNode request = ask("claude-opus-5-5", "Hello");
        request.setAll(Api.json(change));
        JsonNode batch = create(batch(request));
        clock.advance(Duration.ofSeconds(10));

        assertThat(results(get(batch)).get(0).at("/result/error/error/message").asText()).startsWith(field + ": ");
    }

    @Test
    void someModelsMayWriteMoreInABatch() throws IOException {
        JsonNode usual = create(batch(ask("claude-opus-5-5", "Hello").put("max_tokens", 300_000)));
        api.header("anthropic-beta", "output-300k-2026-03-24");
        JsonNode large = create(batch(ask("claude-opus-5-5", "Hello").put("max_tokens", 300_000)));
        clock.advance(Duration.ofSeconds(10));

        assertThat(get(usual).at("/request_counts/errored").asInt()).isEqualTo(1);
        assertThat(get(large).at("/request_counts/succeeded").asInt()).isEqualTo(1);
    }

    @Test
    void theApiVersionOfTheBatchHoldsForItsRequests() throws IOException {
        ObjectNode request = ask("claude-haiku-4-5", "Hello").put("temperature", 1);
        JsonNode current = create(batch(request));
        api.header("anthropic-version", "2023-06-01");
        JsonNode old = create(batch(request));
        clock.advance(Duration.ofSeconds(10));

        assertThat(get(current).at("/request_counts/errored").asInt()).isEqualTo(1);
        assertThat(get(old).at("/request_counts/succeeded").asInt()).isEqualTo(1);
    }

    @Test
    void aTestCanHaveABatchWithAnyNumberOfResults() throws IOException {
        SimulatedBatch batch = simulator.addBatch(1_000);

        List<JsonNode> lines = results(read(api.get(BATCHES + "/" + batch.id())));

        assertThat(lines).hasSize(1_000);
        assertThat(lines.get(999).path("custom_id").asText()).isEqualTo("request-1000");
        assertThat(lines).allMatch(line -> line.at("/result/message/type").asText().equals("message"));
        assertThatIllegalArgumentException().isThrownBy(() -> simulator.addBatch(0));
        simulator.reset();
        assertThat(simulator.batches()).isEmpty();
    }

    @Test
    void faultsBreakResultsWithinTheirBody() throws IOException {
        SimulatedBatch batch = simulator.addBatch(10);
        simulator.fault(Fault.of(Fault.Kind.MALFORMED_JSON_AFTER, 100));

        assertThat(api.get(BATCHES + "/" + batch.id() + "/results").body()).hasSize(100);
    }

    private static ObjectNode batch(ObjectNode... requests) {
        ObjectNode body = Api.JSON.createObjectNode();
        ArrayNode array = body.putArray("requests");
        for (ObjectNode request : requests) {
            array.addObject().put("custom_id", "r" + (array.size() - 1)).set("params", request);
        }
        return body;
    }

    private JsonNode create(ObjectNode batch) throws IOException {
        return read(api.send("POST", BATCHES, batch.toString()));
    }

    private JsonNode get(JsonNode batch) throws IOException {
        return read(api.get(BATCHES + "/" + id(batch)));
    }

    private List<JsonNode> results(JsonNode batch) throws IOException {
        HttpResponse<String> response = api.get(URI.create(batch.path("results_url").asText()).getPath());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        List<JsonNode> lines = new ArrayList<>();
        for (String line : response.body().split("\n")) {
            lines.add(Api.JSON.readTree(line));
        }
        return lines;
    }

    private static String id(JsonNode item) {
        return item.path("id").asText();
    }

    private static JsonNode read(HttpResponse<String> response) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Api.JSON.readTree(response.body());
    }
}
