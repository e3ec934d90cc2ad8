package io.github.quarkusclaude.examples;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.github.quarkusclaude.ClaudeClient;
import io.github.quarkusclaude.catalog.Cost;
import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.message.CacheControl;
import io.github.quarkusclaude.message.Content;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.TextBlock;

/** What answers cost. */
@ApplicationScoped
public class Costs {

    @Inject
    ClaudeClient claude;

    @Inject
    ModelCatalog catalog;

    String cost(String question) {
        // tag::cost[]
        Message message = claude.generate(question);
        Optional<Cost> cost = catalog.cost(message); // <1>
        return cost.map(known -> known.total() + " USD").orElse("unknown"); // <2>
        // end::cost[]
    }

    BigDecimal saving(String handbook, List<String> questions) {
        // tag::saving[]
        TextBlock cached = TextBlock.of(handbook).withCacheControl(CacheControl.ONE_HOUR); // <1>
        Cost sum = Cost.ZERO;
        for (String question : questions) {
            Message message = claude.generate(MessageRequest.builder()
                    .system(Content.of(List.of(cached)))
                    .user(question)
                    .build());
            sum = sum.plus(catalog.cost(message).orElseThrow());
        }
        return sum.saving(); // <2>
        // end::saving[]
    }
}
