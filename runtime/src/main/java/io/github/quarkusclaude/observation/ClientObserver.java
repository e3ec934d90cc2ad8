package io.github.quarkusclaude.observation;

/**
 * Watches clients. Told on the threads of callers and on event loops: must not block.
 */
public interface ClientObserver {

    /** A configured client has been made. Clients that a program builds by itself are not told of, only their calls. */
    default void created(ObservedClient client) {
    }

    /**
     * A call to a model begins: one request, however often it has to be sent.
     *
     * @return is told what comes of it
     */
    CallWatch started(ObservedCall call);
}
