package io.github.quarkusclaude.simulator;

import java.util.List;

/** Only some models continue a text that the caller began for them. */
final class PrefillCheck implements RequestCheck {

    @Override
    public void check(MessagesRequest request) {
        if (!request.endsWithAssistant() || isPaused(request) || request.root().has("compaction")) {
            return;
        }
        Located messages = request.field("messages");
        if (!request.model().can("prefill")) {
            throw messages.reject("the conversation must end with a user message; " + request.model().id()
                    + " does not support assistant message prefill");
        }
        List<Located> texts = request.turns().get(request.turns().size() - 1).blocks("text");
        if (!texts.isEmpty()) {
            String text = texts.get(texts.size() - 1).node().path("text").asText();
            if (!text.equals(text.stripTrailing())) {
                throw messages.reject("final assistant content cannot end with trailing whitespace");
            }
        }
    }

    /** A turn that was paused while the server used a tool is sent back to be continued; that is no prefill. */
    private static boolean isPaused(MessagesRequest request) {
        return !request.turns().get(request.turns().size() - 1).blocks("server_tool_use").isEmpty();
    }
}
