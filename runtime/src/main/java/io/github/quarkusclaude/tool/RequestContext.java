package io.github.quarkusclaude.tool;

import java.util.function.Supplier;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.quarkus.arc.InjectableContext.ContextState;
import io.quarkus.arc.ManagedContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;

/**
 * The CDI request context tools run in: the caller's if there is one, else one that lasts as long as the call.
 */
final class RequestContext {

    private RequestContext() {
    }

    static <T> Uni<T> around(Supplier<Uni<T>> action) {
        return Uni.createFrom().deferred(() -> {
            ArcContainer container = Arc.container();
            ManagedContext requests = container == null ? null : container.requestContext();
            return requests == null || requests.isActive() ? action.get() : within(requests, action);
        });
    }

    private static <T> Uni<T> within(ManagedContext requests, Supplier<Uni<T>> action) {
        return Uni.createFrom().emitter(emitter -> {
            ContextState state = requests.activate();
            try {
                Cancellable running = action.get().onTermination().invoke(() -> requests.destroy(state))
                        .subscribe().with(emitter::complete, emitter::fail);
                emitter.onTermination(running::cancel);
            } finally {
                requests.deactivate();
            }
        });
    }
}
