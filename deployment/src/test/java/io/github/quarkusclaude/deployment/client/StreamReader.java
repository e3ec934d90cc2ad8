package io.github.quarkusclaude.deployment.client;

import java.util.concurrent.Executor;
import java.util.concurrent.Flow;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.stream.ContentBlockDelta;
import io.github.quarkusclaude.stream.Delta;
import io.github.quarkusclaude.stream.MessageStart;
import io.github.quarkusclaude.stream.StreamEvent;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;

/** Reads a stream as fast as it comes or event by event, to its end or not. */
final class StreamReader implements MultiSubscriber<StreamEvent> {

    private final int number;
    private final UniEmitter<? super Ending> ending;
    private final @Nullable Executor slow;
    private final int giveUpAfter;
    private final StringBuilder text = new StringBuilder();
    private int events;
    private int beginnings;
    private Flow.Subscription stream;

    /**
     * @param slow where the next event is asked for when one has come; {@code null} to ask for all at once
     * @param giveUpAfter how many events are enough
     */
    StreamReader(int number, UniEmitter<? super Ending> ending, @Nullable Executor slow, int giveUpAfter) {
        this.number = number;
        this.ending = ending;
        this.slow = slow;
        this.giveUpAfter = giveUpAfter;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        stream = subscription;
        stream.request(slow == null ? Long.MAX_VALUE : 1);
        giveUpIfEnough();
    }

    @Override
    public void onItem(StreamEvent event) {
        events++;
        if (event instanceof MessageStart) {
            beginnings++;
        } else if (event instanceof ContentBlockDelta delta && delta.delta() instanceof Delta.TextDelta piece) {
            text.append(piece.text());
        }
        giveUpIfEnough();
        if (slow != null) {
            slow.execute(() -> stream.request(1));
        }
    }

    @Override
    public void onFailure(Throwable failure) {
        end(Ending.failed(number, true, failure));
    }

    @Override
    public void onCompletion() {
        end(Ending.answered(number, true, text.toString()));
    }

    private void giveUpIfEnough() {
        if (events >= giveUpAfter) {
            giveUp();
        }
    }

    /** From any thread, as users do. */
    void giveUp() {
        stream.cancel();
        ending.complete(Ending.givenUp(number, true));
    }

    private void end(Ending found) {
        boolean wrong = beginnings > 1 || !MixedCalls.words(number).startsWith(text.toString());
        ending.complete(wrong ? found.withProblem("the stream began " + beginnings + " times and said " + text) : found);
    }
}
