package io.github.quarkusclaude.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jboss.logging.Logger;

import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.observation.CallWatch;
import io.github.quarkusclaude.observation.ClientObserver;
import io.github.quarkusclaude.observation.ObservedCall;
import io.github.quarkusclaude.stream.StreamEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/**
 * Lets observers watch the calls of one client. Costs nothing if there are none.
 */
public final class CallObservation {

    private static final Logger LOG = Logger.getLogger("io.github.quarkusclaude.observation");

    private final String client;
    private final BaseUrl baseUrl;
    private final List<ClientObserver> observers;
    private final Vertx vertx;

    /**
     * @param client the name of the client
     * @param baseUrl where its calls go to
     */
    public CallObservation(String client, BaseUrl baseUrl, List<ClientObserver> observers, Vertx vertx) {
        this.client = client;
        this.baseUrl = baseUrl;
        this.observers = List.copyOf(observers);
        this.vertx = vertx;
    }

    /**
     * Watches a call whose answer comes in one piece, from its subscription to its end.
     *
     * @param call makes the call; tells its argument what cannot be seen from here
     */
    Uni<Message> call(MessageRequest request, Function<CallWatch, Uni<Message>> call) {
        if (observers.isEmpty()) {
            return call.apply(CallWatch.NOBODY);
        }
        return Uni.createFrom().deferred(() -> {
            WatchedCall watched = start(request, false);
            Supplier<Uni<Message>> made = () -> Uni.createFrom().deferred(() -> call.apply(watched))
                    .onItem().invoke(watched::answered)
                    .onFailure().invoke(watched::failed);
            Uni<Message> placed = watched.needsContext() ? OwnContext.of(vertx).call(watched::entered, made) : made.get();
            return placed.onCancellation().invoke(watched::cancelled);
        });
    }

    /** Watches a call whose answer is streamed, in the same way. */
    Multi<StreamEvent> stream(MessageRequest request, Function<CallWatch, Multi<StreamEvent>> call) {
        if (observers.isEmpty()) {
            return call.apply(CallWatch.NOBODY);
        }
        return Multi.createFrom().deferred(() -> {
            WatchedCall watched = start(request, true);
            Supplier<Multi<StreamEvent>> made = () -> Multi.createFrom().deferred(() -> call.apply(watched))
                    .onItem().invoke(watched::received)
                    .onCompletion().invoke(watched::completed)
                    .onFailure().invoke(watched::failed);
            Multi<StreamEvent> placed = watched.needsContext() ? OwnContext.of(vertx).stream(watched::entered, made)
                    : made.get();
            return placed.onCancellation().invoke(watched::cancelled);
        });
    }

    private WatchedCall start(MessageRequest request, boolean isStreamed) {
        ObservedCall call = new ObservedCall(client, baseUrl.host(), baseUrl.port(), request, isStreamed);
        List<CallWatch> watches = new ArrayList<>(observers.size());
        for (ClientObserver observer : observers) {
            try {
                watches.add(observer.started(call));
            } catch (RuntimeException e) {
                LOG.debug("A call could not be observed", e);
            }
        }
        return new WatchedCall(watches);
    }
}
