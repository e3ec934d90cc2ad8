package io.github.quarkusclaude.deployment.catalog;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.quarkusclaude.catalog.rules.RequestPreparation;
import io.github.quarkusclaude.error.InvalidRequestException;
import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.message.CacheControl;
import io.github.quarkusclaude.message.ContentBlock;
import io.github.quarkusclaude.message.ImageBlock;
import io.github.quarkusclaude.message.InputMessage;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.MessageRequestBuilder;
import io.github.quarkusclaude.message.Source;
import io.github.quarkusclaude.message.TextBlock;
import io.github.quarkusclaude.message.ThinkingConfig;
import io.github.quarkusclaude.message.Tool;
import io.github.quarkusclaude.message.ToolChoice;
import io.github.quarkusclaude.message.ToolResultBlock;
import io.github.quarkusclaude.message.Unsupported;

/** What the API would refuse fails before it is sent, with a message that says what to change. */
class BadRequestsTest {

    private static final RequestPreparation ADAPT = Prepared.by(Unsupported.ADAPT);
    private static final ContentBlock CALL = ContentBlock.fromJson(
            "{\"type\":\"tool_use\",\"id\":\"toolu_1\",\"name\":\"look_up\",\"input\":{}}");

    static Stream<Arguments> bad() {
        RawJson format = RawJson.of("{\"effort\":null,\"format\":{\"type\":\"json_schema\",\"schema\":{\"type\":\"object\"}}}");
        return Stream.of(
                bad("no messages", MessageRequest.builder(), "no messages"),
                bad("an empty message", ask().user("").user("Hello"), "messages.1 is empty"),
                bad("a blank stop sequence", ask().stopSequences(List.of(" ")), "stop sequence is blank"),
                bad("a result without a call", ask().user(ToolResultBlock.of("toolu_9", "42")), "\"toolu_9\"",
                        "answers no tool_use"),
                bad("a result that comes twice", called().user(ToolResultBlock.of("toolu_1", "42"),
                        ToolResultBlock.of("toolu_1", "43")), "each result once"),
                bad("a result that comes late", called().user(TextBlock.of("Well,"), ToolResultBlock.of("toolu_1", "42")),
                        "Put the results first"),
                bad("a call without a result", called().user("Never mind"), "no tool_result", "\"toolu_1\""),
                bad("a call answered after another turn", called().assistant("Wait").user("No")
                        .assistant("So?").user(ToolResultBlock.of("toolu_1", "42")), "no tool_result before messages.4"),
                bad("a budget of all tokens", ask().maxTokens(2_000).thinking(ThinkingConfig.enabled(2_000)),
                        "budget is 2000", "max_tokens is 2000"),
                bad("a small budget", ask().thinking(ThinkingConfig.enabled(1_023)), "1023", "at least 1024"),
                bad("no budget", ask().thinking(new ThinkingConfig("enabled", null, null, null, Map.of())), "no budget_tokens"),
                bad("negative max_tokens", ask().maxTokens(-1), "max_tokens is -1"),
                bad("an answer of nothing by force", ask().maxTokens(0).tool(Wish.TOOL).toolChoice(ToolChoice.ANY),
                        "only fills the prompt cache", "force"),
                bad("five breakpoints", cached(5, CacheControl.FIVE_MINUTES), "5 cache breakpoints", "takes 4"),
                bad("four breakpoints and one for all", cached(4, CacheControl.ONE_HOUR).cacheControl(CacheControl.ONE_HOUR),
                        "5 cache breakpoints"),
                bad("a long life after a short one", cached(1, CacheControl.FIVE_MINUTES).user(
                        TextBlock.of("x").withCacheControl(CacheControl.ONE_HOUR)), "1h", "Put those of 1h first"),
                bad("an empty cached text", ask().user(TextBlock.of("").withCacheControl(CacheControl.FIVE_MINUTES),
                        TextBlock.of("x")), "empty and cannot be cached"),
                bad("cached thinking", ask().message(InputMessage.assistant(List.of(
                        ContentBlock.fromJson("{\"type\":\"thinking\",\"thinking\":\"x\",\"signature\":\"s\",\"cache_control\":"
                                + "{\"type\":\"ephemeral\"}}"),
                        TextBlock.of("x")))).user("y"), "type thinking", "cannot have cache_control"),
                bad("a tool with blanks in its name", ask().tool(Tool.of("look up", "x", RawJson.EMPTY_OBJECT)), "\"look up\""),
                bad("a tool without a schema", ask().tool(new Tool(null, "x", null, null, null, null, null, null, null, null,
                        Map.of())), "no input_schema"),
                bad("two tools with one name", ask().tool(Wish.TOOL).tool(Wish.TOOL), "several tools named \"look_up\""),
                bad("a choice without tools", ask().toolChoice(ToolChoice.ANY), "no tools"),
                bad("the choice of a missing tool", ask().tool(Wish.TOOL).toolChoice(ToolChoice.tool("look")), "\"look\"",
                        "look_up"),
                bad("allowed and blocked domains", ask().tool(Tool.known("web_search_20260318", "web_search")
                        .with("allowed_domains", List.of("a.example")).with("blocked_domains", List.of("b.example"))),
                        "allowed_domains", "blocked_domains"),
                bad("too high a temperature", ask().temperature(1.1), "temperature is 1.1"),
                bad("top_p that is no number", ask().topP(Double.NaN), "top_p is NaN"),
                bad("a negative top_k", ask().topK(-1), "top_k is -1"),
                bad("a prefilled structured answer",
                        MessageRequest.fromJson("{\"messages\":[{\"role\":\"user\",\"content\":\"x\"},"
                                + "{\"role\":\"assistant\",\"content\":\"{\"}],\"output_config\":" + format + "}").toBuilder(),
                        "last message of role assistant"),
                bad("a structured answer with citations",
                        MessageRequest.fromJson("{\"messages\":[{\"role\":\"user\",\"content\":"
                                + "[{\"type\":\"document\",\"source\":{\"type\":\"text\",\"media_type\":\"text/plain\",\"data\":\"x\"},"
                                + "\"citations\":{\"enabled\":true}}]}],\"output_config\":" + format + "}").toBuilder(),
                        "citations", "messages.0.content.0"),
                bad("two ways to compact", ask().additionalField("compaction", Map.of("type", "summarize"))
                        .additionalField("context_management", Map.of("edits", List.of())),
                        "compaction and context_management"),
                bad("thinking cleared late", ask().additionalField("context_management", Map.of("edits",
                        List.of(Map.of("type", "clear_tool_uses_20250919"), Map.of("type", "clear_thinking_20251015")))),
                        "first of the edits"),
                bad("601 images", images(601), "601 images"),
                bad("101 images for a small model", images(101).model("claude-haiku-4-5"), "101 images"),
                bad("a limit that is a text",
                        read("{\"max_tokens\":\"1000\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}"),
                        "max_tokens is not a whole number"),
                bad("a model that is a number", read("{\"model\":4,\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}"),
                        "model is not a text"),
                bad("an unknown beta", ask().betas("context-managment-2025-06-27"), "context-management-2025-06-27",
                        "quarkus.claude.beta.features"),
                bad("a beta with a line break", ask().betas("x\r\ny: z"), "not a known beta feature"));
    }

