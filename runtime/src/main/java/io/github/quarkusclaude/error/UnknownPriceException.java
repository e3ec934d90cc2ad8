package io.github.quarkusclaude.error;

/**
 * A call was not made because its client has a budget and nobody knows what the call may cost. Nothing was sent.
 */
public class UnknownPriceException extends ClaudeException {

    private static final long serialVersionUID = 1L;

    public UnknownPriceException(String client, String model) {
        super(ErrorDetails.of("The budget of the client " + client + " cannot be kept, since the catalogue lacks a price that"
                + " this request to " + model + " needs. Set quarkus.claude.catalog.models.\"" + model + "\".prices.*, or let"
                + " such calls pass with budget.on-unknown-price=allow"), null);
    }
}
