package io.github.quarkusclaude.simulator;

/** Thinking comes back exactly as it was given out. */
final class SignatureCheck implements RequestCheck {

    private final ThinkingSeal seal;

    SignatureCheck(ThinkingSeal seal) {
        this.seal = seal;
    }

    @Override
    public void check(MessagesRequest request) {
        for (Turn turn : request.turns()) {
            for (Located block : turn.blocks("thinking")) {
                if (!seal.isGenuine(block.field("thinking").text(), block.field("signature").text())) {
                    throw block.field("signature").reject("invalid signature in thinking block");
                }
            }
            for (Located block : turn.blocks("redacted_thinking")) {
                if (!seal.isGenuine("", block.field("data").text())) {
                    throw block.field("data").reject("invalid data in redacted_thinking block");
                }
            }
        }
    }
}
