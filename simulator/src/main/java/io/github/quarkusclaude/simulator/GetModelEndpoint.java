package io.github.quarkusclaude.simulator;

/** {@code GET /v1/models/{id}}: one model, by id or alias. */
final class GetModelEndpoint implements Endpoint {

    private final Access access;
    private final ModelCatalog catalog;
    private final Responder responder;

    GetModelEndpoint(Access access, ModelCatalog catalog, Responder responder) {
        this.access = access;
        this.catalog = catalog;
        this.responder = responder;
    }

    @Override
    public void handle(Exchange exchange) {
        Caller caller = access.admit(exchange);
        String id = exchange.pathParameter("id");
        Model model = catalog.find(id)
                .orElseThrow(() -> new ApiException(ErrorType.NOT_FOUND.error("model: " + id)));
        responder.json(exchange, ModelInfo.of(model, caller));
    }
}
