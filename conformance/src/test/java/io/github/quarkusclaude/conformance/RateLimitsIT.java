package io.github.quarkusclaude.conformance;

import static io.github.quarkusclaude.conformance.Api.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.quarkusclaude.simulator.Fault;

/** Each test has a client of its own, so that nothing is known before. */
@ConformanceGroup(number = 15, promise = "What answers say about rate limits, usage and its percentages, and the two warnings.", differs = {
        "if what remains is not told, the percentage is absent. The guide's code made it 100.",
        "a warning comes once until the limit is reset, and not with every answer.",
        "`retry-after` is understood as a date and as milliseconds too, and limits nobody knows yet are kept." })
class RateLimitsIT extends Conformance {

    private static final String PREFIX = "anthropic-ratelimit-";

    @Override
    Program served() {
        // calls are to be made although little is left
        return program.with("QUARKUS_CLAUDE_LIMITS_PACING", "false");
    }

    private void limits(Object... headers) {
        Map<String, String> all = new TreeMap<>();
        for (String bucket : List.of("requests", "tokens", "input-tokens", "output-tokens")) {
            for (String fact : List.of("limit", "remaining", "reset")) {
                all.put(PREFIX + bucket + "-" + fact, "");
            }
        }
        for (int i = 0; i < headers.length; i += 2) {
            String name = headers[i].toString();
            all.put(name.startsWith("retry") || name.startsWith("anthropic") ? name : PREFIX + name, headers[i + 1].toString());
        }
        server.answerHeaders(all);
    }

    private JsonNode generate(String client) {
        return api().post(client + "/generate", ask("model", SONNET_4));
    }

    private JsonNode usage(String client) {
        return api().get(client + "/usage");
    }

    private JsonNode warnings() {
        return api().get("/process/warnings");
    }

    @Test
    void beforeTheFirstAnswerThereAreZerosAndUnknowns() {
        JsonNode usage = usage(client());

        for (String zero : List.of("requestCount", "messagesUsed", "tokensUsed", "inputTokensUsed", "outputTokensUsed")) {
            assertThat(usage.path(zero).asInt(-7)).as(zero).isZero();
        }
        assertThat(usage.path("messagesRemaining").asInt()).isEqualTo(-1);
        assertThat(usage.path("tokensRemaining").asInt()).isEqualTo(-1);
        assertThat(usage.path("isRateLimited").asBoolean(true)).isFalse();
        assertThat(usage.path("messageQuotaPercent").isNull()).isTrue();
        assertThat(usage.path("tokenQuotaPercent").isNull()).isTrue();
        assertThat(usage.path("lastRequestTimestamp").asText("x")).isEmpty();
    }

    @Test
    void everyAnswerIsCounted() {
        String client = client();
        limits();
        JsonNode first = generate(client).at("/message/usage");
        JsonNode second = api().post(client + "/stream", ask("model", SONNET_4)).at("/message/usage");

        JsonNode usage = usage(client);
        int input = first.path("input_tokens").asInt() + second.path("input_tokens").asInt();
        int output = first.path("output_tokens").asInt() + second.path("output_tokens").asInt();
        assertThat(usage.path("requestCount").asInt()).isEqualTo(2);
        assertThat(usage.path("messagesUsed").asInt()).isEqualTo(2);
        assertThat(usage.path("inputTokensUsed").asInt()).isEqualTo(input).isPositive();
        assertThat(usage.path("outputTokensUsed").asInt()).isEqualTo(output).isPositive();
        assertThat(usage.path("tokensUsed").asInt()).isEqualTo(input + output);
        assertThat(Instant.parse(usage.path("lastRequestTimestamp").asText()))
                .isBetween(Instant.now().minus(Duration.ofMinutes(5)), Instant.now().plusSeconds(5));
    }

