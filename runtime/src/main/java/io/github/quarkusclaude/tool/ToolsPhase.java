package io.github.quarkusclaude.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import io.github.quarkusclaude.message.ToolUseBlock;
import io.github.quarkusclaude.tool.ToolRunEvent.ToolCalled;
import io.github.quarkusclaude.tool.ToolRunEvent.ToolReturned;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Gets results for the tool calls of one answer: first all decisions, in order; then the tools that may run, at once.
 *
 * @param announce tells the observers about an event
 */
record ToolsPhase(Toolbox toolbox, LoopOptions options, ToolInvocation invocation, int step,
        UnaryOperator<ToolRunEvent> announce) {

    /** A call that may run, and the place of its result. */
    private record Decided(int place, ToolCall call, ToolDecision decision) {
    }

    Multi<ToolRunEvent> run(OpenTurn turn) {
        List<Integer> waiting = new ArrayList<>();
        List<ToolRunEvent> unknown = new ArrayList<>();
        for (int place = 0; place < turn.calls().size(); place++) {
            ToolUseBlock block = turn.calls().get(place);
            if (turn.isPending(place) && toolbox.handlerOf(block) != null) {
                waiting.add(place);
            } else if (turn.isPending(place) && !toolbox.isDeclared(block)) {
                ToolResult result = ToolResult.error("There is no tool with the name " + block.name());
                unknown.add(answered(turn, place, ToolCall.of(block), result));
            }
        }
        Multi<ToolRunEvent> known = Multi.createFrom().iterable(waiting)
                .onItem().transformToUniAndConcatenate(place -> decide(place, ToolCall.of(turn.calls().get(place))))
                .collect().asList()
                .onItem().transformToMulti(decided -> Multi.createFrom().iterable(decided)
                        .onItem().transformToMulti(call -> perform(turn, call)).merge(options.maxParallelTools()));
        return Multi.createBy().concatenating().streams(Multi.createFrom().iterable(unknown), known);
    }

    private Uni<Decided> decide(int place, ToolCall call) {
        return options.approval().decide(call).onItem().transform(decision -> new Decided(place, call, decision));
    }

    private Multi<ToolRunEvent> perform(OpenTurn turn, Decided decided) {
        ToolDecision decision = decided.decision();
        if (decision instanceof ToolDecision.Postponed) {
            return Multi.createFrom().empty();
        }
        if (decision instanceof ToolDecision.Denied denied) {
            return Multi.createFrom().item(() -> answered(turn, decided.place(), decided.call(),
                    ToolResult.error("The call was not allowed: " + denied.reason())));
        }
        ToolCall call = decision instanceof ToolDecision.Changed changed ? decided.call().withInput(changed.input())
                : decided.call();
        return Multi.createBy().concatenating().streams(
                Multi.createFrom().item(() -> announce.apply(new ToolCalled(step, call))),
                invoke(turn, decided.place(), call).toMulti());
    }

    private Uni<ToolRunEvent> invoke(OpenTurn turn, int place, ToolCall call) {
        ToolDefinition tool = toolbox.handlerOf(turn.calls().get(place));
        return Uni.createFrom().deferred(() -> invocation.invoke(tool, call)).onItem().transform(outcome -> {
            turn.put(place, outcome.result());
            return announce.apply(new ToolReturned(step, call, outcome.result(), outcome.failure()));
        });
    }

    private ToolRunEvent answered(OpenTurn turn, int place, ToolCall call, ToolResult result) {
        turn.put(place, result);
        return announce.apply(new ToolReturned(step, call, result, null));
    }
}
