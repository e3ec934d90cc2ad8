package io.github.quarkusclaude.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.quarkusclaude.auth.ApiKey;
import io.github.quarkusclaude.error.AuthenticationException;
import io.github.quarkusclaude.error.ClaudeException;
import io.github.quarkusclaude.error.OverloadedException;
import io.github.quarkusclaude.error.ProviderException;
import io.github.quarkusclaude.error.RateLimitException;
import io.github.quarkusclaude.limits.ResponseHeaders;
import io.github.quarkusclaude.recorded.RecordedTraffic;
import io.github.quarkusclaude.stream.ErrorEvent;
import io.github.quarkusclaude.stream.StreamEvent;
import io.vertx.core.MultiMap;

class ApiErrorsTest {

    private static final ApiKey KEY = ApiKey.ofGateway("a-gateway-key-0123456789");

    private final ApiErrors errors = new ApiErrors(text -> text.replace(KEY.value(), KEY.toString()), Clock.systemUTC());

    @ParameterizedTest
    @CsvSource({
            "400, invalid_request_error, InvalidRequestException, ProviderException",
            "401, authentication_error, AuthenticationException, AuthenticationException",
            "402, billing_error, BillingException, ProviderException",
            "403, permission_error, AuthorizationException, ProviderException",
            "404, not_found_error, NotFoundException, ProviderException",
            "408, timeout_error, ProviderException, ProviderException",
            "409, conflict_error, ProviderException, ProviderException",
            "413, request_too_large, RequestTooLargeException, InvalidRequestException",
            "422, invalid_request_error, InvalidRequestException, ProviderException",
            "429, rate_limit_error, RateLimitException, RateLimitException",
            "500, api_error, ServerException, ProviderException",
            "503, api_error, ServerException, ProviderException",
            "504, timeout_error, ServerException, ProviderException",
            "529, overloaded_error, OverloadedException, ServerException",
            "418, something_new_error, ProviderException, ProviderException",
            "500, overloaded_error, OverloadedException, ServerException",
    })
    void theClassFollowsFromStatusAndType(int status, String type, String name, String superType) throws Exception {
        ClaudeException failure = errors.of(status, headers(Map.of("request-id", "req_1")),
                """
                        {"type":"error","error":{"type":"%s","message":"No.","details":{"error_code":"some_code","n":1}},"request_id":"req_2"}
                        """
                        .formatted(type).getBytes(UTF_8));

        assertThat(failure.getClass().getSimpleName()).isEqualTo(name);
        assertThat(failure).isInstanceOf(Class.forName("io.github.quarkusclaude.error." + superType));
        assertThat(failure.status()).isEqualTo(status);
        assertThat(failure.type()).contains(type);
        assertThat(failure.code()).contains("some_code");
        assertThat(failure.requestId()).contains("req_1");
        assertThat(failure.errorDetails().orElseThrow().tree().path("n").intValue()).isEqualTo(1);
        assertThat(failure).hasMessage("No. (HTTP %d %s, some_code, req_1)", status, type);
    }

    @Test
    void theRequestIdOfTheBodyServesIfThereIsNoHeader() {
        assertThat(errors
                .of(500, headers(Map.of()), "{\"error\":{\"type\":\"api_error\"},\"request_id\":\"req_2\"}".getBytes(UTF_8))
                .requestId()).contains("req_2");
    }

    @Test
    void aRateLimitSaysHowLongToWait() {
        ClaudeException failure = errors.of(429, headers(Map.of("retry-after", "7")), new byte[0]);

        assertThat(failure).isInstanceOfSatisfying(RateLimitException.class,
                limit -> assertThat(limit.retryAfter()).contains(Duration.ofSeconds(7)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "requests-remaining: 0 | requests",
            "requests-remaining: 3, tokens-remaining: 0, input-tokens-remaining: 0 | input-tokens",
            "tokens-remaining: 0 | tokens",
            "input-tokens-remaining: 0, input-tokens-reset: 2026-11-22T12:00:05Z,"
                    + " output-tokens-remaining: 0, output-tokens-reset: 2026-11-22T12:00:09Z | output-tokens",
            "requests-remaining: 0, output-tokens-remaining: 0, output-tokens-reset: 2026-11-22T12:00:09Z | output-tokens",
            "unified-status: rejected, unified-representative-claim: five_hour, requests-remaining: 0 | five_hour",
            "unified-status: rejected, unified-7d-status: rejected, unified-5h-status: allowed | 7d",
            "unified-status: allowed, unified-representative-claim: five_hour |",
            "requests-remaining: 3, input-tokens-remaining: 1000 |",
            "requests-remaining: soon |" })
    void aRateLimitSaysWhatIsUsedUp(String limits, @Nullable String bucket) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String header : limits.split(", ")) {
            headers.put("Anthropic-RateLimit-" + header.replaceFirst(":.*", ""), header.replaceFirst("^[^:]*: ", ""));
        }

