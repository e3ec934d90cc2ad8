package io.github.quarkusclaude.simulator;

import java.util.List;

/** The sum of a conversation comes back unchanged, and where it is signed, once and as the first that is said. */
final class CompactionCheck implements RequestCheck {

    private final ThinkingSeal seal;

    CompactionCheck(ThinkingSeal seal) {
        this.seal = seal;
    }

    @Override
    public void check(MessagesRequest request) {
        boolean first = true;
        boolean signed = false;
        for (Turn turn : request.turns()) {
            List<Located> blocks = turn.blocks();
            for (Located block : blocks) {
                if (Turn.type(block).equals("compaction")) {
                    checkPlace(block, first, signed, request.caller());
                    checkContent(block);
                    signed |= block.has("signature");
                }
                first = false;
            }
        }
    }

    private static void checkPlace(Located block, boolean first, boolean afterSigned, Caller caller) {
        if (!caller.uses(Beta.COMPACTION) && !caller.uses(Beta.COMPACT_EDIT)) {
            throw block.field("type").reject("needs the anthropic-beta value " + Beta.COMPACTION.headerValues().get(0));
        }
        if (block.has("signature")) {
            Beta.COMPACTION.demand(block.field("signature"), caller);
        }
        if (afterSigned) {
            throw block.reject("there must be one compaction block only, the newest", "compaction_block_ambiguous");
        }
        // the older edit leaves in place what it has summed up
        if (!first && (block.has("signature") || !caller.uses(Beta.COMPACT_EDIT))) {
            throw block.reject("must be the first block of the conversation", "compaction_block_misplaced");
        }
    }

    private void checkContent(Located block) {
        for (String proof : List.of("signature", "encrypted_content")) {
            if (block.has(proof)) {
                ThinkingSeal.Sealed sealed = seal.open(block.field(proof).text())
                        .orElseThrow(() -> block.field(proof).reject("was not made by this API, or was changed",
                                "compaction_signature_invalid"));
                if (!sealed.shows(block.node().path("content").asText())) {
                    throw block.field("content").reject("was changed since it was given out", "compaction_content_mismatch");
                }
            }
        }
    }
}
