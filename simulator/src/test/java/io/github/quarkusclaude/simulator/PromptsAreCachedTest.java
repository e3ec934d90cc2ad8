package io.github.quarkusclaude.simulator;

import static io.github.quarkusclaude.simulator.Api.ask;
import static io.github.quarkusclaude.simulator.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

class PromptsAreCachedTest {

    private final VirtualClock clock = new VirtualClock();
    private final ClaudeSimulator simulator = ClaudeSimulator.builder().clock(clock).start();
    private final Api api = new Api(simulator);

    @AfterEach
    void stop() {
        simulator.close();
    }

    private static final String LONG = "word ".repeat(4_000);

    @Test
    void whatIsWrittenIsReadByTheNextRequest() throws IOException {
        JsonNode first = usage(request("claude-opus-5", "5m", "Hello"));
        assertThat(first.path("cache_creation_input_tokens").asInt()).isEqualTo(5_003);
        assertThat(first.at("/cache_creation/ephemeral_5m_input_tokens").asInt()).isEqualTo(5_003);
        assertThat(first.path("cache_read_input_tokens").asInt()).isZero();

        JsonNode second = usage(request("claude-opus-5", "5m", "Something else"));
        assertThat(second.path("cache_read_input_tokens").asInt()).isEqualTo(5_003);
        assertThat(second.path("cache_creation_input_tokens").asInt()).isZero();
        assertThat(second.path("input_tokens").asInt()).isEqualTo(3 + 4 + 4);
        assertThat(total(second)).isEqualTo(total(first) + 2);
    }

    @Test
    void theCacheForgetsUnlessItIsRead() throws IOException {
        usage(request("claude-opus-5", "5m", "a"));
        clock.advance(Duration.ofMinutes(4));
        assertThat(usage(request("claude-opus-5", "5m", "b")).path("cache_read_input_tokens").asInt()).isPositive();
        clock.advance(Duration.ofMinutes(4));
        assertThat(usage(request("claude-opus-5", "5m", "c")).path("cache_read_input_tokens").asInt()).isPositive();
        clock.advance(Duration.ofMinutes(5));
        assertThat(usage(request("claude-opus-5", "5m", "d")).path("cache_read_input_tokens").asInt()).isZero();
    }

    @Test
    void anHourIsCountedByItself() throws IOException {
        ObjectNode body = request("claude-opus-5", "1h", LONG);
        ((ObjectNode) body.at("/messages/0")).set("content", json("{'c':[{'type':'text','text':'" + LONG
                + "','cache_control':{'type':'ephemeral'}}]}").path("c"));

        JsonNode written = usage(body);

        assertThat(written.at("/cache_creation/ephemeral_1h_input_tokens").asInt()).isEqualTo(5_003);
        assertThat(written.at("/cache_creation/ephemeral_5m_input_tokens").asInt()).isEqualTo(5_004);
        clock.advance(Duration.ofMinutes(30));
        assertThat(usage(body).path("cache_read_input_tokens").asInt()).isEqualTo(5_003);
    }

    @Test
    void aConversationIsCachedAsItGrows() throws IOException {
        ObjectNode body = ask("claude-opus-5", LONG);
        body.putObject("cache_control").put("type", "ephemeral");
        JsonNode first = usage(body);
        ((ArrayNode) body.path("messages")).addObject().put("role", "assistant").put("content", "I see.");
        ((ArrayNode) body.path("messages")).addObject().put("role", "user").put("content", "Go on.");

        JsonNode second = usage(body);

        assertThat(second.path("cache_read_input_tokens")).isEqualTo(first.path("cache_creation_input_tokens"));
        assertThat(second.path("cache_creation_input_tokens").asInt()).isEqualTo(2 * 4 + 2 + 2);
    }

    @Test
    void noBreakpointNoCache() throws IOException {
        ObjectNode body = ask("claude-opus-5", LONG);
        usage(body);
        assertThat(usage(body).path("cache_read_input_tokens").asInt()).isZero();
        assertThat(usage(body).path("cache_creation_input_tokens").asInt()).isZero();
    }

    @ParameterizedTest
    @CsvSource({ "claude-opus-5, 512", "claude-opus-4-8, 1024", "claude-opus-4-6, 4096" })
    void lessThanTheMinimumOfTheModelIsNotCached(String model, int minimum) throws IOException {
        assertThat(
                usage(request(model, "5m", "x".repeat(4 * (minimum - 3)), "Hello")).path("cache_creation_input_tokens").asInt())
                .isEqualTo(minimum);
        assertThat(
                usage(request(model, "5m", "x".repeat(4 * (minimum - 4)), "Hello")).path("cache_creation_input_tokens").asInt())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = { "{'model':'claude-opus-4-8'}",
            "{'system':[{'type':'text','text':'other'},{'type':'text','text':'x'}]}",
            "{'tools':[{'name':'a','input_schema':{'type':'object'}}]}" })
    void aChangeBeforeTheBreakpointMissesTheCache(String change) throws IOException {
        ObjectNode body = request("claude-opus-5", "5m", "Hello");
        usage(body);
        body.setAll(json(change));

        assertThat(usage(body).path("cache_read_input_tokens").asInt()).isZero();
    }

    @Test
    void effortCountsForMessagesOnly() throws IOException {
        ObjectNode body = request("claude-opus-5", "5m", "Hello");
        body.putObject("cache_control").put("type", "ephemeral");
        usage(body);
        body.putObject("output_config").put("effort", "low");

        assertThat(usage(body).path("cache_read_input_tokens").asInt()).isEqualTo(5_003);
    }

    @Test
    void aRequestWithoutOutputFillsTheCache() throws IOException {
        ObjectNode body = request("claude-opus-5", "5m", "Hello");
        usage(body.deepCopy().put("max_tokens", 0));

        assertThat(usage(body).path("cache_read_input_tokens").asInt()).isPositive();
    }

    @Test
    void keysDoNotShareACache() throws IOException {
        usage(request("claude-opus-5", "5m", "Hello"));
        api.header("x-api-key", "sk-ant-api03-somebody-else-altogether");

        assertThat(usage(request("claude-opus-5", "5m", "Hello")).path("cache_read_input_tokens").asInt()).isZero();
    }

    private static ObjectNode request(String model, String ttl, String prompt) {
        return request(model, ttl, LONG, prompt);
    }

    private static ObjectNode request(String model, String ttl, String system, String prompt) {
        ObjectNode body = ask(model, prompt);
        body.putArray("system").addObject().put("type", "text").put("text", system).putObject("cache_control")
                .put("type", "ephemeral").put("ttl", ttl);
        return body;
    }

    private JsonNode usage(ObjectNode body) throws IOException {
        return api.answer(body).path("usage");
    }

    private static int total(JsonNode usage) {
        return usage.path("input_tokens").asInt() + usage.path("cache_creation_input_tokens").asInt()
                + usage.path("cache_read_input_tokens").asInt();
    }
}