        ClaudeException failure = errors.of(429, headers(headers), new byte[0]);

        assertThat(failure).isInstanceOfSatisfying(RateLimitException.class,
                limit -> assertThat(limit.bucket()).isEqualTo(Optional.ofNullable(bucket)));
    }

    @Test
    void thePageOfAProxyIsSurvivedAndKept() {
        String page = "<html><body><h1>502 Bad Gateway</h1></body></html>";

        ClaudeException failure = errors.of(502, headers(Map.of("content-type", "text/html")), page.getBytes(UTF_8));

        assertThat(failure).isInstanceOf(ProviderException.class).hasMessageContaining("502").hasMessageContaining("text/html")
                .hasMessageNotContaining("<h1>");
        assertThat(failure.details().body()).isEqualTo(page);
    }

    @Test
    void anEmptyBodyIsSurvived() {
        assertThat(errors.of(401, headers(Map.of()), new byte[0])).isInstanceOf(AuthenticationException.class)
                .hasMessageContaining("empty body");
    }

    @Test
    void jsonOfAnotherShapeIsSurvived() {
        for (String body : new String[] { "[]", "\"no\"", "{}", "{\"error\":\"no\"}", "{\"error\":null}", "{\"error\":{}}",
                "{\"error\":{\"type\":1,\"message\":2,\"details\":3}}", "{\"detail\":", "null" }) {
            ClaudeException failure = errors.of(400, headers(Map.of()), body.getBytes(UTF_8));
            assertThat(failure.status()).isEqualTo(400);
            assertThat(failure.getMessage()).isNotBlank();
        }
    }

    @Test
    void aKeyThatTheServerRepeatsIsMasked() {
        String json = "{\"error\":{\"type\":\"authentication_error\",\"message\":\"Bad key %1$s\"}}";
        String text = "Bad key %1$s";
        for (String body : new String[] { json, text }) {
            ClaudeException failure = errors.of(401, headers(Map.of()), body.formatted(KEY.value()).getBytes(UTF_8));
            assertThat(failure.toString() + failure.details()).doesNotContain(KEY.value()).contains("Bad key a-ga****");
        }
        ErrorEvent event = (ErrorEvent) StreamEvent
                .fromJson("{\"type\":\"error\",\"error\":{\"message\":\"%s\"}}".formatted(KEY.value()));
        assertThat(errors.of(event, null, null)).hasMessageNotContaining(KEY.value());
    }

    @ParameterizedTest
    @CsvSource({ "overloaded_error, OverloadedException", "rate_limit_error, RateLimitException",
            "invalid_request_error, InvalidRequestException", "api_error, ServerException",
            "authentication_error, AuthenticationException", "not_seen_before_error, ProviderException" })
    void anErrorWithinAStreamHasTheClassItWouldHaveHadBefore(String type, String name) {
        ErrorEvent event = (ErrorEvent) StreamEvent.fromJson(
                "{\"type\":\"error\",\"error\":{\"type\":\"%s\",\"message\":\"No\"},\"request_id\":\"req_9\"}".formatted(type));

        ClaudeException failure = errors.of(event, "req_1", null);

        assertThat(failure.getClass().getSimpleName()).isEqualTo(name);
        assertThat(failure.status()).isEqualTo(200);
        assertThat(failure.requestId()).contains("req_9");
    }

    @TestFactory
    Collection<DynamicTest> everyRecordedErrorIsUnderstood() {
        return RecordedTraffic.files("errors", ".json").stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(),
                        () -> understands(RecordedTraffic.tree(RecordedTraffic.text(file)))))
                .toList();
    }

    private void understands(JsonNode recorded) {
        ClaudeException failure = errors.of(recorded.path("status").intValue(), headers(recorded.path("headers")),
                recorded.path("body").textValue().getBytes(UTF_8));

        JsonNode error = recorded.path("json").path("error");
        assertThat(failure.status()).isEqualTo(recorded.path("status").intValue());
        assertThat(failure.type()).contains(error.path("type").textValue());
        assertThat(failure.getMessage()).startsWith(error.path("message").textValue());
        String requestId = recorded.path("headers").path("request-id")
                .asText(recorded.path("json").path("request_id").textValue());
        assertThat(failure.requestId().orElse(null)).isEqualTo(requestId);
        assertThat(failure instanceof OverloadedException).isEqualTo(failure.status() == 529);
    }

    private static ResponseHeaders headers(JsonNode recorded) {
        Map<String, String> headers = new HashMap<>();
        recorded.properties().forEach(header -> headers.put(header.getKey(), header.getValue().textValue()));
        return headers(headers);
    }

    private static ResponseHeaders headers(Map<String, String> headers) {
        return ReceivedHeaders.of(MultiMap.caseInsensitiveMultiMap().addAll(headers));
    }
}
