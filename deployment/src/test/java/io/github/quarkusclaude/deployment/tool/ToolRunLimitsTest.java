package io.github.quarkusclaude.deployment.tool;

import static io.github.quarkusclaude.deployment.tool.Scripts.ANYTHING;
import static io.github.quarkusclaude.deployment.tool.Scripts.answer;
import static io.github.quarkusclaude.deployment.tool.Scripts.call;
import static io.github.quarkusclaude.deployment.tool.Scripts.calls;
import static io.github.quarkusclaude.deployment.tool.Scripts.says;
import static io.github.quarkusclaude.deployment.tool.Scripts.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.quarkusclaude.error.OverloadedException;
import io.github.quarkusclaude.message.InputMessage;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.ToolResultBlock;
import io.github.quarkusclaude.simulator.ScriptedAnswer;
import io.github.quarkusclaude.simulator.StreamScript;
import io.github.quarkusclaude.tool.ToolCall;
import io.github.quarkusclaude.tool.ToolDecision;
import io.github.quarkusclaude.tool.ToolDefinition;
import io.github.quarkusclaude.tool.ToolResult;
import io.github.quarkusclaude.tool.ToolRun;
import io.github.quarkusclaude.tool.ToolRun.Stop;
import io.github.quarkusclaude.tool.ToolRunEvent;
import io.github.quarkusclaude.tool.ToolRunException;
import io.quarkus.test.QuarkusUnitTest;

