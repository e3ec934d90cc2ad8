package io.github.quarkusclaude.simulator;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Tells requests that the API takes from those it refuses. */
final class RequestChecks {

    private final ModelCatalog catalog;
    private final Identifiers identifiers;
    private final List<RequestCheck> checks;

    RequestChecks(ModelCatalog catalog, Identifiers identifiers, ThinkingSeal seal) {
        this.catalog = catalog;
        this.identifiers = identifiers;
        this.checks = List.of(new MessageShapeCheck(), new ScalarFieldsCheck(), new OutputLimitCheck(), new SamplingCheck(),
                new ToolsCheck(), new ToolChoiceCheck(), new ToolTurnsCheck(), new ThinkingCheck(), new OutputConfigCheck(),
                new PrefillCheck(), new AttachmentsCheck(), new CitationsCheck(), new CacheControlCheck(),
                new SignatureCheck(seal));
    }

    /**
     * @param counting whether the request is one for counting tokens
     * @throws ApiException 404 if the model does not exist, 400 for everything else that is wrong
     */
    MessagesRequest accept(ObjectNode body, Caller caller, boolean counting) {
        BodyFields.check(body, caller, counting);
        Located root = new Located("", body);
        String id = root.field("model").text();
        root.field("messages").required();
        Model model = catalog.find(id)
                .filter(known -> !known.isRetired())
                .orElseThrow(() -> new ApiException(ErrorType.NOT_FOUND.error("model: " + id)));
        MessagesRequest request = new MessagesRequest(body, model, caller, identifiers.fingerprint(body), counting);
        checks.forEach(check -> check.check(request));
        return request;
    }
}
