package io.github.quarkusclaude.simulator;

import static io.github.quarkusclaude.simulator.Api.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.SocketException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonProcessingException;

class FaultsBreakAnswersOnDemandTest {

    private ClaudeSimulator simulator;

    @BeforeEach
    void start() {
        simulator = ClaudeSimulator.builder().start();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource({ "400,invalid_request_error,false", "401,authentication_error,false", "402,billing_error,false",
            "403,permission_error,false", "404,not_found_error,false", "408,timeout_error,true", "409,conflict_error,true",
            "413,request_too_large,false", "429,rate_limit_error,true", "500,api_error,true", "503,api_error,true",
            "504,timeout_error,true", "529,overloaded_error,true" })
    void errorsOfTheApi(int status, String type, String retry) throws IOException {
        Api api = faulty("status=" + status);

        HttpResponse<String> response = api.messages(ask("Hello"));

        assertThat(api.error(response, status).path("type").asText()).isEqualTo(type);
        assertThat(response.headers().firstValue("x-should-retry")).contains(retry);
        assertThat(response.headers().firstValue("retry-after")).isEmpty();
    }

    @Test
    void errorsThatAskToWait() throws IOException {
        assertThat(faulty("status=429;retry-after=7").messages(ask("Hello")).headers().firstValue("retry-after"))
                .contains("7");
    }

    @Test
    void errorsThatAskToWaitInOtherWaysAndHaveACode() throws IOException {
        HttpResponse<String> response = faulty("status=429;retry-after-ms=1500;code=ramp_limit_exceeded")
                .messages(ask("Hello"));

        assertThat(response.headers().firstValue("retry-after-ms")).contains("1500");
        assertThat(Api.JSON.readTree(response.body()).at("/error/details/error_code").asText())
                .isEqualTo("ramp_limit_exceeded");
        assertThat(faulty("status=429;retry-after-date=60").messages(ask("Hello")).headers().firstValue("retry-after"))
                .hasValueSatisfying(date -> assertThat(date).endsWith(" GMT"));
    }

    @Test
    void faultsStrikeEveryPath() throws IOException {
        assertThat(faulty("status=503").get("/v1/models").statusCode()).isEqualTo(503);
    }

    @Test
    void pagesOfAGateway() throws IOException {
        HttpResponse<String> response = faulty("html-502").messages(ask("Hello"));

        assertThat(response.statusCode()).isEqualTo(502);
        assertThat(response.headers().firstValue("content-type")).hasValueSatisfying(type -> assertThat(type).contains("html"));
        assertThat(response.body()).startsWith("<html>");
    }

    @Test
    void noBody() throws IOException {
        HttpResponse<String> response = faulty("empty-body").messages(ask("Hello"));

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void aResetInsteadOfAnAnswer() throws IOException {
        try (RawConnection connection = new RawConnection(simulator)) {
            connection.post(simulator, ask("Hello"), "x-simulator-fault: reset");

            assertThatIOException().isThrownBy(connection::read).isInstanceOf(SocketException.class)
                    .withMessageContaining("reset");
        }
    }

    @Test
    void aResetOfAnHttp2StreamThatLeavesTheConnectionOpen() throws IOException {
        Api api = new Api(simulator, HttpClient.Version.HTTP_2);
        api.answer(ask("Hello"));

        assertThatIOException().isThrownBy(() -> api.header("x-simulator-fault", "reset").messages(ask("Hello")));

        api.header("x-simulator-fault", null).answer(ask("Hello"));
        assertThat(simulator.requests()).extracting(RecordedRequest::protocol).contains("HTTP/2");
        assertThat(simulator.requests().get(2).connectionId()).isEqualTo(simulator.requests().get(1).connectionId());
    }

    @Test
    void aResetAfterSomeEvents() throws IOException {
        try (RawConnection connection = new RawConnection(simulator)) {
            connection.post(simulator, ask("Hello").put("stream", true), "x-simulator-fault: reset-after=3");
            connection.until("data: {\"type\":\"ping\"}\n\n");
            connection.until("\r\n");

            assertThatIOException().isThrownBy(connection::read).isInstanceOf(SocketException.class)
                    .withMessageContaining("reset");
        }
    }

    @Test
    void aResetWithinABody() throws IOException {
        try (RawConnection connection = new RawConnection(simulator)) {
            connection.post(simulator, ask("Hello"), "x-simulator-fault: reset-after=8");
            connection.until("{\"model\"\r\n");

            assertThatIOException().isThrownBy(connection::read).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void silenceThatLastsUntilTheClientLosesPatience() throws Exception {
        try (RawConnection connection = new RawConnection(simulator)) {
            connection.post(simulator, ask("Hello").put("stream", true), "x-simulator-fault: stall-after=1");
            connection.until("\n\n\r\n");

            assertThat(connection.available()).isZero();
            assertThat(simulator.requests().get(0).answered()).isNotDone();
            assertThat(simulator.requests().get(0).connectionClosed()).isNotDone();
        }
        assertThat(simulator.requests().get(0).closedByClient()).succeedsWithin(30, TimeUnit.SECONDS);
    }

    @Test
    void aStreamWithoutItsLastEvent() throws IOException {
        List<String> names = Event.names(faulty("no-message-stop").stream(ask("Hello")));

        assertThat(names).endsWith("message_delta").doesNotContain("message_stop");
    }

    @Test
    void anErrorWithinTheStream() throws IOException {
        List<Event> events = faulty("error-event-after=4").stream(ask("Hello"));

        assertThat(events).hasSize(5);
        assertThat(events.get(4).name()).isEqualTo("error");
        assertThat(events.get(4).data().at("/error/type").asText()).isEqualTo("overloaded_error");
        assertThat(events.get(4).data().path("request_id").asText()).startsWith("req_");
    }

    @Test
    void damagedJsonInOneEvent() throws IOException {
        String stream = faulty("malformed-json-after=2").messages(ask("Hello").put("stream", true)).body();

        String[] frames = stream.split("\n\n");
        assertThatIOException().isThrownBy(() -> Api.JSON.readTree(frames[2].substring(frames[2].indexOf("data: ") + 6)))
                .isInstanceOf(JsonProcessingException.class);
        assertThat(Event.names(Event.parse(frames[0] + "\n\n" + frames[1] + "\n\n"))).hasSize(2);
        assertThat(Event.names(Event.parse(stream.substring(stream.indexOf(frames[3]))))).endsWith("message_stop");
    }

    @Test
    void aBodyThatIsCut() throws IOException {
        HttpResponse<String> response = faulty("malformed-json-after=20").messages(ask("Hello"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).hasSize(20);
    }

    @Test
    void everyByteByItself() throws IOException {
        try (RawConnection connection = new RawConnection(simulator)) {
            connection.post(simulator, ask("Say exactly: hi").put("stream", true), "x-simulator-fault: one-byte-chunks");
            connection.head();
            int bytes = 0;
            StringBuilder stream = new StringBuilder();
            for (int size = chunkSize(connection); size > 0; size = chunkSize(connection)) {
                assertThat(size).isEqualTo(1);
                stream.append((char) connection.read());
                connection.until("\r\n");
                bytes++;
            }
            assertThat(bytes).isGreaterThan(500);
            assertThat(Event.names(Event.parse(stream.toString()))).endsWith("message_stop");
        }
    }

    @Test
    void otherLineEnds() throws IOException {
        String stream = faulty("crlf").messages(ask("Hello").put("stream", true)).body();

        assertThat(stream.replace("\r\n", "")).doesNotContain("\n");
        assertThat(Event.names(Event.parse(stream.replace("\r\n", "\n")))).endsWith("message_stop");
    }

    @Test
    void pausesBeforeEveryEvent() throws IOException {
        long start = System.nanoTime();

        List<Event> events = faulty("slow=15").stream(ask("Say exactly: hi"));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(15L * events.size() - 15));
    }

    @Test
    void contentTypesThatAreWrong() throws IOException {
        assertThat(faulty("wrong-content-type").messages(ask("Hello").put("stream", true)).headers().firstValue("content-type"))
                .contains("application/json");
        assertThat(faulty("wrong-content-type").messages(ask("Hello")).headers().firstValue("content-type"))
                .contains("text/html; charset=utf-8");
    }

    @Test
    void severalFaultsAtOnce() throws IOException {
        String stream = faulty("crlf, error-event-after=1").messages(ask("Hello").put("stream", true)).body();

        assertThat(stream).startsWith("event: message_start\r\n").contains("event: error\r\n");
    }

    @Test
    void faultsOrderedInJavaStrikeTheNextRequestsOnly() throws IOException {
        Api api = new Api(simulator);
        simulator.faultNext(2, Fault.status(529));
        simulator.fault(Fault.status(429, Duration.ofSeconds(9)));

        assertThat(api.messages(ask("Hello")).statusCode()).isEqualTo(529);
        assertThat(api.messages(ask("Hello")).statusCode()).isEqualTo(529);
        assertThat(api.messages(ask("Hello")).headers().firstValue("retry-after")).contains("9");
        assertThat(api.messages(ask("Hello")).statusCode()).isEqualTo(200);
    }

    @Test
    void aResetForgetsFaults() throws IOException {
        simulator.faultNext(5, Fault.of(Fault.Kind.HTML_502));
        simulator.reset();

        assertThat(new Api(simulator).messages(ask("Hello")).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = { "explode", "status", "status=200", "status=x", "crlf=1", "crlf;retry-after=1", "slow=-1", "",
            "crlf;code=x", "status=429;code", "status=429;retry-after=1;retry-after-ms=1", "status=429;retry-after-ms=-1" })
    void ordersThatMakeNoSenseAreRefused(String order) throws IOException {
        Api api = faulty(order);

        assertThat(api.error(api.messages(ask("Hello")), 400).path("message").asText()).startsWith("x-simulator-fault: ");
    }

    @Test
    void anUnknownFaultIsAnsweredWithTheKnownOnes() throws IOException {
        Api api = faulty("explode");

        assertThat(api.error(api.messages(ask("Hello")), 400).path("message").asText())
                .contains("\"explode\"", "reset-after", "one-byte-chunks", "status");
    }

    @Test
    void theJavaApiChecksItsNumbers() {
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.status(200));
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.of(Fault.Kind.SLOW, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.of(Fault.Kind.SLOW, 1).withErrorCode("x"));
        assertThatIllegalArgumentException().isThrownBy(() -> RetryAfter.seconds(Duration.ofSeconds(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> simulator.faultNext(0, Fault.status(500)));
    }

    private Api faulty(String order) {
        return new Api(simulator).header("x-simulator-fault", order);
    }

    private static int chunkSize(RawConnection connection) throws IOException {
        return Integer.parseInt(connection.until("\r\n").strip(), 16);
    }
}
