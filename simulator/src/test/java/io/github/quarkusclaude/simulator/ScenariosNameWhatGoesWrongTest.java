package io.github.quarkusclaude.simulator;

import static io.github.quarkusclaude.simulator.Api.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.SocketException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

class ScenariosNameWhatGoesWrongTest {

    private final VirtualClock clock = new VirtualClock();
    private ClaudeSimulator simulator;
    private Api api;

    @BeforeEach
    void start() {
        simulator = ClaudeSimulator.builder().clock(clock).start();
        api = new Api(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource({ "server-error,500,api_error,", "timeout-error,504,timeout_error,", "rate-limited,429,rate_limit_error,",
            "rate-limited-milliseconds,429,rate_limit_error,", "rate-limited-date,429,rate_limit_error,",
            "rate-limited-silently,429,rate_limit_error,", "rate-limit-storm,429,rate_limit_error,",
            "ramp-limited,429,rate_limit_error,ramp_limit_exceeded",
            "spend-limit,429,rate_limit_error,enforced_spend_limit_reached", "overloaded,529,overloaded_error,",
            "overloaded-burst,529,overloaded_error," })
    void errorsOfTheApi(String name, int status, String type, String code) throws IOException {
        simulator.scenario(Scenario.named(name));

        JsonNode error = api.error(api.messages(ask("Hello")), status);

        assertThat(error.path("type").asText()).isEqualTo(type);
        assertThat(error.at("/details/error_code").textValue()).isEqualTo(code);
    }

    @Test
    void everyFormOfAskingToWait() throws IOException {
        simulator.scenario(Scenario.RATE_LIMITED, Scenario.RATE_LIMITED_MILLISECONDS, Scenario.RATE_LIMITED_DATE,
                Scenario.RATE_LIMITED_SILENTLY);

        HttpHeaders seconds = head();
        HttpHeaders milliseconds = head();
        HttpHeaders date = head();
        HttpHeaders silent = head();

        assertThat(seconds.firstValue("retry-after")).contains("1");
        assertThat(seconds.firstValue("retry-after-ms")).isEmpty();
        assertThat(milliseconds.firstValue("retry-after-ms")).contains("250");
        assertThat(milliseconds.firstValue("retry-after")).isEmpty();
        assertThat(date.firstValue("retry-after")).contains("Sun, 22 Nov 2026 12:00:01 GMT");
        assertThat(silent.map()).doesNotContainKeys("retry-after", "retry-after-ms");
        assertThat(List.of(seconds, milliseconds, date, silent))
                .allSatisfy(headers -> assertThat(headers.firstValue("x-should-retry")).contains("true"));
    }

    @Test
    void aSpentBudgetSaysNothingOfWaiting() throws IOException {
        simulator.scenario(Scenario.SPEND_LIMIT);

        assertThat(head().map()).doesNotContainKeys("retry-after", "retry-after-ms", "x-should-retry");
    }

    @Test
    void datesAreRoundedUp() throws IOException {
        clock.advance(Duration.ofMillis(1));
        simulator.scenario(Scenario.RATE_LIMITED_DATE);

        assertThat(head().firstValue("retry-after")).contains("Sun, 22 Nov 2026 12:00:02 GMT");
    }

    @Test
    void burstsStrikeSeveralRequestsInARow() throws IOException {
        simulator.scenario(Scenario.OVERLOADED_BURST.times(2), Scenario.SERVER_ERROR);

        assertThat(Stream.of(1, 2, 3, 4).map(call -> status(ask("Hello")))).containsExactly(529, 529, 500, 200);
    }

    @Test
    void aResetAtAByteOfAStream() throws IOException {
        try (RawConnection connection = new RawConnection(simulator)) {
            simulator.scenario(Scenario.RESET_AT_BYTE);
            connection.post(simulator, ask("Hello").put("stream", true));
            connection.head();
            StringBuilder body = new StringBuilder();

            assertThatIOException().isThrownBy(() -> {
                while (true) {
                    int size = Integer.parseInt(connection.until("\r\n").strip(), 16);
                    for (int i = 0; i < size; i++) {
                        body.append((char) connection.read());
                    }
                    connection.until("\r\n");
                }
            }).isInstanceOf(SocketException.class);
            assertThat(body).hasSize(100).startsWith("event: message_start\n");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void resetsWithinAnAnswer(boolean streamed) {
        for (Scenario scenario : List.of(Scenario.RESET, Scenario.RESET_AT_BYTE, Scenario.RESET_MID_CONTENT)) {
            simulator.scenario(scenario);

            assertThatIOException().as(scenario.name()).isThrownBy(() -> api.messages(ask("Hello").put("stream", streamed)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "stall", "stall-at-start" })
    void silence(String name) throws Exception {
        try (RawConnection connection = new RawConnection(simulator)) {
            connection.post(simulator, ask("Hello").put("stream", true), "x-simulator-scenario: " + name);
            connection.head();
            if (name.equals("stall")) {
                connection.until("content_block_delta");
                connection.until("\n\n\r\n");
            }

            assertThat(connection.available()).isZero();
            assertThat(simulator.requests().get(0).answered()).isNotDone();
        }
        assertThat(simulator.requests().get(0).closedByClient()).succeedsWithin(30, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void aTrickleOfSmallPiecesIsComplete(boolean streamed) throws IOException {
        JsonNode usual = api.answer(ask("Hello"));
        simulator.scenario(Scenario.SLOW_TRICKLE);

        try (RawConnection connection = new RawConnection(simulator)) {
            connection.post(simulator, ask("Hello").put("stream", streamed));
            connection.head();
            List<String> chunks = connection.chunks();

            assertThat(chunks).hasSizeGreaterThan(10).allSatisfy(chunk -> assertThat(chunk.length()).isLessThanOrEqualTo(16));
            String body = String.join("", chunks);
            JsonNode message = streamed ? Event.accumulate(Event.parse(body)) : Api.JSON.readTree(body);
            assertThat(message.path("content")).isEqualTo(usual.path("content"));
        }
    }

    @Test
    void halfOfTheJson() throws IOException {
        simulator.scenario(Scenario.HALF_JSON.times(2));
        String body = api.messages(ask("Hello")).body();
        String stream = api.messages(ask("Hello").put("stream", true)).body();

        assertThat(body).hasSize(3);
        assertThatIOException().isThrownBy(() -> Event.parse(stream)).isInstanceOf(JsonProcessingException.class);
        assertThat(Event.parse(stream.substring(0, stream.indexOf("event: content_block_delta")))).hasSize(3);
    }

    @Test
    void answersOfSomebodyElse() throws IOException {
        simulator.scenario(Scenario.WRONG_CONTENT_TYPE, Scenario.BAD_GATEWAY, Scenario.EMPTY_ERROR);

        assertThat(head().firstValue("content-type")).contains("text/html; charset=utf-8");
        assertThat(api.messages(ask("Hello")).body()).startsWith("<html>");
        assertThat(api.messages(ask("Hello")).body()).isEmpty();
    }

    @Test
    void streamsThatEndInAnError() throws IOException {
        simulator.scenario(Scenario.OVERLOADED_MID_STREAM, Scenario.NO_MESSAGE_STOP);

        assertThat(Event.names(api.stream(ask("Hello")))).endsWith("content_block_delta", "error");
        assertThat(Event.names(api.stream(ask("Hello")))).endsWith("message_delta");
    }

    @Test
    void anEventTwice() throws IOException {
        List<String> usual = Event.names(api.stream(ask("Hello")));
        simulator.scenario(Scenario.DUPLICATE_EVENT);

        List<Event> events = api.stream(ask("Hello"));

        assertThat(events).hasSize(usual.size() + 1);
        assertThat(Event.names(events)).startsWith("message_start", "content_block_start", "content_block_start", "ping");
        assertThat(events.get(2)).isEqualTo(events.get(1));
    }

    @Test
    void compressedAnswers() throws IOException {
        api.header("accept-encoding", "gzip");
        simulator.scenario(Scenario.COMPRESSED);

        assertThat(head().firstValue("content-encoding")).contains("gzip");
    }

    @Test
    void hugeHeaders() throws IOException {
        simulator.scenario(Scenario.HUGE_HEADERS);

        assertThat(head().firstValue("x-simulator-padding").orElseThrow()).hasSize(65_536);
        assertThat(head().firstValue("x-simulator-padding")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "clock-ahead,3600", "clock-behind,-3600" })
    void clocksThatAreWrong(String name, int skew) throws IOException {
        HttpHeaders right = head();
        simulator.scenario(Scenario.named(name), Scenario.named(name).and(Scenario.RATE_LIMITED_DATE));

        HttpHeaders wrong = head();
        HttpHeaders asksToWait = head();

        assertThat(date(right, "date")).isEqualTo(clock.instant());
        assertThat(date(wrong, "date")).isEqualTo(clock.instant().plusSeconds(skew));
        assertThat(date(asksToWait, "retry-after")).isEqualTo(clock.instant().plusSeconds(skew + 1));
        for (String limit : List.of("requests", "tokens", "input-tokens", "output-tokens")) {
            String reset = "anthropic-ratelimit-" + limit + "-reset";
            assertThat(Duration.between(Instant.parse(right.firstValue(reset).orElseThrow()),
                    Instant.parse(wrong.firstValue(reset).orElseThrow()))).isBetween(Duration.ofSeconds(skew),
                            Duration.ofSeconds(skew + 2));
        }
    }

    @Test
    void clientsOrderThemByName() throws IOException {
        api.header("x-simulator-scenario", "overloaded-burst");

        assertThat(api.messages(ask("Hello")).statusCode()).isEqualTo(529);
        assertThat(api.header("x-simulator-scenario", null).messages(ask("Hello")).statusCode()).isEqualTo(200);
    }

    @Test
    void clientsOrderSeveralAtOnce() throws IOException {
        api.header("x-simulator-scenario", "clock-ahead, no-message-stop").header("x-simulator-fault", "crlf");
        HttpResponse<String> response = api.messages(ask("Hello").put("stream", true));

        assertThat(date(response.headers(), "date")).isEqualTo(clock.instant().plusSeconds(3600));
        assertThat(response.body()).contains("\r\n").doesNotContain("message_stop");
        assertThat(simulator.requests().get(0).scenarios()).containsExactly("clock-ahead", "no-message-stop");
        assertThat(simulator.requests().get(0).faults()).extracting(Fault::kind).containsExactly(Fault.Kind.CRLF,
                Fault.Kind.CLOCK_SKEW, Fault.Kind.NO_MESSAGE_STOP);
    }

    @ParameterizedTest
    @ValueSource(strings = { "explode", "", ",reset", "RESET" })
    void unknownNamesAreAnsweredWithTheKnownOnes(String order) throws IOException {
        api.header("x-simulator-scenario", order);

        assertThat(api.error(api.messages(ask("Hello")), 400).path("message").asText())
                .startsWith("x-simulator-scenario: unknown scenario").contains("overloaded-burst", "clock-behind");
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyScenarioCanBeOrderedByItsNameAndIsRecorded(Scenario scenario) {
        assertThat(Scenario.named(scenario.name())).isSameAs(scenario);
        simulator.scenario(scenario.times(1), Scenario.of("mine", Fault.of(Fault.Kind.GZIP)));
        // so that there is an answer to all of them
        api.header("x-simulator-fault", "status=503");

        status(ask("Hello"));
        status(ask("Hello"));

        assertThat(simulator.requests()).extracting(RecordedRequest::scenarios)
                .containsExactly(List.of(scenario.name()), List.of("mine"));
    }

    static List<Scenario> all() {
        return Scenario.all();
    }

    @Test
    void namesAreUnique() {
        assertThat(Scenario.all()).extracting(Scenario::name).doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(name).matches("[a-z]+(-[a-z]+)*"));
    }

    @Test
    void scenariosAreMadeOfFaults() {
        Scenario both = Scenario.OVERLOADED.times(3).and(Scenario.CLOCK_AHEAD);

        assertThat(both.name()).isEqualTo("overloaded+clock-ahead");
        assertThat(both.requests()).isEqualTo(3);
        assertThat(both.faults()).containsExactly(Fault.status(529), Fault.of(Fault.Kind.CLOCK_SKEW, 3600));
        assertThatIllegalArgumentException().isThrownBy(() -> Scenario.of("nothing"));
        assertThatIllegalArgumentException().isThrownBy(() -> Scenario.OVERLOADED.times(0));
    }

    private HttpHeaders head() throws IOException {
        return api.messages(ask("Hello")).headers();
    }

    /** The status of an answer; 0 if there is none. */
    private int status(JsonNode body) {
        try {
            return api.messages(body).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    private static Instant date(HttpHeaders headers, String name) {
        return ZonedDateTime.parse(headers.firstValue(name).orElseThrow(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    }
}
