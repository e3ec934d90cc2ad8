package io.github.quarkusclaude.limits;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.error.UnknownPriceException;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.stream.StreamEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Lets the calls of one client happen only as far as its budget goes. Before a call, what it may cost at most is set aside;
 * when it has ended, in whatever way, what it has cost takes its place. Thread safe; nobody waits.
 */
public final class Budget {

    private final String client;
    private final UnknownPrice onUnknownPrice;
    private final ModelCatalog catalog;
    private final BudgetLedger ledger;

    /**
     * @param client the name of the client
     * @param settings how much may be spent
     * @param catalog knows what models cost
     * @param clock tells the periods
     * @param observers are told when the budget comes to its end
     */
    public Budget(String client, BudgetSettings settings, ModelCatalog catalog, Clock clock, Consumer<BudgetEvent> observers) {
        this.client = client;
        this.onUnknownPrice = settings.onUnknownPrice();
        this.catalog = catalog;
        this.ledger = new BudgetLedger(client, settings, clock, observers);
    }

    /** The accounts of this moment. */
    public BudgetStatus status() {
        return ledger.status();
    }

    /**
     * Makes a call whose answer comes in one piece. Fails with a
     * {@link io.github.quarkusclaude.error.BudgetExceededException} if it may cost more than is left, and with an
     * {@link UnknownPriceException}.
     *
     * @param request as it is sent
     */
    public Uni<Message> call(MessageRequest request, Supplier<Uni<Message>> call) {
        return Uni.createFrom().deferred(() -> {
            CallCharge charge = reserve(request);
            return Uni.createFrom().deferred(call::get)
                    .onItem().invoke(charge::answered)
                    .onFailure().invoke(charge::failed)
                    .onCancellation().invoke(charge::ended);
        });
    }

    /** Makes a call whose answer is streamed. Fails as {@link #call} does. */
    public Multi<StreamEvent> stream(MessageRequest request, Supplier<Multi<StreamEvent>> call) {
        return Multi.createFrom().deferred(() -> {
            CallCharge charge = reserve(request);
            return Multi.createFrom().deferred(call::get)
                    .onItem().invoke(charge::received)
                    .onCompletion().invoke(charge::ended)
                    .onFailure().invoke(charge::failed)
                    .onCancellation().invoke(charge::ended);
        });
    }

    private CallCharge reserve(MessageRequest request) {
        Optional<BigDecimal> bound = new CallBound(catalog, request).amount();
        if (bound.isEmpty() && onUnknownPrice == UnknownPrice.REJECT) {
            throw new UnknownPriceException(client, String.valueOf(request.model()));
        }
        Reservation reservation = ledger.reserve(bound.orElse(BigDecimal.ZERO));
        return new CallCharge(catalog, request, reservation, bound.isPresent());
    }
}
