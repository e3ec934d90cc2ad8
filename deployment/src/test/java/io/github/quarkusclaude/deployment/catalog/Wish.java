package io.github.quarkusclaude.deployment.catalog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.message.CacheControl;
import io.github.quarkusclaude.message.ContentBlock;
import io.github.quarkusclaude.message.DocumentBlock;
import io.github.quarkusclaude.message.ImageBlock;
import io.github.quarkusclaude.message.InputMessage;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.MessageRequestBuilder;
import io.github.quarkusclaude.message.OutputConfig;
import io.github.quarkusclaude.message.OutputFormat;
import io.github.quarkusclaude.message.Source;
import io.github.quarkusclaude.message.TextBlock;
import io.github.quarkusclaude.message.ThinkingConfig;
import io.github.quarkusclaude.message.ThinkingLevel;
import io.github.quarkusclaude.message.Tool;
import io.github.quarkusclaude.message.ToolChoice;
import io.github.quarkusclaude.message.ToolResultBlock;
import io.github.quarkusclaude.message.Toolset;

/**
 * Something an application may ask for, of whatever model.
 *
 * @param name what it is
 * @param refusable whether there are models for which nothing can be sent instead
 * @param ask adds it to a request
 */
record Wish(String name, boolean refusable, UnaryOperator<MessageRequestBuilder> ask) {

    static final Tool TOOL = Tool.of("look_up", "Looks something up",
            RawJson.of("{\"type\":\"object\",\"properties\":{\"word\":{\"type\":\"string\"}}}"));

