package io.github.quarkusclaude.simulator;

import static io.github.quarkusclaude.simulator.Api.ask;
import static io.github.quarkusclaude.simulator.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.ObjectNode;

class StreamedEventsFollowTheOrderOfTheApiTest {

    private static ClaudeSimulator simulator;
    private static Api api;

    @BeforeAll
    static void start() {
        simulator = ClaudeSimulator.builder().start();
        api = new Api(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void textArrivesInOneBlockWithAPingAfterItsStart() throws IOException {
        List<Event> events = api.stream(ask("Explain tides"));

        assertThat(phases(events)).containsExactly("message_start", "content_block_start", "ping", "text_delta",
                "content_block_stop", "message_delta", "message_stop");
        assertThat(events.get(1).data()).isEqualTo(
                json("{'type':'content_block_start','index':0,'content_block':{'type':'text','text':''}}"));
        assertThat(events).filteredOn(event -> event.delta().equals("text_delta")).hasSizeGreaterThan(5);
    }

    @Test
    void everyEventIsNamedAfterTheTypeInItsData() throws IOException {
        assertThat(api.stream(ask("Explain tides")))
                .allSatisfy(event -> assertThat(event.data().path("type").asText()).isEqualTo(event.name()));
    }

    @Test
    void theHeadIsThatOfAnEventStreamOfUnknownLength() throws IOException {
        HttpResponse<String> response = api.messages(ask("Hello").put("stream", true));

        assertThat(response.headers().firstValue("content-type")).contains("text/event-stream; charset=utf-8");
        assertThat(response.headers().firstValue("transfer-encoding")).contains("chunked");
        assertThat(response.headers().firstValue("content-length")).isEmpty();
        assertThat(response.headers().firstValue("request-id")).hasValueSatisfying(id -> assertThat(id).startsWith("req_"));
    }

    @Test
    void theFirstEventHasTheMessageWithoutWhatIsNotKnownYet() throws IOException {
        ObjectNode message = (ObjectNode) api.stream(ask("Hello")).get(0).data().path("message");

        assertThat(message.path("content")).isEmpty();
        assertThat(message.path("role").asText()).isEqualTo("assistant");
        assertThat(message.path("stop_reason").isNull()).isTrue();
        assertThat(message.path("stop_sequence").isNull()).isTrue();
        assertThat(message.path("stop_details").isNull()).isTrue();
        assertThat(message.at("/usage/input_tokens").asInt()).isPositive();
        assertThat(message.at("/usage/output_tokens").asInt()).isEqualTo(1);
        assertThat(message.at("/usage/service_tier").asText()).isEqualTo("standard");
    }

    @Test
    void theUsageAtTheEndCountsTheWholeMessage() throws IOException {
        List<Event> events = api.stream(ask("lorem 100 tokens"));

        Event ending = events.get(events.size() - 2);
        assertThat(ending.data().at("/usage/output_tokens").asInt()).isEqualTo(100);
        assertThat(ending.data().at("/usage/input_tokens")).isEqualTo(events.get(0).data().at("/message/usage/input_tokens"));
        assertThat(ending.data().at("/delta/stop_reason").asText()).isEqualTo("end_turn");
    }

    @Test
    void thinkingThatIsShownComesInPiecesAndIsSignedAtItsEnd() throws IOException {
        ObjectNode body = ask("Explain tides");
        body.putObject("thinking").put("type", "adaptive").put("display", "summarized");

        assertThat(phases(api.stream(body))).containsExactly("message_start",
                "content_block_start", "ping", "thinking_delta", "signature_delta", "content_block_stop",
                "content_block_start", "text_delta", "content_block_stop", "message_delta", "message_stop");
    }

    @Test
    void thinkingThatIsOmittedHasOnlyItsSignature() throws IOException {
        ObjectNode body = ask("Explain tides");
        body.putObject("thinking").put("type", "adaptive").put("display", "omitted");

        assertThat(phases(api.stream(body))).containsExactly("message_start",
                "content_block_start", "ping", "signature_delta", "content_block_stop",
                "content_block_start", "text_delta", "content_block_stop", "message_delta", "message_stop");
    }

    @Test
    void redactedThinkingIsCompleteFromItsStart() throws IOException {
        ObjectNode body = ask("ANTHROPIC_MAGIC_STRING_TRIGGER_REDACTED_THINKING_46C9A13E Hello");
        body.putObject("thinking").put("type", "adaptive");

        List<Event> events = api.stream(body);

        assertThat(phases(events)).containsSubsequence("content_block_start", "ping", "content_block_stop",
                "content_block_start", "text_delta");
        assertThat(events.get(1).data().at("/content_block/type").asText()).isEqualTo("redacted_thinking");
        assertThat(events.get(1).data().at("/content_block/data").asText()).isNotEmpty();
    }

    @Test
    void theInputOfAToolStartsEmptyAndIsCutAtOddPlaces() throws IOException {
        ObjectNode body = ask("What is the weather in Bern?");
        body.set("tools", json("{'a':[{'name':'get_weather','input_schema':{'type':'object','properties':"
                + "{'city':{'type':'string'},'unit':{'const':'celsius'}},'required':['city','unit']}}]}").get("a"));

        List<Event> events = api.stream(body);
        List<String> pieces = events.stream()
                .filter(event -> event.delta().equals("input_json_delta"))
                .map(event -> event.data().at("/delta/partial_json").asText())
                .toList();

        assertThat(pieces.get(0)).isEmpty();
        assertThat(pieces).hasSizeGreaterThan(3);
        assertThat(String.join("", pieces)).isEqualTo("{\"city\":\"Bern\",\"unit\":\"celsius\"}");
        Event start = events.stream()
                .filter(event -> event.data().at("/content_block/type").asText().equals("tool_use")).findFirst().orElseThrow();
        assertThat(start.data().at("/content_block/input")).isEqualTo(json("{}"));
        assertThat(start.data().at("/content_block/caller")).isEqualTo(json("{'type':'direct'}"));
    }

    @Test
    void aToolWithoutInputHasNothingButTheEmptyPiece() throws IOException {
        ObjectNode body = ask("ping");
        body.set("tools", json("{'a':[{'name':'ping','input_schema':{'type':'object'}}]}").get("a"));
        body.putObject("tool_choice").put("type", "any");

        assertThat(Event.names(api.stream(body))).containsExactly("message_start", "content_block_start", "ping",
                "content_block_delta", "content_block_stop", "message_delta", "message_stop");
    }

    @Test
    void aMessageWithoutContentHasNoBlocks() throws IOException {
        ObjectNode body = ask("Say exactly: STOP here");
        body.putArray("stop_sequences").add("STOP");

        List<Event> events = api.stream(body);

        assertThat(Event.names(events)).containsExactly("message_start", "message_delta", "message_stop");
        assertThat(events.get(1).data().at("/delta/stop_sequence").asText()).isEqualTo("STOP");
    }

    /** The names of the events, those of deltas by their type, without repetitions in a row. */
    private static List<String> phases(List<Event> events) {
        List<String> phases = new ArrayList<>();
        for (Event event : events) {
            String phase = event.name().equals("content_block_delta") ? event.delta() : event.name();
            if (phases.isEmpty() || !phases.get(phases.size() - 1).equals(phase)) {
                phases.add(phase);
            }
        }
        return phases;
    }
}
