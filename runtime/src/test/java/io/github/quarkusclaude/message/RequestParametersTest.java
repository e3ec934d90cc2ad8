package io.github.quarkusclaude.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.quarkusclaude.json.RawJson;

/** Every parameter of the API has a method, which says what the API expects. */
class RequestParametersTest {

    @Test
    void everyParameterOfTheSampleCanBeBuilt() {
        MessageRequest built = MessageRequest.builder().model("m").maxTokens(9).system(Content.of(List.of(TextBlock.of("s"))))
                .user("u").message(InputMessage.assistant(List.of(TextBlock.of("a"))))
                .message(InputMessage.system("y").withEffort("low").withClearAt("next_user_message"))
                .stopSequences(List.of("END")).temperature(0.5).topP(0.9).topK(5)
                .thinking(ThinkingConfig.enabled(1024).withDisplay("summarized").withBlockBinding(BlockBinding.DROP_BLOCK))
                .outputConfig(
                        OutputConfig.effort("low").withFormat(OutputFormat.jsonSchema(RawJson.of("{\"type\":\"object\"}")))
                                .withTaskBudget(TaskBudget.tokens(100).withRemaining(50)))
                .tool(Tool.of("f", "d", RawJson.of("{\"type\":\"object\"}")).withStrict(true).withDeferLoading(true)
                        .withAllowedCallers("direct").withInputExamples(RawJson.of("{\"a\":1}")).withEagerInputStreaming(true)
                        .withCacheControl(CacheControl.FIVE_MINUTES))
                .tool(WebSearchTool.create().maxUses(1).userLocation(UserLocation.of("Bern", null, null, null)).build())
                .toolChoice(ToolChoice.tool("f").withoutParallelToolUse()).cacheControl(CacheControl.FIVE_MINUTES)
                .metadata(Metadata.user("u")).serviceTier("auto").inferenceGeo("us").speed("fast")
                .container(new Container.Described("c", null, List.of(Skill.anthropic("pptx").withVersion("latest")),
                        java.util.Map.of()))
                .diagnostics(DiagnosticsConfig.FIRST_TURN)
                .mcpServer(McpServer.of("s", "https://a").withAuthorizationToken("t"))
                .contextManagement(ContextManagement.of(ContextEdit.ClearThinking.keepingAll(),
                        ContextEdit.ClearToolUses.create().startingAt(ContextAmount.inputTokens(1)).keeping(2).freeingAtLeast(3)
                                .excluding("f").withInputs(),
                        ContextEdit.Compact.create().startingAt(4).withInstructions("i").pausing()))
                .compaction(CompactionConfig.summarize("i"))
                .fallbacks(Fallbacks.of(List.of(FallbackModel.of("n").withMaxTokens(5).withThinking(ThinkingConfig.ADAPTIVE)
                        .withOutputConfig(OutputConfig.effort("high")).withSpeed("standard"))))
                .fallbackCredit(FallbackCredit.of("t", "strict")).thread(MessageThread.continueAfter("p"))
                .billingPolicy(BillingPolicy.SELF).stream(true).build();

        assertThat(RawJson.of(built.toJson())).isEqualTo(RawJson.of(Samples.REQUEST));
        assertThat(MessageRequest.fromJson(Samples.REQUEST)).isEqualTo(built);
        assertThat(built.toBuilder().build()).isEqualTo(built);
        assertThat(built.additionalFields()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"messages\":[],\"container\":\"container_1\"}",
            "{\"messages\":[],\"container\":{\"id\":\"container_1\"}}",
            "{\"messages\":[],\"fallbacks\":\"default\"}",
            "{\"messages\":[],\"fallbacks\":[]}",
            "{\"messages\":[],\"fallback_credit_token\":\"t\"}",
            "{\"messages\":[],\"fallback_credit_token\":{\"token\":\"t\"}}",
            "{\"messages\":[],\"diagnostics\":{\"previous_message_id\":null}}",
            "{\"messages\":[],\"diagnostics\":null,\"speed\":null,\"inference_geo\":null}",
            "{\"messages\":[],\"metadata\":{\"user_id\":null}}",
            "{\"messages\":[],\"context_management\":{\"edits\":[{\"type\":\"clear_pictures_20270101\",\"keep\":1}]}}",
            "{\"messages\":[],\"output_format\":{\"type\":\"json_schema\",\"schema\":{}}}" })
    void theFormOfAParameterIsKept(String request) {
        assertThat(RawJson.of(MessageRequest.fromJson(request).toJson())).isEqualTo(RawJson.of(request));
    }

    @Test
    void shortFormsSayWhatTheyMean() {
        MessageRequest request = MessageRequest.builder().container(Container.of("container_1")).fallbacks(Fallbacks.DEFAULT)
                .fallbackCredit(FallbackCredit.of("t")).thread(MessageThread.CREATE)
                .thinking(ThinkingConfig.BETWEEN_TOOLS).diagnostics(DiagnosticsConfig.after("msg_1"))
                .systemTurn("Speak French.").build();

        assertThat(RawJson.of(request.toJson())).isEqualTo(RawJson.of("""
                {"container":"container_1","fallbacks":"default","fallback_credit_token":"t","thread":{"type":"create"},
                 "thinking":{"type":"between_tools"},"diagnostics":{"previous_message_id":"msg_1"},
                 "messages":[{"role":"system","content":"Speak French."}]}"""));
        assertThat(RawJson.of(MessageRequest.builder().container(Container.withSkills(Skill.custom("s")))
                .fallbacks(Fallbacks.of("a", "b")).build().toJson())).isEqualTo(RawJson.of("""
                        {"messages":[],"container":{"skills":[{"type":"custom","skill_id":"s"}]},
                         "fallbacks":[{"model":"a"},{"model":"b"}]}"""));
    }

    @Test
    void theContainerOfAnAnswerIsUsedAgainByItsId() {
        Message answer = Message.fromJson(Samples.ANSWER);

        assertThat(answer.container().reused()).isEqualTo(Container.of("c"));
        assertThat(answer.container().skills()).containsExactly(Skill.anthropic("pptx").withVersion("1"));
    }

    @Test
    void secretsAreNotPrinted() {
        MessageRequest request = MessageRequest.builder().user("hidden").metadata(Metadata.user("hidden"))
                .mcpServer(McpServer.of("s", "https://hidden").withAuthorizationToken("hidden"))
                .fallbackCredit(FallbackCredit.of("hidden", "strict")).build();

        assertThat(request.toString() + request.mcpServers() + request.metadata() + request.fallbackCredit()
                + FallbackCredit.of("hidden") + Message.fromJson("""
                        {"content":[],"stop_details":{"type":"refusal","fallback_credit_token":"hidden"}}""").stopDetails())
                .doesNotContain("hidden");
    }

    @Test
    void aTaskBudgetOrAFormatAloneIsEnough() {
        assertThat(OutputConfig.taskBudget(TaskBudget.tokens(7)).toJson())
                .isEqualTo("{\"task_budget\":{\"type\":\"tokens\",\"total\":7}}");
        assertThat(OutputConfig.format(OutputFormat.jsonSchema(RawJson.EMPTY_OBJECT)).toJson())
                .isEqualTo("{\"format\":{\"type\":\"json_schema\",\"schema\":{}}}");
    }
}
