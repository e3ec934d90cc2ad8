package io.github.quarkusclaude.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.quarkusclaude.error.MalformedResponseException;
import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.message.CompactionBlock;
import io.github.quarkusclaude.message.McpToolUseBlock;
import io.github.quarkusclaude.message.RawBlock;
import io.github.quarkusclaude.message.RawCitation;
import io.github.quarkusclaude.message.StopReason;
import io.github.quarkusclaude.message.TextBlock;
import io.github.quarkusclaude.message.ThinkingBlock;
import io.github.quarkusclaude.message.ToolUseBlock;

class MessageAccumulatorTest {

    private static final String START = """
            {"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant","model":"m","content":[],
             "stop_reason":null,"usage":{"input_tokens":10,"cache_read_input_tokens":5,"output_tokens":1,"service_tier":"standard"}}}""";

    private final MessageAccumulator accumulator = new MessageAccumulator();

    @Test
    void textThinkingAndToolsGrow() {
        accept(START,
                """
                        {"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":"","signature":""}}""",
                """
                        {"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"Let me"}}""",
                """
                        {"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":" see."}}""",
                """
                        {"type":"content_block_delta","index":0,"delta":{"type":"signature_delta","signature":"abc="}}""",
                """
                        {"type":"content_block_stop","index":0}""",
                """
                        {"type":"content_block_start","index":1,"content_block":{"type":"text","text":"O"}}""",
                """
                        {"type":"content_block_delta","index":1,"delta":{"type":"text_delta","text":"K"}}""",
                """
                        {"type":"content_block_delta","index":1,"delta":{"type":"citations_delta","citation":{"url":"u"}}}""",
                """
                        {"type":"content_block_stop","index":1}""",
                """
                        {"type":"content_block_start","index":2,"content_block":{"type":"tool_use","id":"t","name":"f","input":{}}}""",
                """
                        {"type":"content_block_delta","index":2,"delta":{"type":"input_json_delta","partial_json":""}}""",
                """
                        {"type":"content_block_delta","index":2,"delta":{"type":"input_json_delta","partial_json":"{\\"a\\": 1"}}""",
                """
                        {"type":"content_block_delta","index":2,"delta":{"type":"input_json_delta","partial_json":".0}"}}""",
                """
                        {"type":"content_block_stop","index":2}""",
                """
                        {"type":"message_delta","delta":{"stop_reason":"tool_use","stop_sequence":null},"usage":{"output_tokens":30,"input_tokens":null}}""",
                """
                        {"type":"message_stop"}""");

        assertThat(accumulator.isComplete()).isTrue();
        var message = accumulator.message();
        assertThat(message.content().get(0)).isInstanceOfSatisfying(ThinkingBlock.class, block -> {
            assertThat(block.thinking()).isEqualTo("Let me see.");
            assertThat(block.signature()).isEqualTo("abc=");
        });
        assertThat(message.content().get(1)).isInstanceOfSatisfying(TextBlock.class, block -> {
            assertThat(block.text()).isEqualTo("OK");
            assertThat(block.citations()).containsExactly(
                    new RawCitation(null, null, java.util.Map.of("url", RawJson.of("\"u\""))));
        });
        assertThat(message.content().get(2)).isInstanceOfSatisfying(ToolUseBlock.class,
                block -> assertThat(block.input()).hasToString("{\"a\": 1.0}"));
        assertThat(message.stopReason()).isEqualTo(StopReason.TOOL_USE);
    }