    static final RawJson SCHEMA = RawJson.of("{\"type\":\"object\",\"properties\":{\"answer\":"
            + "{\"type\":\"string\"}},\"required\":[\"answer\"],\"additionalProperties\":false}");
    private static final byte[] PNG = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R',
            0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0 };

    /** A request to a model with this and nothing else. */
    MessageRequest to(String model) {
        return ask.apply(MessageRequest.builder().model(model).user("What is a catalogue?")).build();
    }

    /** A request from JSON, for what is easier said so. */
    private static Wish json(String name, String fields) {
        return new Wish(name, false, builder -> MessageRequest.fromJson("{\"model\":" + RawJson.from(builder.build().model())
                + ",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]," + fields + "}").toBuilder());
    }

    private static Wish of(String name, UnaryOperator<MessageRequestBuilder> ask) {
        return new Wish(name, false, ask);
    }

    private Wish and(UnaryOperator<MessageRequestBuilder> more) {
        return new Wish(name, refusable, builder -> more.apply(ask.apply(builder)));
    }

    /** A tool was called without thinking, maybe by another model. */
    private static MessageRequestBuilder resultOfATool(MessageRequestBuilder builder) {
        return builder.tool(TOOL).message(InputMessage.assistant(List.of(ContentBlock.fromJson(
                "{\"type\":\"tool_use\",\"id\":\"toolu_1\",\"name\":\"look_up\",\"input\":{}}"))))
                .user(ToolResultBlock.of("toolu_1", "A list"));
    }

    private static UnaryOperator<MessageRequestBuilder> user(ContentBlock block) {
        return builder -> builder.messages(List.of(InputMessage.user(List.of(block))));
    }

    static List<Wish> all() {
        List<Wish> wishes = new ArrayList<>(List.of(
                of("an answer", builder -> builder),
                of("max_tokens 5", builder -> builder.maxTokens(5)),
                of("max_tokens 1,000,000", builder -> builder.maxTokens(1_000_000)),
                of("stop sequences", builder -> builder.stopSequences(List.of("STOP"))),
                of("tool_choice any", builder -> builder.tool(TOOL).toolChoice(ToolChoice.ANY)),
                of("tool_choice tool", builder -> builder.tool(TOOL)
                        .toolChoice(ToolChoice.tool("look_up").withoutParallelToolUse())),
                of("a strict tool", builder -> builder.tool(Tool.of("strict", "Strict", RawJson.of(
                        "{\"type\":\"object\",\"properties\":{},\"additionalProperties\":false}")).withStrict(true))),
                of("prefill", builder -> builder.assistant("A catalogue is")),
                of("an empty prefill", builder -> builder.assistant("")),
                new Wish("structured output", true,
                        builder -> builder.outputConfig(OutputConfig.format(OutputFormat.jsonSchema(SCHEMA)))),
                new Wish("an image", true, user(ImageBlock.of(Source.base64("image/png", PNG)))),
                new Wish("a PDF", true, user(DocumentBlock.of(Source.base64("application/pdf",
                        "%PDF-1.4\n%%EOF".getBytes(StandardCharsets.US_ASCII))))),
                of("a system message", builder -> builder.message(InputMessage.system("Be brief.")).user("Go on.")),
                of("cached text", user(TextBlock.of("Remember this").withCacheControl(CacheControl.ONE_HOUR))),
                of("a cached prompt", builder -> builder.cacheControl(CacheControl.FIVE_MINUTES)),
                new Wish("inference_geo", true, builder -> builder.additionalField("inference_geo", "us")),
                of("inference_geo global", builder -> builder.inferenceGeo("global")),
                new Wish("an older computer tool", true, builder -> builder.tool(computer("computer_20251124"))),
                new Wish("the oldest computer tool", true, builder -> builder.tool(computer("computer_20241022"))),
                of("the toolset of the computer", builder -> builder.tool(Toolset.computer().build())),
                of("speed", builder -> builder.additionalField("speed", "fast")),
                json("MCP", "\"mcp_servers\":[{\"type\":\"url\",\"url\":\"https://mcp.example/sse\",\"name\":\"m\"}],"
                        + "\"tools\":[{\"type\":\"mcp_toolset\",\"mcp_server_name\":\"m\"}]"),
                json("context editing", "\"context_management\":{\"edits\":[{\"type\":\"clear_tool_uses_20250919\"}]}"),
                json("compaction", "\"context_management\":{\"edits\":[{\"type\":\"compact_20260112\"}]}"),
                json("fallbacks", "\"fallbacks\":\"default\""),
                json("the advisor",
                        "\"tools\":[{\"type\":\"advisor_20260301\",\"name\":\"advisor\",\"model\":\"claude-opus-5\"}]"),
                json("a task budget", "\"output_config\":{\"task_budget\":{\"type\":\"tokens\",\"total\":100000}}")));
        for (String effort : List.of("low", "medium", "high", "xhigh", "max")) {
            wishes.add(of("effort " + effort, builder -> builder.outputConfig(OutputConfig.effort(effort))));
            wishes.add(of("no thinking with effort " + effort,
                    builder -> builder.thinking(ThinkingConfig.DISABLED).outputConfig(OutputConfig.effort(effort))));
            wishes.add(of("thinking between tools with effort " + effort, builder -> builder
                    .thinking(thinking("between_tools")).outputConfig(OutputConfig.effort(effort))));
        }
        for (String type : List.of("adaptive", "disabled", "between_tools")) {
            wishes.add(of("thinking " + type, builder -> builder.thinking(thinking(type))));
            wishes.add(of("thinking " + type + " and a forced tool", builder -> builder.thinking(thinking(type)).tool(TOOL)
                    .toolChoice(ToolChoice.ANY)));
        }
        for (int budget : List.of(1_024, 10_000, 60_000, 127_000)) {
            wishes.add(of("a budget of " + budget, builder -> builder.thinking(ThinkingConfig.enabled(budget))));
            wishes.add(of("a budget of " + budget + " and tools",
                    builder -> builder.thinking(ThinkingConfig.enabled(budget)).tool(TOOL)));
            wishes.add(of("a budget of " + budget + " and 128,000 tokens", builder -> builder.maxTokens(128_000)
                    .thinking(ThinkingConfig.enabled(budget).withDisplay("omitted"))));
        }
        wishes.add(of("a budget and a forced tool", builder -> builder.thinking(ThinkingConfig.enabled(2_000)).tool(TOOL)
                .toolChoice(ToolChoice.ANY)));
        wishes.add(of("a budget and a prefill", builder -> builder.thinking(ThinkingConfig.enabled(2_000)).assistant("It is")));
        wishes.add(of("a budget and the result of a tool", Wish::resultOfATool)
                .and(builder -> builder.thinking(ThinkingConfig.enabled(2_000))));
        for (ThinkingLevel level : ThinkingLevel.values()) {
            wishes.add(of("level " + level.id() + " and the result of a tool", Wish::resultOfATool)
                    .and(builder -> builder.thinkingLevel(level)));
            wishes.add(
                    of("level " + level.id() + " and a prefill", builder -> builder.thinkingLevel(level).assistant("It is")));
            wishes.add(of("level " + level.id(), builder -> builder.thinkingLevel(level)));
            wishes.add(of("level " + level.id() + " and a forced tool",
                    builder -> builder.thinkingLevel(level).tool(TOOL).toolChoice(ToolChoice.ANY)));
            wishes.add(of("level " + level.id() + " and max_tokens 9", builder -> builder.thinkingLevel(level).maxTokens(9)));
            wishes.add(of("level " + level.id() + " and sampling",
                    builder -> builder.thinkingLevel(level).temperature(0.3).topP(0.5).topK(4)));
            wishes.add(of("level " + level.id() + " and effort max",
                    builder -> builder.thinkingLevel(level).outputConfig(OutputConfig.effort("max"))));
        }
        return wishes;
    }

    static Tool computer(String type) {
        return Tool.known(type, "computer").with("display_width_px", 800).with("display_height_px", 600);
    }

    private static ThinkingConfig thinking(String type) {
        return new ThinkingConfig(type, null, null, null, Map.of());
    }
}
