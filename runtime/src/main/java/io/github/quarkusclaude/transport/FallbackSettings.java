package io.github.quarkusclaude.transport;

import java.util.List;
import java.util.Set;

import io.github.quarkusclaude.catalog.FallbackTrigger;
import io.github.quarkusclaude.message.ModelRoute;

/**
 * What is asked in place of a model that does not answer.
 *
 * @param to what, in this order; nothing if empty
 * @param on when
 */
public record FallbackSettings(List<ModelRoute> to, Set<FallbackTrigger> on) {

    public FallbackSettings {
        to = List.copyOf(to);
        on = Set.copyOf(on);
    }
}
