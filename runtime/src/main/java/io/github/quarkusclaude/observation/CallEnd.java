package io.github.quarkusclaude.observation;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.message.Message;

/**
 * How a call has ended.
 *
 * @param message the answer; what had arrived of it if the call was cancelled or a stream failed. Of a stream without its
 *        content, unless somebody wants it. Absent if there is none
 * @param failure why it failed; absent otherwise
 * @param isCancelled whether the caller has given it up
 */
public record CallEnd(@Nullable Message message, @Nullable Throwable failure, boolean isCancelled) {

    /** Whether the whole answer is there. */
    public boolean isAnswered() {
        return failure == null && !isCancelled;
    }

    /** Without what was said. */
    @Override
    public String toString() {
        return "CallEnd[" + (isAnswered() ? "answered" : isCancelled ? "cancelled" : "failed: " + failure) + "]";
    }
}
