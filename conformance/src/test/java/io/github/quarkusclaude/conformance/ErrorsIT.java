package io.github.quarkusclaude.conformance;

import static io.github.quarkusclaude.conformance.Api.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.quarkusclaude.conformance.Program.Outcome;
import io.github.quarkusclaude.conformance.Program.Running;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.Fault;
import io.github.quarkusclaude.simulator.ScriptedAnswer;
import io.github.quarkusclaude.simulator.StreamScript;

/** The names of the guide are super types; {@code Error} is {@code Exception} in Java. */
@ConformanceGroup(number = 16, promise = "Which failure becomes which error, what it carries, and whether it is tried again.", differs = {
        "errors are told apart by status, type and code. The guide's code looked for words in messages, so that the API's own 401 was no authentication error.",
        "an error of the API within a stream has the type it would have had before it." })
class ErrorsIT extends Conformance {

    /** What a message must not tell; a gateway repeats it. */
    private static final String SECRET = ClaudeSimulator.DEFAULT_API_KEY;

    private @Nullable Api patient;

    @Override
    Program served() {
        return program.with("QUARKUS_CLAUDE_CIRCUIT_BREAKER_ENABLED", "false");
    }

    /** A program that tries again, as it does by default. */
    private Api patient() {
        if (patient == null) {
            patient = served().without("QUARKUS_CLAUDE_RETRY_MAX_RETRIES").with("QUARKUS_CLAUDE_RETRY_INITIAL_DELAY", "1ms")
                    .serve();
        }
        return patient;
    }

    @AfterAll
    void stopPatient() {
        if (patient != null) {
            patient.close();
        }
    }

    private JsonNode failure(String client, String call) {
        JsonNode failure = api().post(client + call, ask("model", SONNET_4)).path("failure");
        assertThat(failure.isObject()).isTrue();
        assertThat(failure.path("text").asText()).doesNotContain(SECRET);
        return failure;
    }

    /** Status and type of the API; the types of the exception; whether it passes if it is tried again. */
    @ParameterizedTest
    @CsvSource({
            "400, invalid_request_error, InvalidRequestException ProviderException, false",
            "413, request_too_large, RequestTooLargeException ProviderException, false",
            "422, invalid_request_error, InvalidRequestException ProviderException, false",
            "401, authentication_error, AuthenticationException, false",
            "402, billing_error, BillingException ProviderException, false",
            "403, permission_error, AuthorizationException, false",
            "404, not_found_error, NotFoundException ProviderException, false",
            "408, timeout_error, ProviderException, true",
            "409, conflict_error, ProviderException, true",
            "418, of_tomorrow_error, ProviderException, false",
            "429, rate_limit_error, RateLimitException, true",
            "500, api_error, ServerException ProviderException, true",
            "502, api_error, ServerException ProviderException, true",
            "503, api_error, ServerException ProviderException, true",
            "504, timeout_error, ServerException ProviderException, true",
            "529, overloaded_error, OverloadedException ProviderException, true" })
    void aStatus(int status, String type, String types, boolean passes) {
        String client = client();
        for (String call : List.of("/generate", "/stream")) {
            // the words of other errors mislead nobody
            server.script(ScriptedAnswer.error(status, type, "429 rate limit Invalid API key network 500 " + SECRET, "a_code"));

            JsonNode failure = failure(client, call);

            assertThat(texts(failure.path("types"))).contains(types.split(" ")).contains("ClaudeException");
            assertThat(failure.path("status").asInt()).isEqualTo(status);
            assertThat(failure.path("type").asText()).isEqualTo(type);
            assertThat(failure.path("code").asText()).isEqualTo("a_code");
            assertThat(failure.path("requestId").asText()).isEqualTo(lastRequest().requestId());
        }
        server.reset();
        server.script(ScriptedAnswer.error(status, type, "Once"));
        JsonNode answer = patient().post("/clients/default/generate", ask("model", SONNET_4));
        assertThat(answer.has("failure")).isEqualTo(!passes);
        assertThat(server.requests()).hasSize(passes ? 2 : 1);
    }

