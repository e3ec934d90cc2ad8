package io.github.quarkusclaude.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.quarkusclaude.error.InvalidRequestException;
import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.message.Content;
import io.github.quarkusclaude.message.ContentBlock;
import io.github.quarkusclaude.message.InputMessage;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.MessageRequestBuilder;
import io.github.quarkusclaude.message.Tool;
import io.github.quarkusclaude.message.ToolChoice;
import io.github.quarkusclaude.message.ToolReferenceBlock;
import io.github.quarkusclaude.message.ToolResultBlock;
import io.github.quarkusclaude.message.ToolUseBlock;
import io.github.quarkusclaude.stream.MessageAccumulator;
import io.github.quarkusclaude.stream.StreamDecoder;
import io.github.quarkusclaude.stream.StreamEvent;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Names go out with a prefix and come back as they were. */
class ToolNamesTest {

    private static final RawJson SCHEMA = RawJson.of("{\"type\":\"object\"}");
    private static final String INPUT = "{\"name\":\"mcp_x\",\"tools\":[{\"name\":\"mcp_mcp_x\"}]}";

    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> plain = Arbitraries.strings().withChars("abm_-9").ofMinLength(1).ofMaxLength(6);
        return Arbitraries.oneOf(plain, plain.map(name -> "mcp_" + name), plain.map(name -> "mcp_mcp_" + name));
    }

    @Property(tries = 500)
    void everyNameComesBackHoweverTheStreamIsCut(@ForAll @Size(min = 1, max = 6) Set<@net.jqwik.api.From("names") String> names,
            @ForAll @IntRange(min = 1, max = 40) int chunk) {
        MessageRequestBuilder builder = MessageRequest.builder().user("Go");
        names.forEach(name -> builder.tool(Tool.of(name, "", SCHEMA)));
        MessageRequest request = builder.build();
        ToolNames table = ToolNames.prefixed(request);
        List<String> sent = table.send(request).tools().stream().map(Tool::name).toList();

        assertThat(sent).doesNotHaveDuplicates().allMatch(name -> name.startsWith("mcp_"));
        assertThat(received(table, stream(sent), chunk).toolUses()).extracting(ToolUseBlock::name)
                .containsExactlyElementsOf(names);
        assertThat(received(table, stream(sent), chunk).toolUses()).extracting(ToolUseBlock::input)
                .containsOnly(RawJson.of(INPUT));
        Message whole = received(ToolNames.UNCHANGED, stream(sent), chunk);
        assertThat(table.receive(whole)).isEqualTo(received(table, stream(sent), chunk));
    }

    @Property(tries = 200)
    void theConversationGoesOutUnderTheSameNames(@ForAll("names") String name) {
        ToolUseBlock call = new ToolUseBlock("a", name, RawJson.of(INPUT), null, null, null, Map.of());
        MessageRequest request = MessageRequest.builder().tool(Tool.of(name, "", SCHEMA)).toolChoice(ToolChoice.tool(name))
                .user("Go").message(InputMessage.assistant(List.of(call)))
                .user(ToolResultBlock.of("a", Content.of(List.of(ToolReferenceBlock.of(name))))).build();

        MessageRequest sent = ToolNames.prefixed(request).send(request);

        String wire = sent.tools().get(0).name();
        assertThat(wire).isEqualTo(name.startsWith("mcp_") ? name : "mcp_" + name);
        assertThat(sent.toolChoice().name()).isEqualTo(wire);
        assertThat(sent.messages().get(1).content().blocks()).containsExactly(call.withName(wire));
        ToolResultBlock result = (ToolResultBlock) sent.messages().get(2).content().blocks().get(0);
        assertThat(result.content().blocks()).containsExactly(ToolReferenceBlock.of(wire));
        assertThat(ToolNames.prefixed(sent).send(sent)).isEqualTo(sent);
    }

    @Example
    void toolsOfTheApiKeepTheirNames() {
        ContentBlock search = ContentBlock.fromJson(
                "{\"type\":\"server_tool_use\",\"id\":\"s\",\"name\":\"web_search\",\"input\":{\"name\":\"mcp_x\"}}");
        ContentBlock remote = ContentBlock.fromJson(
                "{\"type\":\"mcp_tool_use\",\"id\":\"m\",\"name\":\"x\",\"server_name\":\"s\",\"input\":{}}");
        ContentBlock click = ContentBlock.fromJson(
                "{\"type\":\"tool_use\",\"id\":\"c\",\"name\":\"left_click\",\"toolset_name\":\"computer\",\"input\":{}}");
        ContentBlock bash = ContentBlock.fromJson("{\"type\":\"tool_use\",\"id\":\"b\",\"name\":\"bash\",\"input\":{}}");
        List<ContentBlock> blocks = List.of(search, remote, click, bash);
        MessageRequest request = MessageRequest.builder().tool(Tool.known("web_search_20250305", "web_search"))
                .tool(Tool.known("bash_20250124", "bash")).tool(Tool.known("computer_toolset_20260801", null))
                .user("Go").message(InputMessage.assistant(blocks)).build();

        assertThat(ToolNames.prefixed(request).send(request)).isEqualTo(request);
    }

    @Example
    void namesThatBecomeTooLongAreRefused() {
        String longest = "x".repeat(124);
        MessageRequest fits = MessageRequest.builder().tool(Tool.of(longest, "", SCHEMA)).user("Go").build();
        MessageRequest tooLong = fits.toBuilder().tool(Tool.of(longest + "y", "", SCHEMA)).build();

        assertThat(ToolNames.prefixed(fits).send(fits).tools().get(0).name()).isEqualTo("mcp_" + longest);
        assertThatThrownBy(() -> ToolNames.prefixed(tooLong)).isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(longest + "y").hasMessageContaining("128");
    }

    private static Message received(ToolNames table, byte[] stream, int chunk) {
        StreamDecoder decoder = new StreamDecoder();
        MessageAccumulator accumulator = new MessageAccumulator();
        for (int offset = 0; offset < stream.length; offset += chunk) {
            decoder.feed(stream, offset, Math.min(chunk, stream.length - offset));
            for (StreamEvent event = decoder.next(); event != null; event = decoder.next()) {
                accumulator.accept(table.receive(event));
            }
        }
        return accumulator.message();
    }

    private static byte[] stream(List<String> calls) {
        List<String> events = new ArrayList<>();
        events.add("{\"type\":\"message_start\",\"message\":{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\","
                + "\"model\":\"m\",\"content\":[],\"stop_reason\":null,\"usage\":{\"input_tokens\":1,\"output_tokens\":1}}}");
        for (int i = 0; i < calls.size(); i++) {
            events.add(
                    "{\"type\":\"content_block_start\",\"index\":" + i + ",\"content_block\":{\"type\":\"tool_use\",\"id\":\""
                            + i + "\",\"name\":\"" + calls.get(i) + "\",\"input\":{}}}");
            events.add("{\"type\":\"content_block_delta\",\"index\":" + i + ",\"delta\":{\"type\":\"input_json_delta\","
                    + "\"partial_json\":" + RawJson.from(INPUT) + "}}");
            events.add("{\"type\":\"content_block_stop\",\"index\":" + i + "}");
        }
        events.add("{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"tool_use\"},\"usage\":{\"output_tokens\":5}}");
        events.add("{\"type\":\"message_stop\"}");
        StringBuilder stream = new StringBuilder();
        for (String event : events) {
            String type = RawJson.of(event).tree().path("type").asText();
            stream.append("event: ").append(type).append("\ndata: ").append(event).append("\n\n");
        }
        return stream.toString().getBytes(StandardCharsets.UTF_8);
    }
}
