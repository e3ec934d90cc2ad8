package io.github.quarkusclaude.transport;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.TextBlock;
import io.github.quarkusclaude.stream.ContentBlockStart;
import io.github.quarkusclaude.stream.ContentBlockStop;
import io.github.quarkusclaude.stream.MessageAccumulator;
import io.github.quarkusclaude.stream.MessageDelta;
import io.github.quarkusclaude.stream.MessageResumed;
import io.github.quarkusclaude.stream.MessageStart;
import io.github.quarkusclaude.stream.MessageStop;
import io.github.quarkusclaude.stream.Ping;
import io.github.quarkusclaude.stream.StreamEvent;

/**
 * The beginning of a stream, watched until there is content or it turns out that there will be none.
 */
final class StreamBeginning {

    private final MessageAccumulator accumulator = new MessageAccumulator();
    private boolean content;

    /** Takes an event; says whether there is content. Not to be asked again after that. */
    boolean isContent(StreamEvent event) {
        content = !(event instanceof MessageStart || event instanceof Ping || event instanceof MessageResumed
                || event instanceof ContentBlockStop
                || event instanceof MessageDelta || event instanceof MessageStop || isEmptyText(event));
        if (!content) {
            accumulator.accept(event);
        }
        return content;
    }

    private static boolean isEmptyText(StreamEvent event) {
        return event instanceof ContentBlockStart start && start.contentBlock() instanceof TextBlock text
                && text.text().isEmpty();
    }

    /** The message if it is a refusal without content; else {@code null}. */
    @Nullable
    Message refusal() {
        return content || !accumulator.isComplete() || !accumulator.message().isRefusal() ? null : accumulator.message();
    }
}
