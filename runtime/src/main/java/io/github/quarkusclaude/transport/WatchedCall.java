package io.github.quarkusclaude.transport;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.observation.CallEnd;
import io.github.quarkusclaude.observation.CallWatch;
import io.github.quarkusclaude.stream.ContentBlockDelta;
import io.github.quarkusclaude.stream.ContentBlockStart;
import io.github.quarkusclaude.stream.ContentBlockStop;
import io.github.quarkusclaude.stream.MessageAccumulator;
import io.github.quarkusclaude.stream.StreamEvent;

/**
 * One call and all who watch it. However it ends, they are told once. What happens does not depend on them: one that fails is
 * logged.
 */
final class WatchedCall implements CallWatch {

    private static final Logger LOG = Logger.getLogger("io.github.quarkusclaude.observation");

    private final List<CallWatch> watches;
    private final boolean needsContent;
    private final AtomicBoolean ended = new AtomicBoolean();
    private boolean contentBegun;
    /** Guarded by itself: a cancellation may come from another thread than events. */
    private final MessageAccumulator seen = new MessageAccumulator();

    WatchedCall(List<CallWatch> watches) {
        this.watches = watches;
        this.needsContent = watches.stream().anyMatch(CallWatch::needsContent);
    }

    @Override
    public boolean needsContext() {
        return watches.stream().anyMatch(CallWatch::needsContext);
    }

    @Override
    public void entered() {
        tell(CallWatch::entered);
    }

    @Override
    public void waited(Duration time) {
        tell(watch -> watch.waited(time));
    }

    @Override
    public void retrying(Throwable failure, Duration delay) {
        tell(watch -> watch.retrying(failure, delay));
    }

    @Override
    public void firstContent() {
        tell(CallWatch::firstContent);
    }

    /** Takes an event of the stream. Does next to nothing with those there are many of. */
    void received(StreamEvent event) {
        if (event instanceof ContentBlockDelta || event instanceof ContentBlockStop) {
            if (!needsContent) {
                return;
            }
        } else if (event instanceof ContentBlockStart && !contentBegun) {
            contentBegun = true;
            firstContent();
        }
        synchronized (seen) {
            seen.accept(event);
        }
    }

    void answered(Message message) {
        ended(new CallEnd(message, null, false));
    }

    void completed() {
        ended(new CallEnd(received(), null, false));
    }

    void failed(Throwable failure) {
        ended(new CallEnd(received(), failure, false));
    }

    void cancelled() {
        ended(new CallEnd(received(), null, true));
    }

    private @Nullable Message received() {
        synchronized (seen) {
            return seen.partialMessage().orElse(null);
        }
    }

    @Override
    public void ended(CallEnd end) {
        if (ended.compareAndSet(false, true)) {
            tell(watch -> watch.ended(end));
        }
    }

    private void tell(Consumer<CallWatch> news) {
        for (CallWatch watch : watches) {
            try {
                news.accept(watch);
            } catch (RuntimeException e) {
                LOG.debug("A call could not be observed", e);
            }
        }
    }
}
