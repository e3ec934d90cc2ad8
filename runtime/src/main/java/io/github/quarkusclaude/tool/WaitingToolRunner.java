package io.github.quarkusclaude.tool;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.stream.Stream;

import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.ToolResultBlock;

/**
 * The reactive runner, waited for.
 */
record WaitingToolRunner(ReactiveToolRunner reactive, ToolRunners.Waiting waiting) implements ToolRunner {

    private ToolRunner with(ReactiveToolRunner reactive) {
        return new WaitingToolRunner(reactive, waiting);
    }

    @Override
    public ToolRunner tools(ToolDefinition... tools) {
        return with(reactive.tools(tools));
    }

    @Override
    public ToolRunner tools(Class<?>... beanClasses) {
        return with(reactive.tools(beanClasses));
    }

    @Override
    public ToolRunner tools(String... names) {
        return with(reactive.tools(names));
    }

    @Override
    public ToolRunner allTools() {
        return with(reactive.allTools());
    }

    @Override
    public ToolRunner maxSteps(int maxSteps) {
        return with(reactive.maxSteps(maxSteps));
    }

    @Override
    public ToolRunner timeLimit(Duration timeLimit) {
        return with(reactive.timeLimit(timeLimit));
    }

    @Override
    public ToolRunner costLimit(BigDecimal usd) {
        return with(reactive.costLimit(usd));
    }

    @Override
    public ToolRunner approval(ToolApproval approval) {
        return with(reactive.approval(approval));
    }

    @Override
    public ToolRunner reactiveApproval(ReactiveToolApproval approval) {
        return with(reactive.reactiveApproval(approval));
    }

    @Override
    public ToolRunner maxParallelTools(int maxParallelTools) {
        return with(reactive.maxParallelTools(maxParallelTools));
    }

    @Override
    public ToolRun run(String prompt) {
        return waiting.await(reactive.run(prompt));
    }

    @Override
    public ToolRun run(MessageRequest request) {
        return waiting.await(reactive.run(request));
    }

    @Override
    public Stream<ToolRunEvent> stream(String prompt) {
        return stream(MessageRequest.of(prompt));
    }

    @Override
    public Stream<ToolRunEvent> stream(MessageRequest request) {
        return waiting.items(reactive.stream(request));
    }

    @Override
    public ToolRun resume(ToolRun run, ToolResultBlock... results) {
        return waiting.await(reactive.resume(run, results));
    }
}
