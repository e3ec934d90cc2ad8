package io.github.quarkusclaude.tool;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.catalog.Cost;
import io.github.quarkusclaude.message.Container;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.MessageRequestBuilder;
import io.github.quarkusclaude.message.StopReason;
import io.github.quarkusclaude.message.ToolResultBlock;
import io.github.quarkusclaude.message.Usage;
import io.github.quarkusclaude.tool.ToolRun.Stop;

/**
 * A run under way. Changed between the phases of the loop only.
 */
final class RunState {

    private MessageRequest request;
    private final List<Message> answers;
    private Usage usage;
    private @Nullable Cost cost;
    /** What was spent since the run began or was resumed; unknown once a price was. */
    private @Nullable Cost spent = Cost.ZERO;
    private int steps;
    private @Nullable OpenTurn open;

    private RunState(MessageRequest request, List<Message> answers, Usage usage, @Nullable Cost cost) {
        this.request = request;
        this.answers = new ArrayList<>(answers);
        this.usage = usage;
        this.cost = cost;
    }

    static RunState begin(MessageRequest request) {
        return new RunState(request, List.of(), Usage.UNKNOWN, Cost.ZERO);
    }

    /**
     * Takes a run up again.
     *
     * @throws IllegalArgumentException if a result belongs to no pending call, or there is nothing to do
     */
    static RunState resume(ToolRun run, MessageRequest request, Collection<ToolResultBlock> results) {
        boolean cutInText = run.stop() == Stop.CUT_OFF && run.answer().map(Message::toolUses).orElse(List.of()).isEmpty();
        if (run.stop() == Stop.FINISHED || run.stop() == Stop.REFUSED || cutInText) {
            throw new IllegalArgumentException("The run has ended (" + run.stop()
                    + "). To say something more, run its request with another message");
        }
        RunState state = new RunState(request, run.answers(), run.usage(), run.cost());
        if (!run.pending().isEmpty() || !run.results().isEmpty()) {
            OpenTurn open = new OpenTurn(run.answers().get(run.answers().size() - 1).toolUses());
            open.putAll(run.results());
            open.putAll(results);
            state.open = open;
        } else if (!results.isEmpty()) {
            throw new IllegalArgumentException("The run has no pending tool calls");
        }
        return state;
    }

    /** Takes an answer in. Returns why the run is over, or {@code null} if it is not. */
    @Nullable
    Stop absorb(Message answer, @Nullable Cost price) {
        answers.add(answer);
        usage = UsageSum.of(usage, answer.usage());
        cost = sum(cost, price);
        spent = sum(spent, price);
        steps++;
        StopReason reason = answer.stopReason();
        if (StopReason.REFUSAL.equals(reason)) {
            return Stop.REFUSED;
        }
        boolean asksForTools = !answer.toolUses().isEmpty();
        boolean cutOff = StopReason.MAX_TOKENS.equals(reason) || StopReason.MODEL_CONTEXT_WINDOW_EXCEEDED.equals(reason);
        if (cutOff && asksForTools) {
            // the last call is incomplete, and a conversation with a call that has no result is refused
            return Stop.CUT_OFF;
        }
        append(answer);
        if (cutOff) {
            return Stop.CUT_OFF;
        }
        if (asksForTools) {
            open = new OpenTurn(answer.toolUses());
            return null;
        }
        return StopReason.PAUSE_TURN.equals(reason) || StopReason.COMPACTION.equals(reason) ? null : Stop.FINISHED;
    }

    private static @Nullable Cost sum(@Nullable Cost cost, @Nullable Cost price) {
        return cost == null || price == null ? null : cost.plus(price);
    }

    private void append(Message answer) {
        MessageRequestBuilder next = request.toBuilder();
        if (!answer.content().isEmpty()) {
            next.assistant(answer);
        }
        String id = answer.container() == null ? null : answer.container().id();
        if (id != null) {
            next.container(reused(request.container(), id));
        }
        request = next.build();
    }

    /** The container with its skills if the request names some, else only its id. */
    private static Container reused(@Nullable Container asked, String id) {
        return asked == null || asked.skills().isEmpty() ? Container.of(id)
                : new Container.Described(id, null, asked.skills(), asked.additionalFields());
    }

    /** The tools to run; {@code null} if the next thing to do is a request. */
    @Nullable
    OpenTurn open() {
        return open;
    }

    /** All results are there: they become a turn of the conversation. */
    void close(OpenTurn turn) {
        request = request.toBuilder().message(turn.toInputMessage()).build();
        open = null;
    }

    MessageRequest request() {
        return request;
    }

    int answers() {
        return answers.size();
    }

    /** How many requests were made since the run began or was resumed. */
    int steps() {
        return steps;
    }

    /** Whether the run has cost that much since it began or was resumed; also if nobody knows. */
    boolean hasSpent(BigDecimal limit) {
        return spent == null || spent.total().compareTo(limit) >= 0;
    }

    ToolRun as(Stop stop) {
        OpenTurn turn = open;
        return new ToolRun(stop, request, answers, turn == null ? List.of() : turn.results(),
                turn == null ? List.of() : turn.pending(), usage, answers.isEmpty() ? null : cost);
    }
}
