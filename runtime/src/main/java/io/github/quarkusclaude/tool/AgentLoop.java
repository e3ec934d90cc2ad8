package io.github.quarkusclaude.tool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.tool.ToolRun.Stop;
import io.github.quarkusclaude.tool.ToolRunEvent.Finished;
import io.github.quarkusclaude.tool.ToolRunEvent.Started;
import io.github.quarkusclaude.tool.ToolRunEvent.StepFinished;
import io.smallrye.mutiny.Multi;

/**
 * One run: phases, each a stream of events, that follow each other. A phase is a step, which gets an answer, or the tools
 * of an answer. What a phase has found out is taken in when the next one is asked for, so that whatever comes from a phase
 * that was abandoned is not looked at any more.
 */
final class AgentLoop implements Iterator<Multi<ToolRunEvent>> {

    private final RunState state;
    private final Toolbox toolbox;
    private final LoopOptions options;
    private final LoopEnvironment environment;
    private final Asking asking;
    private final long begin = System.nanoTime();
    private boolean started;
    private boolean over;
    private boolean toolsRan;
    private @Nullable AtomicReference<Asking.@Nullable Answer> answer;

    private AgentLoop(RunState state, Toolbox toolbox, LoopOptions options, LoopEnvironment environment, Asking asking) {
        this.state = state;
        this.toolbox = toolbox;
        this.options = options;
        this.environment = environment;
        this.asking = asking;
    }

    /** The events of a run, a new one for each subscriber. */
    static Multi<ToolRunEvent> events(Supplier<RunState> begin, Toolbox toolbox, LoopOptions options,
            LoopEnvironment environment, Asking asking) {
        return Multi.createFrom().deferred(() -> {
            RunState state = begin.get();
            if (options.costLimit() != null) {
                environment.costs().expectPrices(state.request());
            }
            AgentLoop loop = new AgentLoop(state, toolbox, options, environment, asking);
            return Multi.createFrom().iterable(() -> loop).onItem().transformToMultiAndConcatenate(phase -> phase);
        });
    }

    @Override
    public boolean hasNext() {
        return !over;
    }

    @Override
    public Multi<ToolRunEvent> next() {
        return Multi.createFrom().deferred(this::advance)
                .onFailure(Exception.class).transform(failure -> new ToolRunException(failure, state.as(Stop.FAILED)));
    }

    private Multi<ToolRunEvent> advance() {
        List<ToolRunEvent> news = new ArrayList<>();
        if (!started) {
            started = true;
            news.add(announce(new Started(state.request())));
        }
        Stop stop = takeIn(news);
        if (stop == null) {
            stop = limit();
        }
        if (stop != null) {
            over = true;
            news.add(announce(new Finished(state.as(stop))));
            return Multi.createFrom().iterable(news);
        }
        return Multi.createBy().concatenating().streams(Multi.createFrom().iterable(news), inTime(nextPhase()));
    }

    /** What the last phase has come to; why the run is over, if it is. */
    private @Nullable Stop takeIn(List<ToolRunEvent> news) {
        if (answer != null) {
            Asking.Answer arrived = answer.get();
            answer = null;
            if (arrived == null) {
                return Stop.TIME_LIMIT;
            }
            Message message = arrived.message();
            Stop stop = state.absorb(message, environment.costs().cost(message).orElse(null));
            if (state.open() != null) {
                state.open().refuse(arrived.malformedInputs());
            }
            news.add(announce(new StepFinished(state.answers(), message)));
            return stop;
        }
        OpenTurn turn = state.open();
        if (turn != null && toolsRan) {
            toolsRan = false;
            if (!turn.pending().isEmpty()) {
                return isTimeUp() ? Stop.TIME_LIMIT : Stop.PENDING;
            }
            state.close(turn);
        }
        return null;
    }

    private @Nullable Stop limit() {
        if (isTimeUp()) {
            return Stop.TIME_LIMIT;
        }
        if (state.steps() >= options.maxSteps()) {
            return Stop.STEP_LIMIT;
        }
        return options.costLimit() != null && state.hasSpent(options.costLimit()) ? Stop.COST_LIMIT : null;
    }

    private Multi<ToolRunEvent> nextPhase() {
        OpenTurn turn = state.open();
        if (turn != null) {
            toolsRan = true;
            return new ToolsPhase(toolbox, options,
                    new ToolInvocation(environment.withoutSecrets(), environment.watched()), state.answers(),
                    this::announce).run(turn);
        }
        AtomicReference<Asking.@Nullable Answer> arriving = new AtomicReference<>();
        answer = arriving;
        return asking.ask(toolbox.equip(state.request()), state.answers() + 1, arriving::set);
    }

    private Multi<ToolRunEvent> inTime(Multi<ToolRunEvent> phase) {
        return options.timeLimit() == null ? phase : new TimeBox<>(phase, left());
    }

    private boolean isTimeUp() {
        return options.timeLimit() != null && left().isZero();
    }

    private Duration left() {
        Duration left = options.timeLimit().minusNanos(System.nanoTime() - begin);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private ToolRunEvent announce(ToolRunEvent event) {
        environment.observers().accept(event);
        return event;
    }
}
