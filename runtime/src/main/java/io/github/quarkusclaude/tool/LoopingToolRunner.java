package io.github.quarkusclaude.tool;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.quarkusclaude.ReactiveClaudeClient;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.ToolResultBlock;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Runs loops over a client.
 */
record LoopingToolRunner(ReactiveClaudeClient client, LoopOptions options,
        LoopEnvironment environment) implements ReactiveToolRunner {

    private LoopingToolRunner with(LoopOptions options) {
        return new LoopingToolRunner(client, options, environment);
    }

    @Override
    public ReactiveToolRunner tools(ToolDefinition... tools) {
        return with(options.withTools(Stream.of(tools).map(tool -> tool.known(environment.inputs())).toList()));
    }

    @Override
    public ReactiveToolRunner tools(Class<?>... beanClasses) {
        return with(options.withTools(
                Stream.of(beanClasses).flatMap(beanClass -> environment.beans().of(beanClass).stream()).toList()));
    }

    @Override
    public ReactiveToolRunner tools(String... names) {
        return with(options.withTools(Stream.of(names).map(environment.beans()::named).toList()));
    }

    @Override
    public ReactiveToolRunner allTools() {
        return with(options.withTools(environment.beans().all()));
    }

    @Override
    public ReactiveToolRunner maxSteps(int maxSteps) {
        return with(options.withMaxSteps(maxSteps));
    }

    @Override
    public ReactiveToolRunner timeLimit(Duration timeLimit) {
        return with(options.withTimeLimit(timeLimit));
    }

    @Override
    public ReactiveToolRunner costLimit(BigDecimal usd) {
        return with(options.withCostLimit(usd));
    }

    @Override
    public ReactiveToolRunner approval(ToolApproval approval) {
        return with(options.withBlockingApproval(approval));
    }

    @Override
    public ReactiveToolRunner reactiveApproval(ReactiveToolApproval approval) {
        return with(options.withApproval(approval));
    }

    @Override
    public ReactiveToolRunner maxParallelTools(int maxParallelTools) {
        return with(options.withMaxParallelTools(maxParallelTools));
    }

    @Override
    public Uni<ToolRun> run(String prompt) {
        return run(MessageRequest.of(prompt));
    }

    @Override
    public Uni<ToolRun> run(MessageRequest request) {
        return result(request, RunState::begin);
    }

    @Override
    public Uni<ToolRun> resume(ToolRun run, ToolResultBlock... results) {
        List<ToolResultBlock> given = List.of(results);
        return result(run.request(), equipped -> RunState.resume(run, equipped, given));
    }

    private Uni<ToolRun> result(MessageRequest request, Beginning beginning) {
        return events(request, beginning, Asking.whole(client)).collect().last()
                .onItem().transform(last -> ((ToolRunEvent.Finished) last).run());
    }

    @Override
    public Multi<ToolRunEvent> stream(String prompt) {
        return stream(MessageRequest.of(prompt));
    }

    @Override
    public Multi<ToolRunEvent> stream(MessageRequest request) {
        return events(request, RunState::begin, Asking.streamed(client));
    }

    /** How a run begins, given its request with all tools. */
    @FunctionalInterface
    private interface Beginning {
        RunState of(MessageRequest equipped);
    }

    private Multi<ToolRunEvent> events(MessageRequest request, Beginning beginning, Asking asking) {
        Toolbox toolbox = new Toolbox(options.tools(), request);
        Supplier<RunState> begin = () -> beginning.of(toolbox.equip(request));
        return AgentLoop.events(begin, toolbox, options, environment, asking);
    }
}
