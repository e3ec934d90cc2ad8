package io.github.quarkusclaude.tool;

import java.util.stream.Stream;

import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.ToolResultBlock;

/**
 * Lets the model use tools until it has answered, blocking the caller until then.
 *
 * <pre>
 * ToolRun run = claude.toolRunner().tools(weather).run("Do I need an umbrella in Bern?");
 * String answer = run.text();
 * </pre>
 *
 * Each step sends the conversation; if the answer asks for tools, they run, several at once, and their results go into the
 * next step. A tool that throws, does not exist, was denied, or got arguments that are no JSON object, does not end the run:
 * the model reads why and can try otherwise. Tools the API runs itself can be mixed in, and paused turns are continued. A
 * tool of the request that has no handler ends the run with {@link ToolRun.Stop#PENDING}.
 * <p>
 * Limits and refusals end a run as well and are not exceptions: look at {@link ToolRun#stop()}. If a call of the API fails,
 * a {@link ToolRunException} has the run so far. As with {@link io.github.quarkusclaude.ClaudeClient}, do not call it on an
 * event loop; {@link ReactiveToolRunner} is the same without blocking.
 */
public interface ToolRunner extends ToolLoop<ToolRunner> {

    /** Runs until one thing is answered. */
    ToolRun run(String prompt);

    /**
     * Runs until a request is answered.
     *
     * @throws ToolRunException if a call of the API fails
     */
    ToolRun run(MessageRequest request);

    /** The same as events, as they happen. Close the stream, or read it to its end. */
    Stream<ToolRunEvent> stream(String prompt);

    /**
     * The same as events, as they happen. Close the stream, or read it to its end. Interrupting the thread that reads it
     * abandons the run with a {@link java.util.concurrent.CancellationException}.
     */
    Stream<ToolRunEvent> stream(MessageRequest request);

    /**
     * Goes on with a run that did not finish. Limits count anew.
     *
     * @param run the run
     * @param results results of its pending calls, in any order; calls without one are run if there is a tool for them
     * @throws IllegalArgumentException if a result belongs to no pending call, or the run needs no further step
     */
    ToolRun resume(ToolRun run, ToolResultBlock... results);
}
