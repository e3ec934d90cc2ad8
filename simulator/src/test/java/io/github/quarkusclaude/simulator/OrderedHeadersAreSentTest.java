package io.github.quarkusclaude.simulator;

import static io.github.quarkusclaude.simulator.Api.ask;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;

import org.junit.jupiter.api.Test;

class OrderedHeadersAreSentTest {

    private static final String REMAINING = "anthropic-ratelimit-requests-remaining";
    private static final String UNIFIED = "anthropic-ratelimit-unified-status";

    @Test
    void withAnswersOfEveryKindUntilTheOrderEnds() throws IOException {
        try (ClaudeSimulator simulator = ClaudeSimulator.builder().start()) {
            Api api = new Api(simulator);
            simulator.answerHeaders(Map.of(REMAINING, "5", UNIFIED, "allowed"));

            assertOrdered(api.messages(ask("Hello")));
            assertOrdered(api.messages(ask("Hello").put("stream", true)));
            assertOrdered(api.messages(ask("Hello").put("max_tokens", -1)));
            assertOrdered(api.get("/v1/files"));

            simulator.reset();
            HttpResponse<String> usual = api.messages(ask("Hello"));
            assertThat(usual.headers().firstValue(UNIFIED)).isEmpty();
            assertThat(usual.headers().allValues(REMAINING)).singleElement().isNotEqualTo("5");
        }
    }

    private static void assertOrdered(HttpResponse<String> response) {
        assertThat(response.headers().allValues(REMAINING)).containsExactly("5");
        assertThat(response.headers().firstValue(UNIFIED)).contains("allowed");
    }
}
