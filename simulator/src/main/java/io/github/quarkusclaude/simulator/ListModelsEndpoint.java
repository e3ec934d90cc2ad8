package io.github.quarkusclaude.simulator;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code GET /v1/models}: the models, the newest first. */
final class ListModelsEndpoint implements Endpoint {

    private static final Set<String> LIFECYCLES = new LinkedHashSet<>(List.of("active", "deprecated", "retired"));
    private static final List<String> USUAL_LIFECYCLES = List.of("active", "deprecated");

    private final Access access;
    private final ModelCatalog catalog;
    private final Responder responder;

    ListModelsEndpoint(Access access, ModelCatalog catalog, Responder responder) {
        this.access = access;
        this.catalog = catalog;
        this.responder = responder;
    }

    @Override
    public void handle(Exchange exchange) {
        Caller caller = access.admit(exchange);
        List<String> lifecycles = lifecycles(exchange);
        List<ObjectNode> models = catalog.all().stream()
                .filter(model -> lifecycles.contains(model.lifecycle()))
                .map(model -> ModelInfo.of(model, caller))
                .sorted(Comparator.comparing((ObjectNode info) -> info.path("created_at").asText()).reversed())
                .toList();
        responder.json(exchange, IdPage.requested(exchange).of(models));
    }

    private static List<String> lifecycles(Exchange exchange) {
        List<String> asked = Stream.concat(exchange.query("lifecycle[]").stream(), exchange.query("lifecycle").stream())
                .toList();
        for (String lifecycle : asked) {
            if (!LIFECYCLES.contains(lifecycle)) {
                throw new ApiException(ApiError.invalid("lifecycle: must be one of " + String.join(", ", LIFECYCLES)));
            }
        }
        return asked.isEmpty() ? USUAL_LIFECYCLES : asked;
    }
}
