package io.github.quarkusclaude.limits;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.catalog.Cost;
import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.error.ClaudeException;
import io.github.quarkusclaude.error.NetworkException;
import io.github.quarkusclaude.message.FallbackBlock;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.Usage;
import io.github.quarkusclaude.stream.ContentBlockStart;
import io.github.quarkusclaude.stream.MessageDelta;
import io.github.quarkusclaude.stream.MessageStart;
import io.github.quarkusclaude.stream.StreamEvent;

/**
 * Settles what one call has cost, however it ends.
 */
final class CallCharge {

    private static final int CLIENT_ERRORS = 400;
    private static final int SERVER_ERRORS = 500;

    private final ModelCatalog catalog;
    private final MessageRequest request;
    private final Reservation reservation;
    private final boolean priced;
    private volatile Seen seen = Seen.NOTHING;

    /**
     * What has been seen of a stream.
     *
     * @param model the model that answers
     * @param usage what it used
     * @param counted whether the output has been counted to its end
     */
    private record Seen(@Nullable String model, Usage usage, boolean counted) {

        static final Seen NOTHING = new Seen(null, Usage.UNKNOWN, false);
    }

    /** @param priced whether the reservation is what the call costs at most; else nobody knows */
    CallCharge(ModelCatalog catalog, MessageRequest request, Reservation reservation, boolean priced) {
        this.catalog = catalog;
        this.request = request;
        this.reservation = reservation;
        this.priced = priced;
    }

    void answered(Message message) {
        settle(catalog.cost(message));
    }

    void received(StreamEvent event) {
        if (event instanceof MessageStart start && start.message() != null) {
            seen = new Seen(start.message().model(), start.message().usage(), false);
        } else if (event instanceof MessageDelta delta && delta.usage() != null) {
            seen = new Seen(seen.model(), seen.usage().updatedBy(delta.usage()), true);
        } else if (event instanceof ContentBlockStart start && start.contentBlock() instanceof FallbackBlock fallback
                && fallback.to() != null && fallback.to().model() != null) {
            seen = new Seen(fallback.to().model(), seen.usage(), seen.counted());
        }
    }

    /** The answer came to its end, or broke off. Of one that broke off, the output is not known: it may be the longest. */
    void ended() {
        Seen last = seen;
        if (last.model() == null) {
            settle(Optional.empty());
        } else {
            settle(catalog.cost(last.model(), last.counted() ? last.usage() : withLongestOutput(last.usage())));
        }
    }

    void failed(Throwable failure) {
        if (isFree(failure)) {
            reservation.release();
        } else {
            ended();
        }
    }

    private void settle(Optional<Cost> cost) {
        if (cost.isPresent()) {
            reservation.settle(cost.get().total());
        } else if (priced) {
            reservation.keep();
        } else {
            reservation.leaveUnpriced();
        }
    }

    private Usage withLongestOutput(Usage usage) {
        Usage longest = new Usage(null, null, null, null, request.maxTokens(), null, null, null, null, null, null, Map.of());
        return usage.updatedBy(longest);
    }

    /** Whether the API has not got the request, or has refused it. What a proxy says is no word of the API. */
    private static boolean isFree(Throwable failure) {
        if (failure instanceof NetworkException network) {
            return network.phase() == NetworkException.Phase.CONNECT;
        }
        if (!(failure instanceof ClaudeException known)) {
            return false;
        }
        int status = known.status();
        return status == 0 || status >= CLIENT_ERRORS && (status < SERVER_ERRORS || known.type().isPresent());
    }
}
