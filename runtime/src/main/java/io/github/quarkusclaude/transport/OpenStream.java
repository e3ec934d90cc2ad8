package io.github.quarkusclaude.transport;

import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.error.ErrorDetails;
import io.github.quarkusclaude.error.MalformedResponseException;
import io.github.quarkusclaude.error.NetworkException.Phase;
import io.github.quarkusclaude.error.TruncatedStreamException;
import io.github.quarkusclaude.json.MalformedJsonException;
import io.github.quarkusclaude.limits.TokenTally;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.stream.ErrorEvent;
import io.github.quarkusclaude.stream.MessageAccumulator;
import io.github.quarkusclaude.stream.MessageDelta;
import io.github.quarkusclaude.stream.MessageStart;
import io.github.quarkusclaude.stream.StreamDecoder;
import io.github.quarkusclaude.stream.StreamEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.Subscriptions;
import io.smallrye.mutiny.operators.AbstractMulti;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;

/**
 * A stream whose head has arrived. It ends with its message, whatever the server sends behind it.
 */
final class OpenStream implements Pull.Content<StreamEvent> {

    private final Pull<StreamEvent> pull;
    private final ClientSettings settings;
    private final ApiErrors apiErrors;
    private final NetworkErrors networkErrors;

    private final StreamDecoder decoder = new StreamDecoder();
    private final MessageAccumulator accumulator = new MessageAccumulator();
    private @Nullable Reception reception;
    private @Nullable TokenTally tally;
    private final AtomicBoolean subscribed = new AtomicBoolean();

    OpenStream(Context context, HttpClientRequest request, HttpClientResponse response, Watchdog watchdog,
            ClientSettings settings, ApiErrors apiErrors, NetworkErrors networkErrors) {
        this.settings = settings;
        this.apiErrors = apiErrors;
        this.networkErrors = networkErrors;
        this.pull = new Pull<>(context, watchdog, this);
        watchdog.onExpiry(this::expired);
        pull.connected(request);
        pull.open(response);
    }

    /**
     * The events, for one subscriber.
     *
     * @param reception what is done with them before
     * @param tally counts the tokens
     */
    Multi<StreamEvent> events(Reception reception, TokenTally tally) {
        this.reception = reception;
        this.tally = tally;
        return new AbstractMulti<>() {
            @Override
            public void subscribe(MultiSubscriber<? super StreamEvent> subscriber) {
                if (subscribed.compareAndSet(false, true)) {
                    pull.subscribe(subscriber);
                } else {
                    Subscriptions.fail(subscriber, new IllegalStateException("A stream has one subscriber"));
                }
            }
        };
    }

    boolean isSubscribed() {
        return subscribed.get();
    }

    void cancel() {
        pull.cancel();
    }

    @Override
    public void feed(Buffer piece) {
        decoder.feed(piece);
    }

    @Override
    public @Nullable StreamEvent next() {
        try {
            StreamEvent event = decoder.next();
            return event == null ? null : accepted(reception.of(event));
        } catch (MalformedJsonException e) {
            throw new MalformedResponseException(
                    details("An event of the stream is not the API's JSON: " + e.getMessage()), e);
        } catch (MalformedResponseException e) {
            throw new MalformedResponseException(e.details().withRequestId(pull.requestId()), e);
        }
    }

    private StreamEvent accepted(StreamEvent event) {
        if (event instanceof ErrorEvent error) {
            throw apiErrors.of(error, pull.requestId(), partialMessage());
        }
        accumulator.accept(event);
        if ((event instanceof MessageDelta || event instanceof MessageStart) && tally != null) {
            tally.reached(accumulator.usage());
        }
        return event;
    }

    @Override
    public boolean isComplete() {
        return accumulator.isComplete();
    }

    @Override
    public @Nullable StreamEvent end(@Nullable Throwable lost) {
        throw new TruncatedStreamException(details(lost == null ? "The stream ended before the message was complete"
                : "The connection was lost before the message was complete"), lost);
    }

    private void expired(Phase phase) {
        pull.fail(phase == Phase.TOTAL
                ? networkErrors.timedOut(settings.timeout(), pull.requestId(), partialMessage())
                : networkErrors.silent(settings.readTimeout(), pull.requestId(), partialMessage()));
    }

    private ErrorDetails details(String message) {
        return ErrorDetails.of(message).withRequestId(pull.requestId()).withPartialMessage(partialMessage());
    }

    private @Nullable Message partialMessage() {
        return accumulator.partialMessage().orElse(null);
    }
}
