package io.github.quarkusclaude.deployment.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.quarkusclaude.catalog.ClaudeModel;
import io.github.quarkusclaude.catalog.ConditionalSupport;
import io.github.quarkusclaude.catalog.Effort;
import io.github.quarkusclaude.catalog.ForcedToolChoice;
import io.github.quarkusclaude.catalog.Support;
import io.github.quarkusclaude.catalog.rules.PreparedRequest;
import io.github.quarkusclaude.error.InvalidRequestException;
import io.github.quarkusclaude.message.InputMessage;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.MessageRequestBuilder;
import io.github.quarkusclaude.message.OutputConfig;
import io.github.quarkusclaude.message.OutputFormat;
import io.github.quarkusclaude.message.Role;
import io.github.quarkusclaude.message.ThinkingConfig;
import io.github.quarkusclaude.message.ThinkingLevel;
import io.github.quarkusclaude.message.ToolChoice;
import io.github.quarkusclaude.message.Toolset;
import io.github.quarkusclaude.message.Unsupported;

/** For each model of the catalogue and each rule, what is sent follows from what the catalogue says. */
class RequestsFitTheFactsTest {

    static List<ClaudeModel> models() {
        return Prepared.CURRENT.models();
    }

    @ParameterizedTest
    @MethodSource("models")
    void sampling(ClaudeModel model) {
        PreparedRequest prepared = adapt(ask(model).temperature(0.5));
        boolean taken = model.capabilities().samplingParameters() != Support.NO;
        assertThat(prepared.body().temperature()).isEqualTo(taken ? 0.5 : null);
        assertThat(prepared.apiVersion()).isEqualTo(taken ? "2023-06-01" : "2026-10-21");
        assertRejected(ask(model).temperature(0.5), !taken, "temperature");
    }

    @ParameterizedTest
    @MethodSource("models")
    void forcedToolChoice(ClaudeModel model) {
        MessageRequestBuilder request = ask(model).tool(Wish.TOOL)
                .toolChoice(ToolChoice.tool("look_up").withoutParallelToolUse());
        boolean refused = model.capabilities().forcedToolChoice() == ForcedToolChoice.NO;
        ToolChoice sent = adapt(request).body().toolChoice();
        assertThat(sent.type()).isEqualTo(refused ? "auto" : "tool");
        assertThat(sent.name()).isEqualTo(refused ? null : "look_up");
        assertThat(sent.disableParallelToolUse()).isTrue();
        assertRejected(request, refused, "tool_choice");
    }

    @ParameterizedTest
    @MethodSource("models")
    void aForcedToolExcludesThinkingWithABudget(ClaudeModel model) {
        MessageRequest sent = adapt(ask(model).tool(Wish.TOOL).toolChoice(ToolChoice.ANY)
                .thinking(ThinkingConfig.enabled(2_000))).body();
        boolean budget = sent.thinking() != null && "enabled".equals(sent.thinking().type());
        assertThat(budget).isEqualTo(model.thinking().enabled() != Support.NO);
        assertThat(sent.toolChoice().type())
                .isEqualTo(budget || model.capabilities().forcedToolChoice() == ForcedToolChoice.NO ? "auto" : "any");
    }

    @ParameterizedTest
    @MethodSource("models")
    void prefill(ClaudeModel model) {
        List<InputMessage> sent = adapt(ask(model).assistant("The answer is")).body().messages();
        boolean refused = model.capabilities().prefill() == Support.NO;
        assertThat(sent).hasSize(refused ? 3 : 2);
        assertThat(sent.get(1)).isEqualTo(InputMessage.assistant("The answer is"));
        assertThat(sent.get(sent.size() - 1).role()).isEqualTo(refused ? Role.USER : Role.ASSISTANT);
        assertRejected(ask(model).assistant("The answer is"), refused, "assistant");
    }

