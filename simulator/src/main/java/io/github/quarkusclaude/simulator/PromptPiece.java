package io.github.quarkusclaude.simulator;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A part of a prompt, as far as the prompt cache tells parts apart: a tool, a block of the system prompt or of a message.
 *
 * @param tokens the tokens from the beginning of the prompt to the end of this part
 * @param prefix tells apart what the prompt holds up to the end of this part
 * @param lifetime how long this part is to be cached, {@code 5m} or {@code 1h}; empty if no breakpoint is here
 */
record PromptPiece(long tokens, long prefix, String lifetime) {

    /** Collects the parts of a prompt in the order in which they are cached. */
    static final class Collector {

        private final Identifiers identifiers;
        private final List<PromptPiece> pieces = new ArrayList<>();
        private long tokens;
        private long prefix;

        Collector(Identifiers identifiers) {
            this.identifiers = identifiers;
        }

        /** What the pieces that follow depend on without being a part of the prompt. */
        void mix(JsonNode condition) {
            prefix = prefix * 31 + identifiers.fingerprint(condition);
        }

        void add(JsonNode block, long blockTokens) {
            tokens += blockTokens;
            String lifetime = lifetime(block);
            mix(lifetime.isEmpty() ? block : without(block));
            pieces.add(new PromptPiece(tokens, prefix, lifetime));
        }

        /** Sets a breakpoint at the last piece. */
        void breakHere(String lifetime) {
            if (!pieces.isEmpty()) {
                PromptPiece last = pieces.remove(pieces.size() - 1);
                pieces.add(new PromptPiece(last.tokens(), last.prefix(),
                        last.lifetime().isEmpty() ? lifetime : last.lifetime()));
            }
        }

        List<PromptPiece> pieces() {
            return pieces;
        }
    }

    /** The lifetime a breakpoint in this block or within its content asks for; empty if there is none. */
    static String lifetime(JsonNode block) {
        JsonNode control = block.path("cache_control");
        if (control.isObject()) {
            return control.path("ttl").asText("5m");
        }
        String lifetime = "";
        for (JsonNode part : block.path("content")) {
            lifetime = lifetime.isEmpty() ? lifetime(part) : lifetime;
        }
        return lifetime;
    }

    private static JsonNode without(JsonNode block) {
        ObjectNode copy = block.deepCopy();
        copy.remove("cache_control");
        copy.path("content").forEach(part -> {
            if (part instanceof ObjectNode object) {
                object.remove("cache_control");
            }
        });
        return copy;
    }
}
