package io.github.quarkusclaude.tool;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * What is common to blocking and reactive runners: which tools a run gets, and what limits it. Every method returns a new
 * runner; runners are immutable and thread safe.
 * <p>
 * A run gets no tools but those named here and those of its request.
 *
 * @param <R> the kind of runner
 */
public interface ToolLoop<R extends ToolLoop<R>> {

    /** How many requests a run makes at most, unless {@link #maxSteps(int)} says otherwise: {@value}. */
    int DEFAULT_MAX_STEPS = 50;

    /** How many tools of one answer run at once, unless {@link #maxParallelTools(int)} says otherwise: {@value}. */
    int DEFAULT_MAX_PARALLEL_TOOLS = 8;

    /**
     * Adds tools. Where the request has a tool of the same name, that is what the model is told, and this runs it.
     *
     * @throws IllegalArgumentException if two tools of the runner have the same name, or no schema can be made of the type a
     *         tool takes
     * @throws IllegalStateException in a native executable, if such a type was not known when it was built
     */
    R tools(ToolDefinition... tools);

    /**
     * Adds the tools of beans: their methods with {@link ClaudeTool}.
     *
     * @param beanClasses the classes of the beans
     * @throws IllegalArgumentException if a class is no bean with tools
     */
    R tools(Class<?>... beanClasses);

    /**
     * Adds tools of beans.
     *
     * @param names the names of the tools
     * @throws IllegalArgumentException if no bean has a tool of such a name
     */
    R tools(String... names);

    /** Adds all tools of all beans. */
    R allTools();

    /**
     * How many requests a run makes at most; {@value #DEFAULT_MAX_STEPS} by default. A run that needs more ends with
     * {@link ToolRun.Stop#STEP_LIMIT}.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    R maxSteps(int maxSteps);

    /**
     * How long a run may take in total; no limit by default, beside the time-outs of each request. A run that takes longer
     * ends with {@link ToolRun.Stop#TIME_LIMIT}.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    R timeLimit(Duration timeLimit);

    /**
     * At which cost, in US dollars and by the catalogue's list prices, no further request is made; no limit by default. The
     * run then ends with {@link ToolRun.Stop#COST_LIMIT}. The last answer may go beyond the limit, since its cost is known
     * only when it is there. A run with a model without known prices fails with an {@link IllegalArgumentException} before
     * anything is sent.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    R costLimit(BigDecimal usd);

    /**
     * Asks before a tool runs; by default tools run without asking. Calls of one answer are decided one after the other, in
     * their order and before any of them runs.
     */
    R approval(ToolApproval approval);

    /** Asks before a tool runs, without blocking. Replaces any other approval. */
    R reactiveApproval(ReactiveToolApproval approval);

    /**
     * How many tools of one answer run at once; {@value #DEFAULT_MAX_PARALLEL_TOOLS} by default. The model reads their
     * results in the order of its calls, whichever is ready first.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    R maxParallelTools(int maxParallelTools);
}