    @Test
    void usageIsOverwrittenAndNeverAdded() {
        accept(START, """
                {"type":"message_delta","delta":{},"usage":{"output_tokens":7}}""", """
                {"type":"message_delta","delta":{},"usage":{"output_tokens":9,"input_tokens":null,"new_count":3}}""", """
                {"type":"message_stop"}""");

        assertThat(RawJson.of(accumulator.message().usage().toJson())).isEqualTo(RawJson.of(
                "{\"input_tokens\":10,\"cache_read_input_tokens\":5,\"output_tokens\":9,\"service_tier\":\"standard\",\"new_count\":3}"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", ",\"index\":99999999999", ",\"index\":\"0\"", ",\"index\":null", ",\"index\":-1",
            ",\"index\":7" })
    void aChangeOfNoBlockIsRefusedInsteadOfChangingTheFirst(String index) {
        accept(START, """
                {"type":"content_block_start","index":0,"content_block":{"type":"text","text":"a"}}""");

        for (String json : List.of("{\"type\":\"content_block_delta\"%s,\"delta\":{\"type\":\"text_delta\",\"text\":\"b\"}}",
                "{\"type\":\"content_block_stop\"%s}",
                "{\"type\":\"content_block_start\"%s,\"content_block\":{\"type\":\"text\",\"text\":\"c\"}}")) {
            assertThatThrownBy(() -> accept(json.formatted(index))).isInstanceOf(MalformedResponseException.class);
        }
        assertThat(accumulator.partialMessage().orElseThrow().text()).isEqualTo("a");
    }

    @Test
    void argumentsThatAreCutOffStayEmpty() {
        accept(START, """
                {"type":"content_block_start","index":0,"content_block":{"type":"tool_use","id":"t","name":"f","input":{}}}""",
                """
                        {"type":"content_block_delta","index":0,"delta":{"type":"input_json_delta","partial_json":"{\\"a\\": \\"b"}}""",
                """
                        {"type":"content_block_stop","index":0}""", """
                        {"type":"message_stop"}""");

        assertThat(accumulator.message().toolUses().get(0).input()).isEqualTo(RawJson.EMPTY_OBJECT);
    }

    @Test
    void aSummaryGrowsAndWhatIsNullSaysNothing() {
        accept(START, """
                {"type":"content_block_start","index":0,"content_block":{"type":"compaction","content":null}}""",
                """
                        {"type":"content_block_delta","index":0,"delta":{"type":"compaction_delta","content":"They ","signature":"s"}}""",
                """
                        {"type":"content_block_delta","index":0,"delta":{"type":"compaction_delta","content":"met.","encrypted_content":"e"}}""",
                """
                        {"type":"content_block_delta","index":0,"delta":{"type":"compaction_delta","content":null,"tool_changes":[]}}""",
                """
                        {"type":"content_block_stop","index":0}""", """
                        {"type":"content_block_start","index":1,"content_block":{"type":"compaction","content":null}}""", """
                        {"type":"content_block_delta","index":1,"delta":{"type":"compaction_delta","content":null}}""", """
                        {"type":"message_stop"}""");

        assertThat(accumulator.message().content().get(0)).hasToString(
                new CompactionBlock("They met.", "e", "s", RawJson.of("[]"), null,
                        java.util.Map.of("content", RawJson.NULL)).toString());
        assertThat(accumulator.message().content().get(1).toJson()).isEqualTo("{\"type\":\"compaction\",\"content\":null}");
    }

    @Test
    void afterAFallbackTheMessageIsOfTheOtherModel() {
        accept(START, """
                {"type":"content_block_start","index":0,"content_block":
                 {"type":"fallback","from":{"model":"m"},"to":{"model":"other"}}}""", """
                {"type":"message_stop"}""");

        assertThat(accumulator.message().model()).isEqualTo("other");
    }

    @Test
    void theArgumentsOfToolsThatTheApiRunsAreComplete() {
        accept(START,
                """
                        {"type":"content_block_start","index":0,"content_block":{"type":"server_tool_use","id":"s","name":"web_search","input":{}}}""",
                """
                        {"type":"content_block_delta","index":0,"delta":{"type":"input_json_delta","partial_json":"{\\"query\\":"}}""",
                """
                        {"type":"content_block_delta","index":0,"delta":{"type":"input_json_delta","partial_json":"\\"q\\"}"}}""",
                """
                        {"type":"content_block_start","index":1,"content_block":{"type":"mcp_tool_use","id":"t","name":"f","server_name":"s","input":{}}}""",
                """
                        {"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":"{\\"n\\":1}"}}""",
                """
                        {"type":"message_stop"}""");

        assertThat(accumulator.message().serverToolCalls()).singleElement()
                .satisfies(call -> assertThat(call.use().input()).hasToString("{\"query\":\"q\"}"));
        assertThat(accumulator.message().content().get(1)).isInstanceOfSatisfying(McpToolUseBlock.class,
                use -> assertThat(use.input()).hasToString("{\"n\":1}"));
    }

    @Test
    void theEndTellsContainerRefusalAndWhatWasLeftOut() {
        accept(START,
                """
                        {"type":"message_delta","delta":{"stop_reason":"refusal","stop_details":{"type":"refusal","category":"bio"},
                          "container":{"id":"c","expires_at":"2026-11-22T10:00:00Z"}},
                         "context_management":{"applied_edits":[{"type":"clear_tool_uses_20250919"}]},"input_transformations":[{"type":"x"}],
                         "usage":{"output_tokens":1,"output_tokens_details":{"thinking_tokens":1}}}""",
                """
                        {"type":"message_delta","delta":{"stop_reason":"refusal","stop_details":{"type":"refusal","category":"cyber"},
                          "container":null},"usage":{"output_tokens":2,"output_tokens_details":null}}""",
                """
                        {"type":"message_stop"}""");

        assertThat(accumulator.message().stopDetails().category()).isEqualTo("cyber");
        assertThat(accumulator.message().container().id()).isEqualTo("c");
        assertThat(accumulator.message().additionalFields()).containsEntry("input_transformations",
                RawJson.of("[{\"type\":\"x\"}]")).containsKey("context_management");
        assertThat(accumulator.message().usage().thinkingTokens()).isEqualTo(1);
    }

    @Test
    void blocksAndDeltasOfUnknownKindsAreSurvived() {
        accept(START, """
                {"type":"content_block_start","index":0,"content_block":{"type":"hologram","depth":3}}""", """
                {"type":"content_block_delta","index":0,"delta":{"type":"hologram_delta","depth":4}}""", """
                {"type":"something_else"}""", """
                {"type":"message_stop"}""");

        assertThat(accumulator.message().content())
                .containsExactly(new RawBlock("hologram", java.util.Map.of("depth", RawJson.of("3"))));
    }

    @Test
    void theMessageSoFarCanBeHadAtAnyTime() {
        assertThat(accumulator.partialMessage()).isEmpty();
        accept(START, """
                {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}""", """
                {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Once upon"}}""");

        assertThat(accumulator.partialMessage().orElseThrow().text()).isEqualTo("Once upon");
        assertThat(accumulator.partialMessage().orElseThrow().stopReason()).isNull();
        assertThatThrownBy(accumulator::message).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"type\":\"message_start\",\"message\":{\"id\":\"msg_2\",\"content\":[]}}",
            "{\"type\":\"content_block_delta\",\"index\":1,\"delta\":{\"type\":\"text_delta\",\"text\":\"x\"}}",
            "{\"type\":\"content_block_stop\",\"index\":5}",
            "{\"type\":\"content_block_start\",\"index\":3,\"content_block\":{\"type\":\"text\",\"text\":\"\"}}",
            "{\"type\":\"content_block_start\",\"index\":1}" })
    void anEventOutOfOrderIsAnErrorThatCarriesWhatHadArrived(String event) {
        accept(START, """
                {"type":"content_block_start","index":0,"content_block":{"type":"text","text":"Once"}}""");

        assertThatThrownBy(() -> accept(event)).isInstanceOfSatisfying(MalformedResponseException.class,
                failure -> assertThat(failure.partialMessage().orElseThrow().text()).isEqualTo("Once"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"type\":\"message_stop\"}", "{\"type\":\"message_delta\",\"delta\":{}}",
            "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}}" })
    void nothingComesBeforeTheStart(String event) {
        assertThatThrownBy(() -> accept(event)).isInstanceOf(MalformedResponseException.class);
    }

    private void accept(String... events) {
        for (String event : events) {
            accumulator.accept(StreamEvent.fromJson(event));
        }
    }
}