    @ParameterizedTest
    @ValueSource(ints = { 401, 404, 429, 500, 502, 503 })
    void whatIsNotTheApisJson(int status) {
        String client = client();
        for (String body : List.of("<html><body>429 Bad gateway " + SECRET + "</body></html>", "", "{", "[]", "\"x\"")) {
            server.script(ScriptedAnswer.raw(status, "text/html", body.getBytes(StandardCharsets.UTF_8)));

            JsonNode failure = failure(client, body.isEmpty() ? "/stream" : "/generate");

            assertThat(texts(failure.path("types"))).as(body).contains(switch (status) {
                case 401 -> "AuthenticationException";
                case 404 -> "NotFoundException";
                case 429 -> "RateLimitException";
                default -> "ServerException";
            });
            assertThat(failure.path("status").asInt()).isEqualTo(status);
            assertThat(failure.path("message").asText()).contains(Integer.toString(status));
        }
    }

    @ParameterizedTest
    @CsvSource({ "overloaded_error, OverloadedException", "api_error, ServerException", "rate_limit_error, RateLimitException",
            "invalid_request_error, InvalidRequestException", "authentication_error, AuthenticationException" })
    void anErrorInTheMiddleOfAStream(String type, String expected) {
        server.script(ScriptedAnswer.sse(Streams.bytes(Streams.start(1) + Streams.text(0, "Once")
                + Streams.event("error", "error", Api.object("type", type, "message", "Sorry, " + SECRET)))));

        JsonNode failure = failure(client(), "/stream");

        assertThat(texts(failure.path("types"))).contains(expected);
        assertThat(failure.path("partialText").asText()).isEqualTo("Once");
        assertThat(failure.path("requestId").asText()).isEqualTo(lastRequest().requestId());
    }

    @Test
    void nothingWasSent() {
        for (String address : List.of("http://127.0.0.1:1", "http://does-not-exist.invalid",
                server.baseUrl().replace("http:", "https:"))) {
            for (String call : List.of("/generate", "/stream")) {
                JsonNode failure = failure(client("baseUrl", address), call);

                assertThat(texts(failure.path("types"))).as(address).contains("NetworkException");
                assertThat(failure.path("phase").asText()).as(address).isEqualTo("CONNECT");
                assertThat(failure.path("status").asInt()).isZero();
            }
        }
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void theConnectionBreaks() {
        for (String call : List.of("/generate", "/stream")) {
            server.fault(Fault.of(Fault.Kind.RESET));

            JsonNode failure = failure(client(), call);

            assertThat(texts(failure.path("types"))).contains("NetworkException");
            assertThat(failure.path("phase").asText()).isEqualTo("READ");
        }
    }

    @Test
    void theServerFallsSilent() {
        try (Api impatient = program.with("QUARKUS_CLAUDE_READ_TIMEOUT", "1s").with("QUARKUS_CLAUDE_TIMEOUT", "3s").serve()) {
            server.fault(Fault.of(Fault.Kind.STALL_AFTER, 0));
            JsonNode whole = impatient.post("/clients/default/generate", ask()).path("failure");
            assertThat(texts(whole.path("types"))).contains("NetworkException");
            assertThat(whole.path("phase").asText()).isEqualTo("TOTAL");

            server.fault(Fault.of(Fault.Kind.STALL_AFTER, 3));
            JsonNode streamed = impatient.post("/clients/default/stream", ask()).path("failure");
            assertThat(texts(streamed.path("types"))).contains("NetworkException");
            assertThat(streamed.path("phase").asText()).isEqualTo("READ");
        }
    }

    @Test
    void nothingIsTriedAgainOnceSomethingWasPrinted() {
        server.fault(Fault.of(Fault.Kind.ERROR_EVENT_AFTER, 4));

        Outcome outcome = program.without("QUARKUS_CLAUDE_RETRY_MAX_RETRIES").run("stream", "Say exactly: one two three");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void whoCancelsIsNotToldOfAnError() throws Exception {
        StreamScript script = new StreamScript();
        server.script(script);
        Running running = program.start(List.of("env", "--default-signal=INT"), "stream", "Hello");
        try {
            script.started().get(60, TimeUnit.SECONDS);

            assertThat(new ProcessBuilder("kill", "-INT", Long.toString(running.pid())).start().waitFor()).isZero();

            Outcome outcome = running.outcome();
            assertThat(outcome.exitCode()).isEqualTo(130);
            assertThat(outcome.err()).isEmpty();
            assertThat(script.closedByClient()).succeedsWithin(30, TimeUnit.SECONDS);
        } finally {
            running.stop();
        }
    }
}
