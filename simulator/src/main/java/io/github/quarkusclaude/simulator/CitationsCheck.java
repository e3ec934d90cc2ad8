package io.github.quarkusclaude.simulator;

/** Citations are what the model writes; since version 2026-10-21 they may not be sent back as words of the user. */
final class CitationsCheck implements RequestCheck {

    @Override
    public void check(MessagesRequest request) {
        if (!request.isAtLeast(ApiVersion.V2026_10_21)) {
            return;
        }
        for (Turn turn : request.turns()) {
            if (turn.is("user")) {
                turn.blocks().forEach(CitationsCheck::check);
            }
        }
    }

    private static void check(Located block) {
        Located citations = block.field("citations");
        if (Turn.type(block).equals("text") && citations.node().isArray() && !citations.node().isEmpty()) {
            throw citations.reject("citations are not allowed on text blocks of the user");
        }
        Located content = block.field("content");
        if (content.node().isArray()) {
            content.items().forEach(CitationsCheck::check);
        }
    }
}
