package io.github.quarkusclaude.runtime;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.github.quarkusclaude.limits.BudgetEvent;

/**
 * Warns when a budget comes to its end, and fires that as CDI events.
 */
@Singleton
public class BudgetObservers extends FiredEvents<BudgetEvent> {

    private static final String CATEGORY = "io.github.quarkusclaude.limits";
    private static final Logger LOG = Logger.getLogger(CATEGORY);

    BudgetObservers(Event<BudgetEvent> events) {
        super(events, CATEGORY);
    }

    @Override
    public void accept(BudgetEvent event) {
        LOG.warnf("The budget of the Claude client %s is %s: of %s US dollars %s are spent and %s reserved, until %s",
                event.client(), event instanceof BudgetEvent.Exhausted ? "exhausted" : "nearly spent",
                event.budget().limit().toPlainString(), event.budget().spent().toPlainString(),
                event.budget().reserved().toPlainString(), event.budget().periodEnd());
        super.accept(event);
    }
}
