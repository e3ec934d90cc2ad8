package io.github.quarkusclaude.conformance;

import static io.github.quarkusclaude.conformance.Api.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.quarkusclaude.conformance.Program.Outcome;
import io.github.quarkusclaude.simulator.ScriptedAnswer;
import io.github.quarkusclaude.simulator.StreamScript;

/** That a cancelled stream is closed at once is proved without a clock: the server sends nothing more and sees the end. */
@ConformanceGroup(number = 14, promise = "A stream is the same however it is cut, its usage is what was told last, a cancelled one is closed at once, and one that breaks says what had arrived.")
class StreamReplayIT extends Conformance {

    /** Everything that may stand in a stream, in as few bytes as possible. */
    private static final String STREAM = Streams.start(25) + ": a comment\n\n" + Streams.event("ping")
            + Streams.text(0, "a\u00e4\u4e16\ud83d\ude00", "\\\"\n")
            + Streams.event("of_tomorrow", "x", List.of(1)) + "event: ping\ndata: {\"type\":\ndata: \"ping\"}\n\n"
            + Streams.call(1, "t", "f", "{\"a\":[1,2]}")
            + Streams.event("message_delta", "delta", Api.object("stop_reason", null), "usage", Api.object("output_tokens", 7))
            + Streams.end("end_turn", 15);

    private JsonNode replay(String client, ScriptedAnswer answer) {
        server.script(answer);
        return api().post(client + "/stream", ask("model", SONNET_4));
    }

    @ParameterizedTest
    @ValueSource(strings = { "\n", "\r\n", "\r" })
    void cutAtEveryByte(String lineEnd) {
        byte[] stream = Streams.bytes(STREAM.replace("\n", lineEnd));
        String client = client();
        JsonNode whole = replay(client, ScriptedAnswer.sse(stream));
        assertThat(whole.path("text").asText()).isEqualTo("a\u00e4\u4e16\ud83d\ude00\\\"\n");
        assertThat(whole.path("events").findValuesAsText("type")).contains("message_start", "ping", "of_tomorrow",
                "message_stop");
        assertThat(whole.at("/message/content/1/input")).isEqualTo(Api.json("{\"a\":[1,2]}"));

        for (int at = 1; at < stream.length; at++) {
            assertThat(replay(client, ScriptedAnswer.sse(Streams.cut(stream, at)))).as("cut at byte " + at).isEqualTo(whole);
        }
        Random random = new Random(1);
        for (int i = 0; i < 20; i++) {
            assertThat(replay(client, ScriptedAnswer.sse(Streams.cut(stream, random)))).isEqualTo(whole);
        }
    }

    @Test
    void recordedStreams() throws IOException {
        Path recorded = Path.of("../../shared/fixtures/recorded");
        assumeTrue(Files.isDirectory(recorded), "There is no recorded traffic beside the checkout");
        List<Path> files;
        try (Stream<Path> all = Files.list(recorded.resolve("streams"))) {
            files = all.sorted().toList();
        }
        assertThat(files).isNotEmpty();
        String client = client();
        for (Path file : files) {
            byte[] stream = Files.readAllBytes(file);
            JsonNode whole = replay(client, ScriptedAnswer.sse(stream));
            JsonNode cut = replay(client, ScriptedAnswer.sse(Streams.cut(stream, new Random(stream.length))));
            if (whole.has("failure")) {
                assertThat(cut.at("/failure/types")).as(file.toString()).isEqualTo(whole.at("/failure/types"));
            } else {
                assertThat(cut).as(file.toString()).isEqualTo(whole);
            }
        }
    }

    @Test
    void usageIsWhatWasToldLastAndNotASum() {
        String client = client();
        JsonNode usage = replay(client, ScriptedAnswer.sse(Streams.bytes(STREAM))).at("/message/usage");

        assertThat(usage.path("input_tokens").asInt()).isEqualTo(25);
        assertThat(usage.path("output_tokens").asInt()).isEqualTo(15);
        assertThat(api().get(client + "/usage").path("tokensUsed").asInt()).isEqualTo(40);
    }

    @Test
    void whoeverLeavesClosesTheConnection() {
        StreamScript script = new StreamScript();
        script.send(Streams.start(1) + Streams.event("content_block_start", "index", 0, "content_block",
                Api.object("type", "text", "text", ""))
                + Streams.event("content_block_delta", "index", 0, "delta", Api.object("type", "text_delta", "text", "Once")));
        server.script(script);

        assertThat(api().post(client() + "/leave", ask("model", SONNET_4)).path("text").asText()).isEqualTo("Once");

        assertThat(script.closedByClient()).succeedsWithin(30, TimeUnit.SECONDS);
    }

    @Test
    void aStreamThatEndsEarlySaysWhatHadArrived() {
        String client = client();
        String begun = Streams.start(1) + Streams.text(0, "Once ", "upon");
        for (String cut : List.of(begun, begun + "event: message_delta\ndata: {\"type\"", begun + Streams.event("ping"))) {
            JsonNode failure = replay(client, ScriptedAnswer.sse(Streams.bytes(cut))).path("failure");

            assertThat(texts(failure.path("types"))).as(cut).contains("TruncatedStreamException");
            assertThat(failure.path("partialText").asText()).isEqualTo("Once upon");
        }
    }

    @Test
    void onlyPingsAreNoMessage() {
        JsonNode failure = replay(client(), ScriptedAnswer.sse(Streams.bytes(Streams.event("ping") + Streams.event("ping"))))
                .path("failure");

        assertThat(texts(failure.path("types"))).contains("NetworkException");
    }

    @Test
    void anErrorWithinAStreamHasItsType() {
        String error = Streams.event("error", "error", Api.object("type", "overloaded_error", "message", "Overloaded"));
        for (String before : List.of("", Streams.start(1), Streams.start(1) + Streams.text(0, "Once"))) {
            JsonNode failure = replay(client(), ScriptedAnswer.sse(Streams.bytes(before + error))).path("failure");

            assertThat(texts(failure.path("types"))).as(before).contains("OverloadedException");
            assertThat(failure.path("partialText").asText()).isEqualTo(before.contains("Once") ? "Once" : "");
        }
    }

    @Test
    void theCommandLineStreamsTheSame() {
        String client = client();
        JsonNode events = replay(client, ScriptedAnswer.sse(Streams.bytes(STREAM))).path("events");
        server.script(ScriptedAnswer.sse(Streams.cut(Streams.bytes(STREAM), new Random(7))));

        Outcome outcome = program.run("stream", "-m", SONNET_4, "--output", "events", "Hello");

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.out().lines().map(Api::json).toList()).containsExactlyElementsOf(events);
    }
}
