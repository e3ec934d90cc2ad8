package io.github.quarkusclaude.deployment.fallback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.message.ContentBlock;
import io.github.quarkusclaude.message.Conversation;
import io.github.quarkusclaude.message.InputMessage;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.ModelChoice.Reason;
import io.github.quarkusclaude.message.ModelRoute;
import io.github.quarkusclaude.message.ThinkingBlock;
import io.github.quarkusclaude.message.ThinkingLevel;
import io.github.quarkusclaude.message.ToolResultBlock;
import io.github.quarkusclaude.simulator.ClaudeSimulator;
import io.github.quarkusclaude.simulator.Scenario;
import io.github.quarkusclaude.tool.ToolDefinition;
import io.github.quarkusclaude.tool.ToolResult;
import io.github.quarkusclaude.tool.ToolRun;
import io.quarkus.test.QuarkusUnitTest;

/** What a model thought comes back to it byte for byte, and to no other model and no other account. */
@Timeout(60)
class ThinkingStaysWithItsModelTest extends FallbackTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = application()
            .overrideRuntimeConfigKey("quarkus.claude.thinking-level", "high");

    private static final ToolDefinition WEATHER = ToolDefinition.of("weather", "The weather of a city", RawJson.of("""
            {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}
            """), call -> ToolResult.of("Rain in " + call.input().tree().path("city").asText()));

    @Test
    void aRunIsFinishedByTheModelThatBeganItsTurn() {
        first.scenario(Scenario.OVERLOADED);

        ToolRun run = claude.toolRunner().tools(WEATHER).run(ask("What is the weather in Bern?"));

        assertThat(run.text()).contains("Rain in Bern");
        assertThat(asked(first)).as("the last step does not go back").containsExactly(OPUS, SONNET, SONNET);
        assertThat(run.answers().get(0).modelChoice().reason()).isEqualTo(Reason.OVERLOAD);
        assertThat(run.answers().get(1).modelChoice().reason()).isEqualTo(Reason.OPEN_TURN);
        assertThat(run.answers().get(1).modelChoice().requested()).isEqualTo(OPUS);
        List<String> thoughts = thoughts(run.answers().get(0));
        assertThat(thoughts).isNotEmpty();
        assertThat(thoughtsSentLastTo(first)).isEqualTo(thoughts);
    }

    @Test
    void aStepOfAnotherModelGetsNoThinking() {
        ToolDefinition failing = ToolDefinition.of("weather", "The weather of a city", RawJson.of("""
                {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]}
                """), call -> {
            first.scenario(Scenario.OVERLOADED.times(2));
            return ToolResult.of("Rain in Bern");
        });

        ToolRun run = claude.toolRunner().tools(failing).run(ask("What is the weather in Bern?"));

        assertThat(run.text()).contains("Rain in Bern");
        assertThat(asked(first)).containsExactly(OPUS, OPUS, SONNET);
        assertThat(asked(second)).containsExactly(HAIKU);
        assertThat(thoughts(run.answers().get(0))).isNotEmpty();
        assertThat(thoughtsSentLastTo(first)).isEmpty();
        assertThat(thoughtsSentLastTo(second)).isEmpty();
        assertThat(run.answers().get(1).modelChoice().client()).isEqualTo("backup");
    }

    @Test
    void theNextTurnGoesBackToTheModelOfTheRequestWithItsOwnThinkingOnly() {
        Conversation conversation = Conversation.START.user("What is 6 * 7?");
        Message one = claude.generate(conversation.toRequest());
        conversation = conversation.add(one).user("What is 7 * 8?");
        first.scenario(Scenario.OVERLOADED);
        Message two = claude.generate(conversation.toRequest());
        assertThat(two.modelChoice().effective()).isEqualTo(SONNET);
        assertThat(thoughts(two)).isNotEmpty();
        assertThat(thoughtsSentLastTo(first)).as("what %s thought is not for %s", OPUS, SONNET).isEmpty();

        MessageRequest next = MessageRequest.builder().user("What is 6 * 7?").assistant(one).user("What is 7 * 8?")
                .assistant(two).user("What is 8 * 9?").build();
        Message three = claude.generate(next);

        assertThat(three.modelChoice().isFallback()).isFalse();
        assertThat(lastBody(first).path("model").asText()).isEqualTo(OPUS);
        assertThat(thoughtsSentLastTo(first)).isEqualTo(thoughts(one));
    }

    @Test
    void whereNobodyKnowsWhoThoughtItWasTheModelOfTheRequest() {
        Message one = claude.generate("What is 6 * 7?");
        MessageRequest request = MessageRequest.fromJson(MessageRequest.builder().user("What is 6 * 7?").assistant(one)
                .user("What is 7 * 8?").build().toJson());

        claude.generate(request);
        assertThat(thoughtsSentLastTo(first)).isEqualTo(thoughts(one)).isNotEmpty();

        first.scenario(Scenario.OVERLOADED);
        claude.generate(request);
        assertThat(thoughtsSentLastTo(first)).isEmpty();
    }

    @Test
    void aModelWithBudgetsGoesOnWithoutThinkingInTheMiddleOfATurn() {
        MessageRequest request = MessageRequest.builder().user("What is the weather in Bern?").tools(List.of(WEATHER.tool()))
                .thinkingLevel(ThinkingLevel.HIGH).build();
        Message call = claude.generate(request);
        MessageRequest results = request.toBuilder().assistant(call)
                .message(InputMessage.user(call.toolUses().stream()
                        .map(use -> ToolResultBlock.of(use.id(), "Rain in Bern")).toList()))
                .options(request.options()
                        .withFallback(List.of(ModelRoute.to("claude-haiku-4-5"))))
                .build();
        first.scenario(Scenario.OVERLOADED);

        Message answer = claude.generate(results);

        assertThat(answer.text()).contains("Rain in Bern");
        assertThat(answer.modelChoice().effective()).isEqualTo("claude-haiku-4-5");
        assertThat(thoughtsSentLastTo(first)).isEmpty();
        assertThat(lastBody(first).path("thinking").path("type").asText()).isNotEqualTo("enabled");
    }

    /** The thinking of an answer with its signatures. */
    private static List<String> thoughts(Message answer) {
        List<String> thoughts = new ArrayList<>();
        for (ContentBlock block : answer.content()) {
            if (block instanceof ThinkingBlock thought) {
                thoughts.add(thought.thinking() + " " + thought.signature());
            }
        }
        return thoughts;
    }

    private static List<String> thoughtsSentLastTo(ClaudeSimulator server) {
        List<String> thoughts = new ArrayList<>();
        for (JsonNode message : lastBody(server).path("messages")) {
            for (JsonNode block : message.path("content")) {
                if (block.path("type").asText().equals("thinking")) {
                    thoughts.add(block.path("thinking").asText() + " " + block.path("signature").asText());
                }
            }
        }
        return thoughts;
    }
}