    @ParameterizedTest
    @CsvSource({ "50, 20, 60", "3, 1, 67", "200, 199, 1", "100, 100, 0", "100, 0, 100", "1000, 500, 50", "0, 0, ", "50, , " })
    void percentages(String limit, String remaining, Integer percent) {
        String client = client();
        limits("requests-limit", limit, "requests-remaining", text(remaining), "tokens-limit", limit, "tokens-remaining",
                text(remaining));

        generate(client);

        JsonNode usage = usage(client);
        for (String quota : List.of("messageQuotaPercent", "tokenQuotaPercent")) {
            assertThat(usage.path(quota).isNull() ? null : usage.path(quota).asInt()).as(quota).isEqualTo(percent);
        }
        int expected = remaining == null ? -1 : Integer.parseInt(remaining);
        assertThat(usage.path("messagesRemaining").asInt()).isEqualTo(expected);
        assertThat(usage.path("tokensRemaining").asInt()).isEqualTo(expected);
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    @ParameterizedTest
    @CsvSource({ "requests, 50, 6, false", "requests, 50, 5, true", "requests, 50, 0, true", "requests, 5, 5, true",
            "tokens, 1000, 100, false", "tokens, 1000, 99, true", "tokens, 1000, 0, true", "tokens, 0, 0, false",
            "input-tokens, 1000, 100, false", "input-tokens, 1000, 99, true", "output-tokens, 1000, 99, true" })
    void warnings(String bucket, String limit, String remaining, boolean warned) {
        warnings();
        String client = client();
        limits(bucket + "-limit", limit, bucket + "-remaining", remaining, bucket + "-reset",
                Instant.now().plusSeconds(3_600).toString());

        generate(client);
        api().post(client + "/stream", ask("model", SONNET_4));

        JsonNode warnings = warnings();
        if (warned) {
            assertThat(warnings).hasSize(1);
            assertThat(warnings.get(0).path("bucket").asText()).isEqualTo(bucket);
            assertThat(warnings.get(0).path("remaining").asText()).isEqualTo(remaining);
            assertThat(warnings.get(0).path("limit").asText()).isEqualTo(limit);
        } else {
            assertThat(warnings).isEmpty();
        }
    }

    @Test
    void whoIsAskedToWaitKnowsUntilWhenAndTheNextAnswerClearsIt() {
        String client = client();
        Instant before = Instant.now();
        server.fault(Fault.status(429, Duration.ofSeconds(12)));

        JsonNode failure = generate(client).path("failure");

        assertThat(texts(failure.path("types"))).contains("RateLimitException");
        assertThat(failure.path("retryAfterMillis").asLong()).isEqualTo(12_000);
        JsonNode limited = usage(client);
        assertThat(limited.path("isRateLimited").asBoolean()).isTrue();
        assertThat(Instant.parse(limited.path("rateLimitExpiresAt").asText())).isBetween(before.plusSeconds(12).minusMillis(1),
                Instant.now().plusSeconds(12));
        assertThat(limited.path("requestCount").asInt()).isEqualTo(1);
        assertThat(limited.path("messagesUsed").asInt()).isZero();

        assertThat(generate(client).has("failure")).isFalse();
        JsonNode cleared = usage(client);
        assertThat(cleared.path("isRateLimited").asBoolean(true)).isFalse();
        assertThat(cleared.path("rateLimitExpiresAt").asText("x")).isEmpty();
    }

    @Test
    void waitsAreReadInEveryForm() {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT)
                .format(Instant.now().plusSeconds(3_600).atZone(ZoneOffset.UTC));
        Map<Map<String, String>, Long> forms = Map.of(Map.of("retry-after", "7"), 7_000L,
                Map.of("retry-after-ms", "1500", "retry-after", "2"), 1_500L, Map.of("retry-after", "soon"), 0L,
                Map.of("retry-after", date), 3_600_000L);
        forms.forEach((headers, millis) -> {
            String client = client();
            server.answerHeaders(headers);
            server.fault(Fault.status(429));

            long told = generate(client).at("/failure/retryAfterMillis").asLong(0);

            // a date has seconds only, and a request takes its time
            assertThat(told).as(headers.toString()).isBetween(millis - (millis > 10_000 ? 120_000 : 0), millis);
        });
    }

    @Test
    void theLastAnswerIsKeptWithAllItSaid() {
        String client = client();
        Instant reset = Instant.parse("2026-11-22T12:00:00Z");
        limits("requests-limit", "50", "requests-remaining", "49", "requests-reset", reset, "input-tokens-limit", "1000",
                "input-tokens-remaining", "999", "of-tomorrow-limit", "7", "tokens-limit", "many");
        for (String call : List.of("/generate", "/stream")) {
            JsonNode none = api().post(client + call, ask("model", SONNET_4));
            assertThat(none.has("failure")).isFalse();

            JsonNode last = api().get(client + "/last-response");

            assertThat(last.path("status").asInt()).isEqualTo(200);
            assertThat(last.path("requestId").asText()).isEqualTo(lastRequest().requestId());
            assertThat(last.path("limits")).hasSize(2);
            assertThat(last.at("/limits/requests/limit").asInt()).isEqualTo(50);
            assertThat(last.at("/limits/requests/remaining").asInt()).isEqualTo(49);
            assertThat(last.at("/limits/requests/reset").asText()).isEqualTo(reset.toString());
            assertThat(last.at("/limits/input-tokens/remaining").asInt()).isEqualTo(999);
            assertThat(last.path("others").path(PREFIX + "of-tomorrow-limit").asText()).isEqualTo("7");
        }
        server.fault(Fault.status(500));
        generate(client);
        JsonNode refused = api().get(client + "/last-response");
        assertThat(refused.path("status").asInt()).isEqualTo(500);
        assertThat(refused.at("/limits/requests/remaining").asInt()).isEqualTo(49);
    }

    @Test
    void eachClientHasItsOwn() {
        generate(client());

        assertThat(usage(client()).path("requestCount").asInt()).isZero();
    }
}
