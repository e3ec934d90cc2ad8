package io.github.quarkusclaude.tool;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.catalog.Cost;
import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.Usage;

/**
 * Knows what answers cost.
 *
 * @param defaultModel the model of requests that name none; the catalogue's default if absent
 */
record CostMeter(ModelCatalog catalog, @Nullable String defaultModel) {

    private static final Usage SOME_TOKENS = Usage.of(1, 0, 0, 1);

    /** What an answer cost; empty if a price is unknown. */
    Optional<Cost> cost(Message answer) {
        return catalog.cost(answer);
    }

    /**
     * Makes sure that the answers to a request can be priced.
     *
     * @throws IllegalArgumentException if a price of its model is unknown
     */
    void expectPrices(MessageRequest request) {
        String model = request.model() != null ? request.model()
                : defaultModel != null ? defaultModel : catalog.defaultModel().id();
        if (catalog.cost(model, SOME_TOKENS).isEmpty()) {
            throw new IllegalArgumentException("A cost limit cannot be kept, since the catalogue has no prices of " + model
                    + ". Remove the limit, or set quarkus.claude.catalog.models.\"" + model + "\".prices.*");
        }
    }
}
