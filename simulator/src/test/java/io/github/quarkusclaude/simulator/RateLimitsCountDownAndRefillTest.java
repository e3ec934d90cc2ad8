package io.github.quarkusclaude.simulator;

import static io.github.quarkusclaude.simulator.Api.ask;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;

import org.junit.jupiter.api.Test;

class RateLimitsCountDownAndRefillTest {

    private final VirtualClock clock = new VirtualClock();

    @Test
    void everyAnswerTellsWhatIsLeft() throws IOException {
        try (ClaudeSimulator simulator = limited().requestsPerMinute(60).inputTokensPerMinute(6000)
                .outputTokensPerMinute(600).start()) {
            HttpResponse<String> response = new Api(simulator).messages(ask("lorem 100 tokens"));

            assertThat(limit(response, "requests")).isEqualTo("60/59/2026-11-22T12:00:01Z");
            assertThat(limit(response, "input-tokens")).isEqualTo("6000/5989/2026-11-22T12:00:01Z");
            assertThat(limit(response, "output-tokens")).isEqualTo("600/500/2026-11-22T12:00:10Z");
            assertThat(limit(response, "tokens")).isEqualTo("6600/6489/2026-11-22T12:00:10Z");
        }
    }

    @Test
    void streamsTellItToo() throws IOException {
        try (ClaudeSimulator simulator = limited().outputTokensPerMinute(600).start()) {
            HttpResponse<String> response = new Api(simulator).messages(ask("lorem 100 tokens").put("stream", true));

            assertThat(limit(response, "output-tokens")).startsWith("600/500/");
        }
    }

    @Test
    void exhaustedRequestsAreRefusedUntilOneIsRefilled() throws IOException {
        try (ClaudeSimulator simulator = limited().requestsPerMinute(2).start()) {
            Api api = new Api(simulator);
            api.answer(ask("Hello"));
            api.answer(ask("Hello"));

            HttpResponse<String> refused = api.messages(ask("Hello"));
            assertThat(api.error(refused, 429).path("type").asText()).isEqualTo("rate_limit_error");
            assertThat(refused.headers().firstValue("retry-after")).contains("30");
            assertThat(refused.headers().firstValue("x-should-retry")).contains("true");
            assertThat(limit(refused, "requests")).isEqualTo("2/0/2026-11-22T12:01:00Z");

            clock.advance(Duration.ofSeconds(29));
            api.error(api.messages(ask("Hello")), 429);
            clock.advance(Duration.ofSeconds(1));
            api.answer(ask("Hello"));
            api.error(api.messages(ask("Hello")), 429);
        }
    }

    @Test
    void aPromptThatIsTooLongForTheInputThatIsLeftHasToWait() throws IOException {
        try (ClaudeSimulator simulator = limited().inputTokensPerMinute(60).start()) {
            Api api = new Api(simulator);
            api.answer(ask("x".repeat(4 * 43)));

            HttpResponse<String> refused = api.messages(ask("x".repeat(4 * 23)));
            assertThat(api.error(refused, 429).path("message").asText()).contains("60 input tokens per minute");
            assertThat(refused.headers().firstValue("retry-after")).contains("20");
            assertThat(limit(refused, "input-tokens")).startsWith("60/10/");

            clock.advance(Duration.ofSeconds(20));
            api.answer(ask("x".repeat(4 * 23)));
        }
    }

    @Test
    void outputThatWentBeyondTheLimitIsPaidOffFirst() throws IOException {
        try (ClaudeSimulator simulator = limited().outputTokensPerMinute(60).start()) {
            Api api = new Api(simulator);
            assertThat(limit(api.messages(ask("lorem 119 tokens")), "output-tokens")).startsWith("60/0/");

            HttpResponse<String> refused = api.messages(ask("Hello"));
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("retry-after")).contains("60");

            clock.advance(Duration.ofSeconds(60));
            api.answer(ask("Hello"));
        }
    }

    @Test
    void aPromptThatExceedsTheWholeLimitIsAlwaysRefused() throws IOException {
        try (ClaudeSimulator simulator = limited().inputTokensPerMinute(60).start()) {
            Api api = new Api(simulator);

            HttpResponse<String> refused = api.messages(ask("x".repeat(4 * 100)));

            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("retry-after")).contains("1");
            assertThat(limit(refused, "input-tokens")).startsWith("60/60/");
        }
    }

    @Test
    void nothingIsSavedUpBeyondTheLimit() throws IOException {
        try (ClaudeSimulator simulator = limited().requestsPerMinute(5).start()) {
            new Api(simulator).answer(ask("Hello"));
            clock.advance(Duration.ofHours(1));

            assertThat(limit(new Api(simulator).messages(ask("Hello")), "requests")).startsWith("5/4/");
        }
    }

    @Test
    void everyKeyHasItsOwnLimits() throws IOException {
        try (ClaudeSimulator simulator = limited().requestsPerMinute(1).start()) {
            Api api = new Api(simulator);
            api.answer(ask("Hello"));
            api.error(api.messages(ask("Hello")), 429);

            new Api(simulator).header("x-api-key", "sk-ant-api03-somebody-else").answer(ask("Hello"));
        }
    }

    @Test
    void everyClassOfModelsHasItsOwnLimits() throws IOException {
        try (ClaudeSimulator simulator = limited().requestsPerMinute(1).start()) {
            Api api = new Api(simulator);
            api.answer(ask("Hello").put("model", "claude-sonnet-5"));
            api.answer(ask("Hello").put("model", "claude-haiku-4-5"));

            api.error(api.messages(ask("Hello").put("model", "claude-sonnet-4-6")), 429);
        }
    }

    @Test
    void refusedAndOtherRequestsCostNothing() throws IOException {
        try (ClaudeSimulator simulator = limited().requestsPerMinute(1).start()) {
            Api api = new Api(simulator);
            api.messages(Api.json("{}"));
            api.get("/v1/models");

            api.answer(ask("Hello"));
        }
    }

    private ClaudeSimulator.Builder limited() {
        return ClaudeSimulator.builder().clock(clock);
    }

    private static String limit(HttpResponse<String> response, String kind) {
        String prefix = "anthropic-ratelimit-" + kind + "-";
        return response.headers().firstValue(prefix + "limit").orElseThrow() + "/"
                + response.headers().firstValue(prefix + "remaining").orElseThrow() + "/"
                + response.headers().firstValue(prefix + "reset").orElseThrow();
    }
}
