package io.github.quarkusclaude.runtime;

import java.util.function.Consumer;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.github.quarkusclaude.limits.BudgetEvent;

/**
 * Warns when a budget comes to its end, and fires that as CDI events. A call does not depend on those who watch it.
 */
@Singleton
public class BudgetObservers implements Consumer<BudgetEvent> {

    private static final Logger LOG = Logger.getLogger("io.github.quarkusclaude.limits");

    private final Event<BudgetEvent> events;

    BudgetObservers(Event<BudgetEvent> events) {
        this.events = events;
    }

    @Override
    public void accept(BudgetEvent event) {
        LOG.warnf("The budget of the Claude client %s is %s: of %s US dollars %s are spent and %s reserved, until %s",
                event.client(), event instanceof BudgetEvent.Exhausted ? "exhausted" : "nearly spent",
                event.budget().limit().toPlainString(), event.budget().spent().toPlainString(),
                event.budget().reserved().toPlainString(), event.budget().periodEnd());
        events.fireAsync(event).whenComplete((ignored, failure) -> {
            if (failure != null) {
                failed(failure);
            }
        });
        try {
            events.fire(event);
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    private static void failed(Throwable failure) {
        LOG.warn("An observer of BudgetEvent failed", failure);
    }
}
