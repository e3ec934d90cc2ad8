package io.github.quarkusclaude.simulator;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Keeps thinking from where it does not belong: from other models, and with some models from other conversations. */
final class ThinkingBinding {

    private static final String MODEL = "model_binding_mismatch";
    private static final String CONVERSATION = "prefix_binding_mismatch";

    private final ThinkingSeal seal;

    ThinkingBinding(ThinkingSeal seal) {
        this.seal = seal;
    }

    /**
     * The request as the model sees it.
     *
     * @throws ApiException 400 if thinking of another conversation is a reason to refuse the request
     */
    MessagesRequest apply(MessagesRequest request) {
        if (request.turns().stream().flatMap(turn -> turn.blocks().stream()).map(Turn::type)
                .noneMatch(ConversationDigest::isThinking)) {
            return request;
        }
        ObjectNode body = request.body().deepCopy();
        ArrayNode dropped = JsonNodeFactory.instance.arrayNode();
        ConversationDigest said = new ConversationDigest(request);
        long previous = 0;
        for (int i = 0; i < body.path("messages").size(); i++) {
            JsonNode message = body.path("messages").get(i);
            String role = message.path("role").asText();
            List<Located> blocks = Turn.blocks(new Located("messages." + i + ".content", message.path("content")));
            ArrayNode kept = JsonNodeFactory.instance.arrayNode();
            boolean dropping = false;
            for (Located block : blocks) {
                said.add(role, block.node());
                boolean thinking = ConversationDigest.isThinking(Turn.type(block));
                String reason = thinking ? reason(block.node(), request.model(), said.value(), previous, dropping) : "";
                dropping = reason.equals(CONVERSATION);
                if (dropping && isRefused(request)) {
                    throw refusal(block, request.caller());
                }
                if (reason.isEmpty()) {
                    kept.add(block.node());
                } else {
                    dropped.addObject().put("type", "thinking_dropped").put("path", block.path()).put("reason", reason);
                }
                previous = thinking ? number(block.node()) : previous;
            }
            if (kept.size() < blocks.size()) {
                ((ObjectNode) message).set("content", kept);
            }
        }
        return request.seenAs(body, dropped, previous);
    }

    /** A number for a block of thinking, by which the next one knows it. */
    private static long number(JsonNode block) {
        return ThinkingSeal.Sealed.number(signature(block));
    }

    private static String signature(JsonNode block) {
        return block.path(block.path("type").asText().equals("thinking") ? "signature" : "data").asText();
    }

    /** Why a block is not for this model here; empty if it is. */
    private String reason(JsonNode block, Model model, long said, long previous, boolean afterDropped) {
        ThinkingSeal.Sealed sealed = seal.open(signature(block)).orElseThrow();
        if (!sealed.model().equals(model.id())) {
            return MODEL;
        }
        // the first ones may be left out
        boolean follows = previous == 0 || sealed.previous() == previous;
        boolean bound = model.bindsThinkingToConversation();
        return bound && (afterDropped || sealed.conversation() != said || !follows) ? CONVERSATION : "";
    }

    private static boolean isRefused(MessagesRequest request) {
        String usual = request.batched() ? "drop_block" : "error";
        return request.body().at("/thinking/block_binding/prefix_mismatch_behavior").asText(usual).equals("error");
    }

    private static ApiException refusal(Located block, Caller caller) {
        String beta = caller.uses(Beta.BLOCK_BINDING) ? ""
                : ", which needs the anthropic-beta value " + Beta.BLOCK_BINDING.headerValues().get(0);
        return block.reject("invalid signature in " + Turn.type(block) + " block: what was said before it has changed; leave it"
                + " out, or set thinking.block_binding.prefix_mismatch_behavior to drop_block" + beta);
    }
}
