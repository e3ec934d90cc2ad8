package io.github.quarkusclaude.stream;

import java.util.Iterator;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.message.Message;
import io.smallrye.mutiny.Multi;

/**
 * A streamed message whose events are waited for.
 *
 * <pre>
 * try (MessageStream stream = claude.stream("Tell me a story.")) {
 *     stream.text().forEach(System.out::print);
 *     Message message = stream.finalMessage();
 * }
 * </pre>
 *
 * The request is sent when the stream is made. Its events can be taken once, by whichever method; waiting for one throws
 * the {@link io.github.quarkusclaude.error.ClaudeException} the stream failed with, or a
 * {@link java.util.concurrent.CancellationException} if the thread is interrupted. Close the stream unless it is read to
 * its end. To be used by one thread at a time.
 */
public final class MessageStream implements Iterable<StreamEvent>, AutoCloseable {

    /** How many events may wait to be taken. */
    private static final int CAPACITY = 64;

    private final BlockingItems<StreamEvent> events = new BlockingItems<>(CAPACITY);
    private final MessageAccumulator accumulator = new MessageAccumulator();

    private MessageStream(Multi<StreamEvent> source) {
        source.subscribe().withSubscriber(events);
    }

    /** Subscribes to events and lets them be waited for. */
    public static MessageStream of(Multi<StreamEvent> events) {
        return new MessageStream(events);
    }

    /** The remaining events. */
    public Stream<StreamEvent> events() {
        return StreamSupport
                .stream(Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED | Spliterator.NONNULL), false)
                .onClose(this::close);
    }

    /** The text of the remaining events, piece by piece. */
    public Stream<String> text() {
        return events().filter(ReactiveMessageStream::isText).map(ReactiveMessageStream::textOf);
    }

    /** Reads what remains and gives the whole message: the same as an answer that is not streamed. */
    public Message finalMessage() {
        Iterator<StreamEvent> remaining = iterator();
        while (remaining.hasNext()) {
            remaining.next();
        }
        return accumulator.message();
    }

    /** The message as far as its events have been taken; empty before the first. */
    public Optional<Message> partialMessage() {
        return accumulator.partialMessage();
    }

    /** The remaining events. */
    @Override
    public Iterator<StreamEvent> iterator() {
        return new TakingIterator<>(this::take);
    }

    private @Nullable StreamEvent take() {
        StreamEvent event = events.take();
        if (event != null) {
            accumulator.accept(event);
        }
        return event;
    }

    /** Abandons the answer and closes its connection. Does nothing if the stream has ended. */
    @Override
    public void close() {
        events.close();
    }
}
