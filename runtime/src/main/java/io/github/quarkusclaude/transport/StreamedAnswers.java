package io.github.quarkusclaude.transport;

import java.time.Duration;
import java.util.concurrent.Flow;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.catalog.rules.RequestPreparation;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.ModelChoice;
import io.github.quarkusclaude.stream.MessageStart;
import io.github.quarkusclaude.stream.StreamEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * The streams of one call, of which only the last is handed out. A stream that is cancelled in the moment in which it opens
 * has nobody who would end it: that is done here.
 */
final class StreamedAnswers implements FallbackRun.Answers<StreamedAnswers.Opened> {

    private volatile Flow.@Nullable Subscription current;
    private volatile boolean cancelled;

    /**
     * A stream that has come to its content, or to its end without any.
     *
     * @param events all its events, for one subscriber
     * @param refusal its message if it is a refusal without content
     */
    record Opened(Multi<StreamEvent> events, @Nullable Message refusal) {
    }

    Uni<Opened> open(ReactiveApiClient client, RequestPreparation preparation, MessageRequest request, Duration timeout) {
        StreamBeginning beginning = new StreamBeginning();
        Multi<StreamEvent> events = client.askForStream(preparation, request, timeout)
                .onSubscription().invoke(this::begun);
        return Primed.of(events, beginning::isContent)
                .onItem().transform(primed -> new Opened(primed.items(), beginning.refusal()));
    }

    private void begun(Flow.Subscription subscription) {
        current = subscription;
        if (cancelled) {
            subscription.cancel();
        }
    }

    void cancel() {
        cancelled = true;
        Flow.Subscription subscription = current;
        if (subscription != null) {
            subscription.cancel();
        }
    }

    @Override
    public @Nullable Message refusal(Opened answer) {
        return answer.refusal();
    }

    @Override
    public Opened withChoice(Opened answer, UnaryOperator<ModelChoice> change) {
        return new Opened(answer.events().onItem().transform(event -> event instanceof MessageStart start
                ? new MessageStart(start.message().withModelChoice(change.apply(start.message().modelChoice())),
                        start.additionalFields())
                : event), answer.refusal());
    }
}
