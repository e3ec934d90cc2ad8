package io.github.quarkusclaude.simulator;

import java.util.List;
import java.util.Set;

/** Decides whether there is thinking before an answer, and makes it up. */
final class Thinker {

    private static final String REDACTION_TRIGGER = "ANTHROPIC_MAGIC_STRING_TRIGGER_REDACTED_THINKING";
    private static final Set<String> THOROUGH = Set.of("high", "xhigh", "max");
    private static final List<String> STEPS = List.of(
            "I should find out what is really wanted before I answer.",
            "There may be more than one way to read it, and the plain one is the most likely.",
            "A short answer that is honest about being simulated serves best.",
            "I will check that nothing in the instructions speaks against it.",
            "That settles it, and I can write the answer now.");

    private final ThinkingSeal seal;

    Thinker(ThinkingSeal seal) {
        this.seal = seal;
    }

    void think(MessagesRequest request, Prompt prompt, AnswerDraft draft) {
        String thought = thought(request, prompt);
        // a limit this tight is for the answer
        boolean fits = TokenEstimate.ofText(thought) <= request.maxTokens() / 2;
        if (!isWanted(request, prompt) || !fits) {
            return;
        }
        if (prompt.text().contains(REDACTION_TRIGGER)) {
            draft.thinkRedacted(thought, seal.sign(sealed(request, draft, ""), thought));
            return;
        }
        String display = request.body().at("/thinking/display").asText(request.model().thinkingDisplay());
        String shown = display.equals("omitted") ? "" : thought;
        draft.think(thought,
                new ThinkingBlock(new WrittenProse(shown), seal.sign(sealed(request, draft, shown), thought),
                        request.caller().uses(Beta.THINKING_ESTIMATES)));
    }

    /** Ties the thought to the model and to what was said before it. */
    private static ThinkingSeal.Sealed sealed(MessagesRequest request, AnswerDraft draft, String shown) {
        ConversationDigest said = new ConversationDigest(request);
        request.turns().forEach(turn -> turn.blocks().forEach(block -> said.add(turn.role(), block.node())));
        draft.blocks().forEach(block -> said.add("assistant", block.whole()));
        return new ThinkingSeal.Sealed(draft.servingModel().orElse(request.model().id()), said.value(), request.lastThought(),
                shown);
    }

    private static boolean isWanted(MessagesRequest request, Prompt prompt) {
        return switch (request.thinking()) {
            case "enabled", "adaptive" -> true;
            case "between_tools" -> !prompt.toolResults().isEmpty();
            case "disabled" -> false;
            default -> request.model().thinksWhenNotAsked() && THOROUGH.contains(request.effort());
        };
    }

    private static String thought(MessagesRequest request, Prompt prompt) {
        int steps = switch (request.effort()) {
            case "low" -> 1;
            case "medium" -> 2;
            case "xhigh" -> 4;
            case "max" -> 5;
            default -> 3;
        };
        String subject = prompt.toolResults().isEmpty()
                ? "The user wrote “" + prompt.quote() + "”. "
                : "The tool has returned " + prompt.toolResults().size() + " result(s). ";
        return subject + String.join(" ", STEPS.subList(0, steps));
    }
}
