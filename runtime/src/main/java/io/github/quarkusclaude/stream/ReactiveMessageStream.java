package io.github.quarkusclaude.stream;

import java.util.concurrent.Flow;

import io.github.quarkusclaude.message.Message;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.AbstractMulti;
import io.smallrye.mutiny.subscription.MultiSubscriber;

/**
 * A streamed message as a {@link Multi} of its events, with back-pressure: nothing is read from the network before the
 * subscriber asks for it. Each subscription sends the request again; cancelling closes the connection at once.
 * <p>
 * It completes behind {@link MessageStop}. Whatever else happens is a failure that carries what had arrived:
 * {@link io.github.quarkusclaude.error.ClaudeException#partialMessage()}.
 */
public final class ReactiveMessageStream extends AbstractMulti<StreamEvent> {

    private final Multi<StreamEvent> events;

    private ReactiveMessageStream(Multi<StreamEvent> events) {
        this.events = events;
    }

    /** A stream of given events, for tests that replace a client. */
    public static ReactiveMessageStream of(Multi<StreamEvent> events) {
        return new ReactiveMessageStream(events);
    }

    /** Only the text of the answer, piece by piece. */
    public Multi<String> text() {
        return events.select().where(ReactiveMessageStream::isText).onItem().transform(ReactiveMessageStream::textOf);
    }

    static boolean isText(StreamEvent event) {
        return event instanceof ContentBlockDelta delta && delta.delta() instanceof Delta.TextDelta;
    }

    static String textOf(StreamEvent event) {
        return event instanceof ContentBlockDelta delta && delta.delta() instanceof Delta.TextDelta text ? text.text() : "";
    }

    /** The message that the stream amounts to: the same as an answer that is not streamed. */
    public Uni<Message> finalMessage() {
        return events.collect().in(MessageAccumulator::new, MessageAccumulator::accept)
                .onItem().transform(MessageAccumulator::message);
    }

    @Override
    public void subscribe(Flow.Subscriber<? super StreamEvent> subscriber) {
        events.subscribe(subscriber);
    }

    @Override
    public void subscribe(MultiSubscriber<? super StreamEvent> subscriber) {
        events.subscribe(subscriber);
    }
}
