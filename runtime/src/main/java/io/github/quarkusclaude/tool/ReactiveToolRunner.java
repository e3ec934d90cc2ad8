package io.github.quarkusclaude.tool;

import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.ToolResultBlock;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Lets the model use tools until it has answered, without blocking. {@link ToolRunner} tells how.
 * <p>
 * Nothing happens before a subscription, and each subscription is a run of its own. Items and failures arrive on an event
 * loop or a worker thread: do not block. Cancelling abandons the request under way and starts no further tool; tools that
 * are running are not interrupted.
 */
public interface ReactiveToolRunner extends ToolLoop<ReactiveToolRunner> {

    /** Runs until one thing is answered. */
    Uni<ToolRun> run(String prompt);

    /** Runs until a request is answered. Fails with a {@link ToolRunException} if a call of the API fails. */
    Uni<ToolRun> run(MessageRequest request);

    /** The same as events, as they happen and no faster than the subscriber asks for them. */
    Multi<ToolRunEvent> stream(String prompt);

    /** The same as events, as they happen and no faster than the subscriber asks for them. */
    Multi<ToolRunEvent> stream(MessageRequest request);

    /**
     * Goes on with a run that did not finish. Limits count anew.
     *
     * @param run the run
     * @param results results of its pending calls, in any order; calls without one are run if there is a tool for them.
     *        Fails with an {@link IllegalArgumentException} if a result belongs to no pending call, or the run needs no
     *        further step
     */
    Uni<ToolRun> resume(ToolRun run, ToolResultBlock... results);
}
