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

    @Test
    void nothingIsProducedForAReaderWhoDoesNotReadOrHasLeft() throws Exception {
        AtomicLong produced = new AtomicLong();
        SimulatorServer server = serving(endless(produced));
        try {
            HttpResponse<InputStream> response = open(server.port());
            long stopped = stablePlateau(produced);
            assertThat(stopped).isPositive();

            response.body().readNBytes(16 * 1024 * 1024);
            assertThat(stablePlateau(produced)).isGreaterThan(stopped);

            response.body().close();
            long atTheEnd = stablePlateau(produced);
            assertThat(stablePlateau(produced)).isEqualTo(atTheEnd);
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

            assertThat(simulator.requests().get(0).closedByClient()).succeedsWithin(5, TimeUnit.SECONDS);
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

    private static SimulatorServer serving(Iterator<SseEvent> events) {
        Json json = new Json();
        Responder responder = new Responder(json, Duration.ZERO);
        Router router = new Router(
                List.of(new Route(HttpMethod.GET, "/", Intake.upTo(0), exchange -> responder.stream(exchange, events))));
        FrontDoor frontDoor = new FrontDoor(router, responder, new FaultQueue(), new RequestLog(1), new Identifiers(1), json,
                Clock.systemUTC());
        return SimulatorServer.start(null, "127.0.0.1", 0, frontDoor, Clock.systemUTC());
    }

    private static Iterator<SseEvent> endless(AtomicLong produced) {
        SseEvent event = new SseEvent("ping", new byte[1024]);
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

    private static HttpResponse<InputStream> open(int port) throws Exception {
        return HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                        .version(HttpClient.Version.HTTP_1_1).build(),
                BodyHandlers.ofInputStream());
    }

    /** The number at which production comes to rest; an unbounded one never does. */
    private static long stablePlateau(AtomicLong produced) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        long last = -1;
        while (last != produced.get()) {
            assertThat(System.nanoTime()).as("production goes on").isLessThan(deadline);
            last = produced.get();
            TimeUnit.MILLISECONDS.sleep(200);
        }
        return last;
    }
}
