package io.github.quarkusclaude.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;

/**
 * Lets observers watch tools. What happens does not depend on them: one that fails is logged.
 */
record WatchedTools(List<ToolObserver> observers) {

    private static final Logger LOG = Logger.getLogger("io.github.quarkusclaude.observation");

    WatchedTools {
        observers = List.copyOf(observers);
    }

    /** Watches one run of a tool, from now to its end or until nobody waits for it any more. */
    Uni<ToolInvocation.Outcome> watch(ToolCall call, Uni<ToolInvocation.Outcome> running) {
        if (observers.isEmpty()) {
            return running;
        }
        List<ToolWatch> watches = new ArrayList<>(observers.size());
        for (ToolObserver observer : observers) {
            try {
                watches.add(observer.started(call));
            } catch (RuntimeException e) {
                LOG.debug("A tool could not be observed", e);
            }
        }
        AtomicBoolean ended = new AtomicBoolean();
        return running.onItem().invoke(outcome -> tell(watches, ended, outcome.result(), outcome.failure()))
                .onFailure().invoke(failure -> tell(watches, ended, null, failure))
                .onCancellation().invoke(() -> tell(watches, ended, null, null));
    }

    private static void tell(List<ToolWatch> watches, AtomicBoolean ended, @Nullable ToolResult result,
            @Nullable Throwable failure) {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        for (ToolWatch watch : watches) {
            try {
                watch.ended(result, failure);
            } catch (RuntimeException e) {
                LOG.debug("A tool could not be observed", e);
            }
        }
    }
}
