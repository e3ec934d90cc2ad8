package io.github.quarkusclaude.simulator;

import static io.github.quarkusclaude.simulator.Api.ask;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import io.vertx.core.http.HttpMethod;

class StreamsFollowThePaceOfTheReaderTest {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** More than the buffers of a connection hold, and less than is written in a thousand turns of the event loop. */
    private static final long MOST_AHEAD = 64L * 1024 * 1024;
    private static final int FRAME = 1024;

    @Test
    void nothingIsProducedForAReaderWhoDoesNotReadOrHasLeft() throws Exception {
        AtomicLong produced = new AtomicLong();
        RequestLog log = new RequestLog(1);
        SimulatorServer server = serving(endless(produced), log);
        try {
            HttpResponse<InputStream> response = open(server.port(), "/");
            RecordedRequest stream = log.all().get(0);
            letTheServerTurn(server);
            long stopped = produced.get();
            assertThat(stopped * FRAME).isBetween(1L, MOST_AHEAD);

            response.body().readNBytes((int) MOST_AHEAD);
            assertThat(produced.get()).isGreaterThan(stopped);
            letTheServerTurn(server);
            assertThat(produced.get() * FRAME).isLessThan(2 * MOST_AHEAD);

            response.body().close();
            assertThat(stream.closedByClient()).succeedsWithin(30, TimeUnit.SECONDS);
            long atTheEnd = produced.get();
            letTheServerTurn(server);
            assertThat(produced).hasValue(atTheEnd);
        } finally {
            server.close();
        }
    }

    @Test
    void aStreamOfMillionsOfTokensStartsAtOnceAndStopsWithItsReader() throws Exception {
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().model("free").start()) {
            Api api = new Api(simulator);
            String body = ask("free", "lorem 500,000,000 tokens").put("stream", true).put("max_tokens", 500_000_000).toString();

            HttpResponse<InputStream> response = api.http().send(api.request("POST", "/v1/messages", body),
                    BodyHandlers.ofInputStream());
            assertThat(new String(response.body().readNBytes(1 << 20), StandardCharsets.UTF_8)).contains("text_delta");
            response.body().close();

            assertThat(simulator.requests().get(0).closedByClient()).succeedsWithin(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void thePauseBetweenDeltasIsKept() throws IOException {
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().tokenDelay(Duration.ofMillis(12)).start()) {
            long start = System.nanoTime();
            List<Event> events = new Api(simulator).stream(ask("lorem 60 tokens"));
            Duration taken = Duration.ofNanos(System.nanoTime() - start);

            long deltas = events.stream().filter(event -> !event.delta().isEmpty()).count();
            assertThat(deltas).isGreaterThan(5);
            assertThat(taken).isGreaterThan(Duration.ofMillis(12 * (deltas - 1)));
        }
    }

    private static SimulatorServer serving(Iterator<SseEvent> events, RequestLog log) {
        Json json = new Json();
        Responder responder = new Responder(json, Duration.ZERO);
        Router router = new Router(
                List.of(new Route(HttpMethod.GET, "/", Intake.upTo(0), exchange -> responder.stream(exchange, events))));
        FrontDoor frontDoor = new FrontDoor(router, responder, new FaultPlan(42), new AnswerHeaders(), log, new Identifiers(1),
                json,
                Clock.systemUTC());
        return SimulatorServer.start(null, "127.0.0.1", 0, frontDoor, Clock.systemUTC());
    }

    private static Iterator<SseEvent> endless(AtomicLong produced) {
        SseEvent event = new SseEvent("ping", new byte[FRAME]);
        return new Iterator<>() {

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public SseEvent next() {
                produced.incrementAndGet();
                return event;
            }
        };
    }

    private static HttpResponse<InputStream> open(int port, String path) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
                BodyHandlers.ofInputStream());
    }

    /** A thousand other calls, which the server answers on the event loop that also writes the stream. */
    private static void letTheServerTurn(SimulatorServer server) throws Exception {
        for (int i = 0; i < 1000; i++) {
            open(server.port(), "/elsewhere").body().readAllBytes();
        }
    }
}
