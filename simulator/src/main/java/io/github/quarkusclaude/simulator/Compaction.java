package io.github.quarkusclaude.simulator;

import com.fasterxml.jackson.databind.JsonNode;

/** Sums up a conversation that has become too long, or is to be shortened. */
final class Compaction {

    private final ThinkingSeal seal;

    Compaction(ThinkingSeal seal) {
        this.seal = seal;
    }

    /** Adds the sum of the conversation if it is due; the answer may be over with that. */
    void compact(MessagesRequest request, AnswerDraft draft) {
        boolean ordered = request.root().has("compaction");
        JsonNode edit = ContextEdits.of(request, TokenEstimate.ofRequest(request.body())).compacting();
        if (!ordered && edit.isMissingNode()) {
            return;
        }
        long words = request.turns().stream()
                .flatMap(turn -> turn.blocks("text").stream())
                .mapToLong(block -> block.node().path("text").asText().split("\\s+").length)
                .sum();
        String summary = Reply.MARKER + "the conversation so far has " + request.turns().size() + " turns and " + words
                + " words.";
        String signature = seal.sign(new ThinkingSeal.Sealed(request.model().id(), 0, 0, summary), summary);
        draft.compact(ordered ? signed(summary, signature) : new CompactionBlock(summary, signature),
                TokenEstimate.ofText(summary));
        if (ordered || edit.path("pause_after_compaction").asBoolean(false)) {
            draft.finish(StopReason.of("compaction"));
        }
    }

    /** A sum that was ordered is whole from its start when it is streamed. */
    private static AnswerBlock signed(String summary, String signature) {
        return new VerbatimBlock(Deltas.of("compaction", "content", summary).put("signature", signature));
    }
}