/** Whatever ends a run early leaves something to go on with. */
class ToolRunLimitsTest extends SimulatedTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Scripts.application(SimulatedTest.class);

    private final AtomicInteger ran = new AtomicInteger();
    private final ToolDefinition noop = ToolDefinition.of("noop", "Does nothing", ANYTHING, call -> {
        ran.incrementAndGet();
        return ToolResult.of("nothing");
    });

    @BeforeEach
    void reset() {
        ran.set(0);
    }

    @Test
    void theStepLimitEndsARunThatWouldGoOn() {
        simulator.script(calls(call("a", "noop")), calls(call("b", "noop")), says("Done"));

        ToolRun run = claude.toolRunner().tools(noop).maxSteps(2).run("Go");

        assertThat(run.stop()).isEqualTo(Stop.STEP_LIMIT);
        assertThat(run.answers()).hasSize(2);
        assertThat(run.pending()).extracting(ToolCall::id).containsExactly("b");
        assertThat(ran).hasValue(1);

        ToolRun resumed = claude.toolRunner().tools(noop).resume(run);
        assertThat(resumed.text()).isEqualTo("Done");
        assertThat(resumed.answers()).hasSize(3);
        assertThat(ran).hasValue(2);
    }

    @Test
    void theTimeLimitAbandonsARequest() throws Exception {
        StreamScript silent = new StreamScript();
        // opens the connection, which may take long on a busy machine
        claude.stream("Hello").finalMessage();
        simulator.script(calls(call("a", "noop")), silent);

        ToolRun run = claude.toolRunner().tools(noop).timeLimit(Duration.ofSeconds(3)).stream("Go")
                .filter(ToolRunEvent.Finished.class::isInstance).map(ToolRunEvent.Finished.class::cast).findFirst()
                .orElseThrow().run();

        assertThat(run.stop()).isEqualTo(Stop.TIME_LIMIT);
        assertThat(run.answers()).hasSize(1);
        silent.closedByClient().get(10, TimeUnit.SECONDS);
        simulator.script(says("Done"));
        assertThat(claude.toolRunner().tools(noop).resume(run).text()).isEqualTo("Done");
        assertThat(ran).hasValue(1);
    }

    @Test
    void theTimeLimitDoesNotWaitForAToolAndDoesNotInterruptIt() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch finished = new CountDownLatch(1);
        ToolDefinition slow = ToolDefinition.of("slow", "Takes long", ANYTHING, call -> {
            release.await();
            finished.countDown();
            return ToolResult.of("late");
        });
        // opens the connection, which may take long on a busy machine
        claude.countTokens("Go");
        simulator.script(calls(call("a", "noop"), call("b", "slow")));

        ToolRun run = claude.toolRunner().tools(noop, slow).timeLimit(Duration.ofSeconds(3)).run("Go");

        assertThat(run.stop()).isEqualTo(Stop.TIME_LIMIT);
        assertThat(run.results()).extracting(ToolResultBlock::toolUseId).containsExactly("a");
        assertThat(run.pending()).extracting(ToolCall::id).containsExactly("b");
        release.countDown();
        assertThat(finished.await(10, TimeUnit.SECONDS)).isTrue();

        simulator.script(says("Done"));
        claude.toolRunner().tools(noop, slow).resume(run, ToolResultBlock.of("b", "by hand"));
        assertThat(lastTurn().path("content").findValuesAsText("content")).containsExactly("nothing", "by hand");
    }

    @Test
    void aToolWithoutHandlerWaitsForSomebody() {
        simulator.script(calls(call("a", "ask_boss"), call("b", "noop")), says("Done"));
        MessageRequest request = MessageRequest.builder().user("Go")
                .tool(io.github.quarkusclaude.message.Tool.of("ask_boss", "Asks the boss", ANYTHING)).build();

        ToolRun run = claude.toolRunner().tools(noop).run(request);

        assertThat(run.stop()).isEqualTo(Stop.PENDING);
        assertThat(run.pending()).extracting(ToolCall::name).containsExactly("ask_boss");
        assertThatThrownBy(() -> claude.toolRunner().resume(run, ToolResultBlock.of("zzz", "yes")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("zzz");

        ToolRun resumed = claude.toolRunner().tools(noop).resume(run, ToolResultBlock.of("a", "yes"));
        assertThat(resumed.text()).isEqualTo("Done");
        assertThat(lastTurn().path("content").findValuesAsText("tool_use_id")).containsExactly("a", "b");
        assertThat(ran).hasValue(1);
    }

    @Test
    void anApprovalDecidesWhatRuns() {
        ToolDefinition echo = ToolDefinition.of("echo", "Says it again", ANYTHING,
                call -> ToolResult.of(call.input().toString()));
        simulator.script(calls(call("a", "noop"), call("b", "echo", "{\"n\":1}"), call("c", "echo", "{\"n\":2}")),
                says("Done"));

        claude.toolRunner().tools(noop, echo).approval(call -> switch (call.id()) {
            case "a" -> ToolDecision.deny("not today");
            case "b" -> ToolDecision.approveWith(io.github.quarkusclaude.json.RawJson.of("{\"n\":7}"));
            default -> ToolDecision.approve();
        }).run("Go");

        assertThat(ran).hasValue(0);
        assertThat(lastTurn().path("content").path(0).path("is_error").asBoolean()).isTrue();
        assertThat(lastTurn().path("content").findValuesAsText("content"))
                .containsExactly("The call was not allowed: not today", "{\"n\":7}", "{\"n\":2}");
        assertThat(simulator.requests().get(1).body().path("messages").path(1).path("content").path(1).path("input")
                .path("n").asInt()).isEqualTo(1);
    }

    @Test
    void aPostponedCallCanBeApprovedLater() {
        simulator.script(calls(call("a", "noop")), says("Done"));

        ToolRun run = claude.toolRunner().tools(noop).approval(call -> ToolDecision.postpone()).run("Go");

        assertThat(run.stop()).isEqualTo(Stop.PENDING);
        assertThat(ran).hasValue(0);
        assertThat(claude.toolRunner().tools(noop).resume(run).text()).isEqualTo("Done");
        assertThat(ran).hasValue(1);
    }

    @Test
    void anApprovalThatFailsLosesNothing() {
        simulator.script(calls(call("a", "noop")), says("Done"));

        assertThatThrownBy(() -> claude.toolRunner().tools(noop).approval(call -> {
            throw new IllegalStateException("The database is down");
        }).run("Go")).isInstanceOfSatisfying(ToolRunException.class, e -> {
            assertThat(e.getCause()).hasMessage("The database is down");
            assertThat(claude.toolRunner().tools(noop).resume(e.run()).text()).isEqualTo("Done");
        });
    }

    @Test
    void anErrorOfTheApiLosesNothing() {
        ScriptedAnswer overloaded = ScriptedAnswer.error(529, "overloaded_error", "Overloaded");
        simulator.script(calls(call("a", "noop")), overloaded, overloaded, overloaded, says("Done"));

        assertThatThrownBy(() -> claude.toolRunner().tools(noop).run("Go"))
                .isInstanceOfSatisfying(ToolRunException.class, e -> {
                    assertThat(e.status()).isEqualTo(529);
                    assertThat(e.getCause()).isInstanceOf(OverloadedException.class);
                    assertThat(e.run().stop()).isEqualTo(Stop.FAILED);
                    assertThat(e.run().conversation()).hasSize(3);
                    assertThat(claude.toolRunner().tools(noop).resume(e.run()).text()).isEqualTo("Done");
                });
        assertThat(ran).hasValue(1);
    }

    @Test
    void aCallThatWasCutOffIsNotRun() {
        simulator.script(answer("max_tokens", text("Let me"), call("a", "noop"), call("b", "noop")), says("Done"));

        ToolRun run = claude.toolRunner().tools(noop).run("Go");

        assertThat(run.stop()).isEqualTo(Stop.CUT_OFF);
        assertThat(ran).hasValue(0);
        assertThat(run.conversation()).hasSize(1);
        ToolRun resumed = claude.toolRunner().tools(noop)
                .resume(run.withRequest(run.request().toBuilder().maxTokens(5000).build()));
        assertThat(resumed.text()).isEqualTo("Done");
        assertThat(lastBody().path("max_tokens").asInt()).isEqualTo(5000);
    }

    @Test
    void aRefusalEndsTheRun() {
        simulator.script(answer("refusal", text("No")));

        ToolRun run = claude.toolRunner().tools(noop).run("Go");

        assertThat(run.stop()).isEqualTo(Stop.REFUSED);
        assertThat(run.conversation()).containsExactly(InputMessage.user("Go"));
        assertThatThrownBy(() -> claude.toolRunner().resume(run)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theCostLimitEndsARunThatWouldGoOn() {
        // 100 tokens of input and 10 of output cost 0.0003 dollars
        simulator.script(calls(call("a", "noop")), calls(call("b", "noop")), says("Done"));

        ToolRun run = claude.toolRunner().tools(noop).costLimit(new BigDecimal("0.0004")).run("Go");

        assertThat(run.stop()).isEqualTo(Stop.COST_LIMIT);
        assertThat(run.cost().total()).isEqualByComparingTo("0.0006");
        assertThat(run.pending()).extracting(ToolCall::id).containsExactly("b");
        assertThat(claude.toolRunner().tools(noop).costLimit(BigDecimal.ONE).resume(run).text()).isEqualTo("Done");
    }

    @Test
    void aCostLimitNeedsPrices() {
        MessageRequest request = MessageRequest.builder().model("somebody-elses").user("Go").build();

        assertThatThrownBy(() -> claude.toolRunner().costLimit(BigDecimal.ONE).run(request))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("no prices of somebody-elses");
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void nonsenseIsRefusedAtOnce() {
        assertThatThrownBy(() -> claude.toolRunner().maxSteps(0)).hasMessageContaining("at least one step");
        assertThatThrownBy(() -> claude.toolRunner().timeLimit(Duration.ZERO)).hasMessageContaining("positive");
        assertThatThrownBy(() -> claude.toolRunner().tools(noop, noop)).hasMessageContaining("noop");
        assertThatThrownBy(() -> ToolDefinition.of("a b", "x", ANYTHING, call -> ToolResult.EMPTY))
                .hasMessageContaining("letters");
    }
}
