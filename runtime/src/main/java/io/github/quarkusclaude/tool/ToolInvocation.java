package io.github.quarkusclaude.tool;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.quarkus.virtual.threads.VirtualThreadsRecorder;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/**
 * Runs a tool where it belongs, and makes a result of whatever comes of it.
 *
 * @param withoutSecrets takes out of a text what neither the model nor a log must hold
 * @param watched lets others watch
 */
record ToolInvocation(UnaryOperator<String> withoutSecrets, WatchedTools watched) {

    private static final Logger LOG = Logger.getLogger("io.github.quarkusclaude.tool");

    /**
     * What came of a call.
     *
     * @param result what the model reads
     * @param failure what the tool threw, if it did
     */
    record Outcome(ToolResult result, @Nullable Throwable failure) {
    }

    Uni<Outcome> invoke(ToolDefinition tool, ToolCall call) {
        if (!call.input().tree().isObject()) {
            return Uni.createFrom().item(new Outcome(ToolResult.error("The input is no JSON object"), null));
        }
        Uni<ToolResult> running = RequestContext
                .around(() -> Objects.requireNonNull(tool.handler().handle(call), "The tool returned no Uni"));
        return watched.watch(call, switchTo(tool.thread(), running).onItem().transform(ToolInvocation::returned)
                .onFailure(Exception.class).recoverWithItem(failure -> failed(call, failure)));
    }

    private static Uni<ToolResult> switchTo(ToolThread thread, Uni<ToolResult> running) {
        Executor executor = switch (thread) {
            case WORKER -> Infrastructure.getDefaultWorkerPool();
            case VIRTUAL -> VirtualThreadsRecorder.getCurrent();
            case EVENT_LOOP -> null;
        };
        return executor == null ? running : running.runSubscriptionOn(executor);
    }

    private static Outcome returned(@Nullable ToolResult result) {
        return new Outcome(result == null ? ToolResult.EMPTY : result, null);
    }

    private Outcome failed(ToolCall call, Throwable failure) {
        if (LOG.isDebugEnabled()) {
            // as text: what a tool throws may quote what it was configured with
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace, true));
            LOG.debugf("The tool %s failed: %s", call.name(), withoutSecrets.apply(trace.toString()));
        }
        String message = failure.getMessage();
        String told = message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
        return new Outcome(ToolResult.error(withoutSecrets.apply(told)), failure);
    }
}
