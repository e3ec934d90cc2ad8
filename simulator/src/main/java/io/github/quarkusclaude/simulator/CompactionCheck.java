package io.github.quarkusclaude.simulator;

/** The sum of a conversation comes back unchanged, and where it is signed, as the first that is said. */
final class CompactionCheck implements RequestCheck {

    private final ThinkingSeal seal;

    CompactionCheck(ThinkingSeal seal) {
        this.seal = seal;
    }

    @Override
    public void check(MessagesRequest request) {
        boolean first = true;
        for (Turn turn : request.turns()) {
            for (Located block : turn.blocks()) {
                if (Turn.type(block).equals("compaction")) {
                    check(block, first, request.caller());
                }
                first = false;
            }
        }
    }

    private void check(Located block, boolean first, Caller caller) {
        if (!caller.uses(Beta.COMPACTION) && !caller.uses(Beta.COMPACT_EDIT)) {
            throw block.field("type").reject("needs the anthropic-beta value " + Beta.COMPACTION.headerValues().get(0));
        }
        // the older edit leaves in place what it has summed up
        if (!first && !caller.uses(Beta.COMPACT_EDIT)) {
            throw block.reject("must be the first block of the conversation", "compaction_block_misplaced");
        }
        if (block.has("encrypted_content")
                && !seal.isGenuine(block.node().path("content").asText(), block.field("encrypted_content").text())) {
            throw block.field("content").reject("was changed since it was given out", "compaction_content_mismatch");
        }
    }
}