    private static MessageRequestBuilder read(String json) {
        return MessageRequest.fromJson(json).toBuilder();
    }

    private static Arguments bad(String name, MessageRequestBuilder request, String... message) {
        return Arguments.of(name, request.build(), message);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void bad(String name, MessageRequest request, String[] message) {
        assertThatThrownBy(() -> ADAPT.prepare(request)).isInstanceOf(InvalidRequestException.class)
                .hasMessageContainingAll(message);
    }

    @Test
    void everythingIsSaidAtOnce() {
        MessageRequest request = MessageRequest.builder().model("claude-sonnet-5-5").temperature(2.0).topK(-3).build();
        assertThatThrownBy(() -> Prepared.by(Unsupported.REJECT).prepare(request)).isInstanceOf(InvalidRequestException.class)
                .hasMessageContainingAll("5 problems", "no messages", "temperature is 2.0", "top_k is -3",
                        "does not take temperature", "does not take top_k");
    }

    @Test
    void aBodyOfMoreThan32MegabytesIsNotSent() {
        MessageRequest request = ask().user("x".repeat(33 * 1024 * 1024)).build();
        assertThatThrownBy(() -> ADAPT.prepare(request).json()).isInstanceOf(InvalidRequestException.class)
                .hasMessageContainingAll("32 MB", "files");
    }

    @Test
    void onlyTheCacheIsFilledInOnePiece() {
        MessageRequest request = ask().maxTokens(0).build();
        assertThatCode(() -> ADAPT.prepare(request)).doesNotThrowAnyException();
        assertThatThrownBy(() -> ADAPT.prepareForStream(request)).hasMessageContaining("cannot be streamed");
        assertThatThrownBy(() -> ADAPT.prepareForBatch(request)).hasMessageContaining("batch");
    }

    @Test
    void whatTheApiTakesIsNotRefused() {
        assertThatCode(() -> {
            ADAPT.prepare(called().user(ToolResultBlock.of("toolu_1", "42"), TextBlock.of("Go on")).build());
            ADAPT.prepare(called().user(ToolResultBlock.of("toolu_1", "42")).user("Go on").build());
            ADAPT.prepare(ask().maxTokens(2_000).model("claude-sonnet-4-5").tool(Wish.TOOL)
                    .thinking(ThinkingConfig.enabled(8_000)).build());
            ADAPT.prepare(ask().user(ToolResultBlock.of("toolu_9", "42")).additionalField("thread",
                    Map.of("type", "continue", "previous_message_id", "msg_1")).build());
            ADAPT.prepareForCounting(called().build());
            ADAPT.prepare(cached(2, CacheControl.ONE_HOUR).cacheControl(CacheControl.FIVE_MINUTES).build());
            ADAPT.prepare(images(600).build());
            ADAPT.prepare(
                    MessageRequest.fromJson("{\"model\":\"claude-sonnet-5-5\",\"messages\":[{\"role\":\"user\",\"content\":"
                            + "\"x\"},{\"role\":\"assistant\",\"content\":[{\"type\":\"server_tool_use\",\"id\":\"srvtoolu_1\",\"name\":"
                            + "\"web_search\",\"input\":{}}]}]}"));
        }).doesNotThrowAnyException();
    }

    private static MessageRequestBuilder ask() {
        return MessageRequest.builder().user("Hello");
    }

    private static MessageRequestBuilder called() {
        return ask().tool(Wish.TOOL).message(InputMessage.assistant(List.of(CALL)));
    }

    private static MessageRequestBuilder cached(int times, CacheControl control) {
        MessageRequestBuilder builder = MessageRequest.builder();
        for (int i = 0; i < times; i++) {
            builder.user(TextBlock.of("text " + i).withCacheControl(control));
        }
        return builder;
    }

    private static MessageRequestBuilder images(int count) {
        ContentBlock image = ImageBlock.of(Source.url("https://example.org/x.png"));
        return MessageRequest.builder().user(Collections.nCopies(count, image).toArray(ContentBlock[]::new));
    }
}
