package io.github.quarkusclaude.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.github.quarkusclaude.ReactiveClaudeClient;
import io.github.quarkusclaude.catalog.ClaudeModel;
import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.message.ContentBlock;
import io.github.quarkusclaude.message.InputMessage;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.Role;
import io.github.quarkusclaude.message.StopReason;
import io.github.quarkusclaude.message.TextBlock;
import io.github.quarkusclaude.message.ToolResultBlock;
import io.github.quarkusclaude.message.ToolUseBlock;
import io.github.quarkusclaude.message.Usage;
import io.smallrye.mutiny.Uni;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever tools do, and in whatever order they finish. */
class EveryCallGetsOneResultTest {

    /** What a tool does. */
    enum Kind {
        ANSWERS,
        FAILS,
        BLOCKS,
        IS_MISSING,
        IS_DENIED
    }

    private static final ModelCatalog CATALOG = new ModelCatalog(List.of(ClaudeModel.named("any", "any", null)), "any",
            Map.of(),
            List.of(), List.of());
    private static final BeanTools NO_BEANS = new BeanTools(new KnownTools(List.of()), null, new ObjectMapper());
    private static final RawJson SCHEMA = RawJson.of("{\"type\":\"object\"}");

    @Property(tries = 200)
    void inTheOrderOfTheCalls(@ForAll @Size(min = 1, max = 4) List<@Size(min = 1, max = 12) List<Kind>> steps,
            @ForAll @IntRange(min = 1, max = 5) int parallel) {
        Queue<Message> answers = new ArrayDeque<>();
        for (int step = 0; step < steps.size(); step++) {
            answers.add(asking(step, steps.get(step)));
        }
        answers.add(message(StopReason.END_TURN, List.of(TextBlock.of("Done"))));
        List<ToolRunEvent> events = new ArrayList<>();

        ToolRun run = new ToolRunners(CATALOG, NO_BEANS, null, event -> {
            synchronized (events) {
                events.add(event);
            }
        }, List.of()).reactive(client(answers), "any", text -> text)
                .tools(tool(Kind.ANSWERS, call -> Uni.createFrom().item(ToolResult.of(call.id()))),
                        tool(Kind.FAILS, call -> Uni.createFrom().failure(new IllegalStateException(call.id()))),
                        ToolDefinition.of(Kind.BLOCKS.name(), "", SCHEMA, call -> ToolResult.of(call.id())),
                        tool(Kind.IS_DENIED, call -> Uni.createFrom().failure(new AssertionError("It was denied"))))
                .reactiveApproval(call -> Uni.createFrom().item(call.name().equals(Kind.IS_DENIED.name())
                        ? ToolDecision.deny(call.id())
                        : ToolDecision.approve()))
                .maxParallelTools(parallel).run("Go").await().atMost(Duration.ofSeconds(30));

        assertThat(run.stop()).isEqualTo(ToolRun.Stop.FINISHED);
        assertThat(run.conversation()).hasSize(2 + 2 * steps.size());
        for (int step = 0; step < steps.size(); step++) {
            InputMessage turn = run.conversation().get(2 + 2 * step);
            List<ToolUseBlock> calls = asking(step, steps.get(step)).toolUses();
            assertThat(turn.role()).isEqualTo(Role.USER);
            assertThat(turn.content().blocks()).hasSameSizeAs(calls);
            for (int i = 0; i < calls.size(); i++) {
                ToolResultBlock result = (ToolResultBlock) turn.content().blocks().get(i);
                Kind kind = steps.get(step).get(i);
                boolean works = kind == Kind.ANSWERS || kind == Kind.BLOCKS;
                assertThat(result.toolUseId()).isEqualTo(calls.get(i).id());
                assertThat(result.isError()).isEqualTo(works ? null : true);
                assertThat(result.content().text())
                        .endsWith(kind == Kind.IS_MISSING ? Kind.IS_MISSING.name() : calls.get(i).id());
            }
        }
        long calls = steps.stream().mapToLong(List::size).sum();
        assertThat(events).filteredOn(ToolRunEvent.ToolReturned.class::isInstance).hasSize((int) calls);
    }

    private static Message asking(int step, List<Kind> kinds) {
        List<ContentBlock> calls = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            calls.add(new ToolUseBlock("call_" + step + "_" + i, kinds.get(i).name(), RawJson.EMPTY_OBJECT, null, null, null,
                    Map.of()));
        }
        return message(StopReason.TOOL_USE, calls);
    }

    private static Message message(StopReason stopReason, List<ContentBlock> content) {
        return new Message("msg", Role.ASSISTANT, "any", content, stopReason, null, null, null, null, Usage.UNKNOWN,
                Map.of(), null);
    }

    private static ToolDefinition tool(Kind kind, ReactiveToolHandler handler) {
        return ToolDefinition.reactive(kind.name(), "", SCHEMA, handler);
    }

    private static ReactiveClaudeClient client(Queue<Message> answers) {
        return (ReactiveClaudeClient) Proxy.newProxyInstance(ReactiveClaudeClient.class.getClassLoader(),
                new Class<?>[] { ReactiveClaudeClient.class }, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("generate");
                    assertThat(arguments[0]).isInstanceOf(MessageRequest.class);
                    return Uni.createFrom().item(answers::remove);
                });
    }
}
