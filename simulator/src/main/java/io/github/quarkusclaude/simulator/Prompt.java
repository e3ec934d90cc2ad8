package io.github.quarkusclaude.simulator;

import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What an answer depends on.
 *
 * @param text the text of the last turn of the user; if that only brings tool results, of the last one that has text
 * @param system all instructions of the system
 * @param attachments images and documents of the last turn of the user
 * @param toolResults tool results of the last turn of the user
 * @param schema the JSON schema the answer has to follow, missing if there is none
 * @param continuing whether the answer goes on with a text the caller began
 * @param seed seeds the choices that are free
 */
record Prompt(String text, String system, List<Attachment> attachments, List<ToolResult> toolResults, JsonNode schema,
        boolean continuing, long seed) {

    private static final int LONGEST_QUOTE = 120;

    static Prompt of(MessagesRequest request, long seed) {
        List<Turn> turns = request.turns();
        List<Turn> user = turns.stream().filter(turn -> turn.is("user")).toList();
        String text = "";
        for (Turn turn : user) {
            String words = joined(turn.blocks("text"));
            text = words.isBlank() ? text : words;
        }
        List<Located> last = user.isEmpty() ? List.of() : user.get(user.size() - 1).blocks();
        String system = joined(Turn.blocks(request.field("system"))) + "\n" + turns.stream()
                .filter(turn -> turn.is("system"))
                .map(turn -> joined(turn.blocks("text")))
                .collect(Collectors.joining("\n"));
        return new Prompt(text.strip(), system.strip(), Attachment.of(last), ToolResult.of(last, turns),
                request.outputSchema(), request.endsWithAssistant(), Variety.hash(seed, text));
    }

    /** Choices for one purpose; the same ones every time for the same prompt and purpose. */
    Variety variety(String purpose) {
        return Variety.of(seed, purpose);
    }

    /** The text on one line, shortened so that it can be quoted. */
    String quote() {
        return shortened(text);
    }

    static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_QUOTE ? line : new WrittenProse(line).first(LONGEST_QUOTE - 1).text() + "…";
    }

    private static String joined(List<Located> blocks) {
        return blocks.stream().map(block -> block.node().path("text").asText()).collect(Collectors.joining("\n"));
    }
}
