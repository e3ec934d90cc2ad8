package io.github.quarkusclaude.observation;

import java.time.Duration;

/**
 * Is told what happens to one call. Except for {@link #ended}, which comes last and once, anything may be left out; a
 * cancellation may come from another thread than the rest.
 */
public interface CallWatch {

    /** For calls that nobody watches. */
    CallWatch NOBODY = new CallWatch() {
        @Override
        public void ended(CallEnd end) {
            // nobody wants to know
        }
    };

    /**
     * Whether the call has to be made on a context of Vert.x that belongs to it alone, so that something can be left there
     * for those it is made with.
     */
    default boolean needsContext() {
        return false;
    }

    /** The call is about to be made on its own context, which is the current one. */
    default void entered() {
    }

    /** Whether the message told at the end of a stream must have its content. */
    default boolean needsContent() {
        return false;
    }

    /** The call had to wait before it was sent, to stay within limits. */
    default void waited(Duration time) {
    }

    /**
     * The call failed and will be sent again.
     *
     * @param failure how it failed this time
     * @param delay how long it waits before
     */
    default void retrying(Throwable failure, Duration delay) {
    }

    /** The content of a streamed answer begins. */
    default void firstContent() {
    }

    /** The call has ended. */
    void ended(CallEnd end);
}
