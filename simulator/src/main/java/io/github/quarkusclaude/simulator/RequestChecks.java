package io.github.quarkusclaude.simulator;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Tells requests that the API takes from those it refuses. */
final class RequestChecks {

    private final ModelCatalog catalog;
    private final Identifiers identifiers;
    private final List<RequestCheck> checks;
    private final ThinkingBinding binding;

    RequestChecks(ModelCatalog catalog, Identifiers identifiers, ThinkingSeal seal, FileStore files,
            ContainerStore containers) {
        this.catalog = catalog;
        this.identifiers = identifiers;
        this.binding = new ThinkingBinding(seal);
        SourceBytes sources = new SourceBytes(files);
        this.checks = List.of(new CompactionOrderCheck(), new MessageShapeCheck(), new ScalarFieldsCheck(),
                new OutputLimitCheck(), new SamplingCheck(),
                new ToolsCheck(), new ToolChoiceCheck(), new ToolTurnsCheck(), new ThinkingCheck(), new OutputConfigCheck(),
                new PrefillCheck(), new AttachmentsCheck(), new CitationsCheck(), new CacheControlCheck(),
                new SignatureCheck(seal), new BatchedRequestCheck(), new FilesCheck(files), new ImageSizesCheck(sources),
                new PdfPagesCheck(sources), new ContainersCheck(containers), new McpServersCheck(),
                new ContextManagementCheck(), new FallbacksCheck(catalog), new CompactionCheck(seal),
                new SystemMessagesCheck());
    }

    /**
     * @param counting whether the request is one for counting tokens
     * @throws ApiException 404 if the model does not exist, 400 for everything else that is wrong
     */
    MessagesRequest accept(ObjectNode body, Caller caller, boolean counting) {
        return checked(read(body, caller, counting ? MessagesRequest.Purpose.COUNTED : MessagesRequest.Purpose.ANSWERED));
    }

    /**
     * Accepts a request that is part of a batch.
     *
     * @throws ApiException as for any other request
     */
    MessagesRequest acceptInBatch(ObjectNode body, Caller caller) {
        return checked(read(body, caller, MessagesRequest.Purpose.BATCHED));
    }

    /** A request of a batch whose parameters need no check any more. */
    MessagesRequest trust(ObjectNode body, Caller caller) {
        String id = body.path("model").asText();
        Model model = catalog.find(id).orElseGet(() -> Model.unrestricted(id));
        return binding.apply(
                new MessagesRequest(body, model, caller, identifiers.fingerprint(body), MessagesRequest.Purpose.BATCHED));
    }

    private MessagesRequest read(ObjectNode body, Caller caller, MessagesRequest.Purpose purpose) {
        BodyFields.check(body, caller, purpose == MessagesRequest.Purpose.COUNTED);
        Located root = new Located("", body);
        String id = root.field("model").text();
        root.field("messages").required();
        Model model = catalog.find(id)
                .filter(known -> !known.isRetired())
                .orElseThrow(() -> new ApiException(ErrorType.NOT_FOUND.error("model: " + id)));
        return new MessagesRequest(body, model, caller, identifiers.fingerprint(body), purpose);
    }

    private MessagesRequest checked(MessagesRequest request) {
        checks.forEach(check -> check.check(request));
        return binding.apply(request);
    }
}
