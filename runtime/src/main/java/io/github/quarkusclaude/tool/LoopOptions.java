package io.github.quarkusclaude.tool;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/**
 * What a runner was told.
 */
record LoopOptions(List<ToolDefinition> tools, int maxSteps, @Nullable Duration timeLimit, @Nullable BigDecimal costLimit,
        ReactiveToolApproval approval, int maxParallelTools) {

    private static final ReactiveToolApproval EVERYTHING = call -> Uni.createFrom().item(ToolDecision.approve());

    static final LoopOptions DEFAULT = new LoopOptions(List.of(), ToolLoop.DEFAULT_MAX_STEPS, null, null, EVERYTHING,
            ToolLoop.DEFAULT_MAX_PARALLEL_TOOLS);

    LoopOptions {
        tools = List.copyOf(tools);
    }

    LoopOptions withTools(List<ToolDefinition> more) {
        List<ToolDefinition> all = new ArrayList<>(tools);
        all.addAll(more);
        Set<String> names = new HashSet<>();
        for (ToolDefinition tool : all) {
            if (!names.add(tool.name())) {
                throw new IllegalArgumentException("There are two tools with the name " + tool.name());
            }
        }
        return new LoopOptions(all, maxSteps, timeLimit, costLimit, approval, maxParallelTools);
    }

    LoopOptions withMaxSteps(int maxSteps) {
        expect(maxSteps > 0, "A run needs at least one step, not " + maxSteps);
        return new LoopOptions(tools, maxSteps, timeLimit, costLimit, approval, maxParallelTools);
    }

    LoopOptions withTimeLimit(Duration timeLimit) {
        expect(!timeLimit.isNegative() && !timeLimit.isZero(), "The time limit must be positive, not " + timeLimit);
        return new LoopOptions(tools, maxSteps, timeLimit, costLimit, approval, maxParallelTools);
    }

    LoopOptions withCostLimit(BigDecimal usd) {
        expect(usd.signum() > 0, "The cost limit must be positive, not " + usd);
        return new LoopOptions(tools, maxSteps, timeLimit, usd, approval, maxParallelTools);
    }

    /** With an approval that may block: it is asked on a worker thread. */
    LoopOptions withBlockingApproval(ToolApproval approval) {
        return withApproval(call -> Uni.createFrom().<ToolDecision> emitter(emitter -> {
            try {
                emitter.complete(approval.decide(call));
            } catch (Exception e) {
                emitter.fail(e);
            }
        }).runSubscriptionOn(Infrastructure.getDefaultWorkerPool()));
    }

    LoopOptions withApproval(ReactiveToolApproval approval) {
        return new LoopOptions(tools, maxSteps, timeLimit, costLimit, approval, maxParallelTools);
    }

    LoopOptions withMaxParallelTools(int maxParallelTools) {
        expect(maxParallelTools > 0, "At least one tool must be able to run, not " + maxParallelTools);
        return new LoopOptions(tools, maxSteps, timeLimit, costLimit, approval, maxParallelTools);
    }

    private static void expect(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