    @ParameterizedTest
    @MethodSource("models")
    void effort(ClaudeModel model) {
        for (Effort effort : Effort.values()) {
            MessageRequestBuilder request = ask(model).outputConfig(OutputConfig.effort(effort.id()));
            OutputConfig sent = adapt(request).body().outputConfig();
            boolean taken = model.effort().supports(effort) != Support.NO;
            if (model.effort().supported() == Support.NO) {
                assertThat(sent).isNull();
            } else if (taken) {
                assertThat(sent.effort()).isEqualTo(effort.id());
            } else {
                assertThat(model.effort().levels()).extracting(Effort::id).contains(sent.effort());
                assertThat(Effort.valueOf(sent.effort().toUpperCase(Locale.ROOT))).isLessThan(effort);
            }
            assertRejected(request, !taken, "effort");
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void thinkingLevels(ClaudeModel model) {
        for (ThinkingLevel level : ThinkingLevel.values()) {
            MessageRequestBuilder request = ask(model).thinkingLevel(level).maxTokens(1_000);
            MessageRequest sent = adapt(request).body();
            String type = sent.thinking() == null ? null : sent.thinking().type();
            if (model.thinking().thinks() == Support.NO) {
                assertThat(type).isNull();
                assertRejected(request, level != ThinkingLevel.NONE, "thinking level");
            } else if (level == ThinkingLevel.NONE) {
                assertThat(type).isIn(null, "disabled");
                assertThat(type == null && sent.outputConfig() != null)
                        .isEqualTo(model.thinking().disabled() == ConditionalSupport.NO
                                || model.thinking().adaptive() == Support.UNKNOWN);
                assertRejected(request, model.thinking().disabled() == ConditionalSupport.NO, "disabled");
            } else if (model.thinking().enabled() == Support.YES && model.thinking().adaptive() == Support.NO) {
                assertThat(type).isEqualTo("enabled");
                assertThat(sent.thinking().budgetTokens()).isBetween(1_024, sent.maxTokens() - 1);
                assertThat(sent.maxTokens()).isEqualTo(sent.thinking().budgetTokens() + 1_000);
                assertRejected(request, false, "");
            } else {
                assertThat(type).isEqualTo("adaptive");
                assertThat(sent.maxTokens()).isEqualTo(1_000);
                assertThat(model.effort().levels().isEmpty() || model.effort().levels().stream().map(Effort::id).toList()
                        .contains(sent.outputConfig().effort())).isTrue();
                assertRejected(request, false, "");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void thinkingModes(ClaudeModel model) {
        assertMode(model, ThinkingConfig.enabled(2_000), model.thinking().enabled());
        assertMode(model, ThinkingConfig.ADAPTIVE, model.thinking().adaptive());
        assertMode(model, ThinkingConfig.DISABLED, always(model.thinking().disabled()));
        assertMode(model, new ThinkingConfig("between_tools", null, null, null, Map.of()),
                always(model.thinking().betweenTools()));
    }

    private static void assertMode(ClaudeModel model, ThinkingConfig mode, Support support) {
        ThinkingConfig sent = adapt(ask(model).thinking(mode)).body().thinking();
        boolean impossible = model.thinking().thinks() == Support.NO;
        if (support == Support.NO || impossible) {
            assertThat(sent == null || !mode.type().equals(sent.type())).isEqualTo(support == Support.NO || sent == null);
            assertThat(sent == null ? "adaptive" : sent.type()).isIn("adaptive", "enabled", "between_tools");
        } else {
            assertThat(sent).isEqualTo(mode);
        }
        assertRejected(ask(model).thinking(mode), support == Support.NO, "thinking");
    }

    /** With the effort a request has that does not say. */
    private static Support always(ConditionalSupport support) {
        return support.with(Effort.HIGH);
    }

    @ParameterizedTest
    @MethodSource("models")
    void maxTokens(ClaudeModel model) {
        Integer limit = model.limits().maxTokens();
        assertThat(adapt(ask(model)).body().maxTokens()).isEqualTo(limit == null ? 16_384 : Math.min(16_384, limit));
        assertThat(adapt(ask(model).maxTokens(5)).body().maxTokens()).isEqualTo(5);
        MessageRequestBuilder more = ask(model).maxTokens(500_000);
        assertThat(adapt(more).body().maxTokens()).isEqualTo(limit == null ? 500_000 : limit);
        assertRejected(more, limit != null, "max_tokens");
    }

    @ParameterizedTest
    @MethodSource("models")
    void maxTokensOfBatches(ClaudeModel model) {
        PreparedRequest sent = Prepared.by(Unsupported.ADAPT).prepareForBatch(ask(model).maxTokens(500_000).build());
        Integer longer = model.limits().maxTokensBatch();
        Integer limit = longer != null ? longer : model.limits().maxTokens();
        assertThat(sent.body().maxTokens()).isEqualTo(limit == null ? 500_000 : limit);
        assertThat(sent.body().stream()).isNull();
        assertThat(sent.betas()).isEqualTo(longer != null ? List.of("output-300k-2026-03-24") : List.of());
    }

    @ParameterizedTest
    @MethodSource("models")
    void structuredOutput(ClaudeModel model) {
        MessageRequest request = ask(model).outputConfig(OutputConfig.format(OutputFormat.jsonSchema(Wish.SCHEMA))).build();
        if (model.capabilities().structuredOutputs() == Support.NO) {
            assertThatThrownBy(() -> Prepared.by(Unsupported.ADAPT).prepare(request))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContainingAll(model.id(), "JSON schema");
        } else {
            assertThat(Prepared.by(Unsupported.REJECT).prepare(request).body().outputConfig().format()).isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void systemMessages(ClaudeModel model) {
        MessageRequestBuilder request = ask(model).system("Be kind.").message(InputMessage.system("Be brief.")).user("Go on.");
        MessageRequest sent = adapt(request).body();
        boolean refused = model.capabilities().systemMessages() == Support.NO;
        assertThat(sent.messages()).hasSize(refused ? 2 : 3);
        assertThat(sent.system().text()).isEqualTo(refused ? "Be kind.Be brief." : "Be kind.");
        assertRejected(request, refused, "system");
    }

    @ParameterizedTest
    @MethodSource("models")
    void inferenceGeo(ClaudeModel model) {
        boolean taken = model.capabilities().inferenceGeo() != Support.NO;
        assertThat(adapt(ask(model).inferenceGeo("global")).body().inferenceGeo()).isEqualTo(taken ? "global" : null);
        assertRejected(ask(model).inferenceGeo("global"), !taken, "inference_geo");
        assertRefusedOrSent(ask(model).inferenceGeo("us"), !taken, "inference_geo");
    }

    @ParameterizedTest
    @MethodSource("models")
    void olderComputerTools(ClaudeModel model) {
        boolean taken = model.capabilities().olderComputerTools() != Support.NO;
        for (String type : List.of("computer_20251124", "computer_20250124", "computer_20241022")) {
            assertRefusedOrSent(ask(model).tool(Wish.computer(type)), !taken, type + ". Use the toolset "
                    + "computer_toolset_20260801");
        }
        assertRefusedOrSent(ask(model).tool(Toolset.computer().build()).tool(Wish.TOOL), false, "");
    }

    private static MessageRequestBuilder ask(ClaudeModel model) {
        return MessageRequest.builder().model(model.id()).user("What is a catalogue?");
    }

    private static PreparedRequest adapt(MessageRequestBuilder request) {
        return Prepared.by(Unsupported.ADAPT).prepare(request.build());
    }

    /** Where nothing can be sent instead it does not matter what is to happen to what the model does not take. */
    private static void assertRefusedOrSent(MessageRequestBuilder request, boolean refused, String reason) {
        MessageRequest built = request.build();
        for (Unsupported unsupported : Unsupported.values()) {
            if (refused) {
                assertThatThrownBy(() -> Prepared.by(unsupported).prepare(built)).as(unsupported.name())
                        .isInstanceOf(InvalidRequestException.class).hasMessageContainingAll(built.model(), reason);
            } else {
                MessageRequest sent = Prepared.by(unsupported).prepare(built).body();
                assertThat(sent.inferenceGeo()).as(unsupported.name()).isEqualTo(built.inferenceGeo());
                assertThat(sent.tools()).as(unsupported.name()).isEqualTo(built.tools());
            }
        }
    }

    private static void assertRejected(MessageRequestBuilder request, boolean rejected, String parameter) {
        MessageRequest built = request.build();
        if (rejected) {
            assertThatThrownBy(() -> Prepared.by(Unsupported.REJECT).prepare(built))
                    .isInstanceOf(InvalidRequestException.class).hasMessageContainingAll(built.model(), parameter);
        } else {
            assertThat(Prepared.by(Unsupported.REJECT).prepare(built).body())
                    .isEqualTo(Prepared.by(Unsupported.ADAPT).prepare(built).body());
        }
    }
}
