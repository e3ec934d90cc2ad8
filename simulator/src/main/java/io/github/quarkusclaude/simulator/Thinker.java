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
        String model = request.model().id();
        if (prompt.text().contains(REDACTION_TRIGGER)) {
            draft.thinkRedacted(thought, seal.sign(new ThinkingSeal.Sealed(model, 0, 0, ""), thought));
            return;
        }
        String display = request.body().at("/thinking/display").asText(request.model().thinkingDisplay());
        String shown = display.equals("omitted") ? "" : thought;
        draft.think(thought,
                new ThinkingBlock(new WrittenProse(shown), seal.sign(new ThinkingSeal.Sealed(model, 0, 0, shown), thought),
                        request.caller().uses(Beta.THINKING_ESTIMATES)));
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
