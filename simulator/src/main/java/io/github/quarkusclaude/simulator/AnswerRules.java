package io.github.quarkusclaude.simulator;

import java.util.List;
import java.util.Optional;

/** All rules; the first that has something to say is heard. */
final class AnswerRules {

    private static final List<AnswerRule> RULES = List.of(
            new SchemaRule(),
            new LoremRule(),
            new ToolResultRule(),
            new EchoRule(),
            new AttachmentRule(),
            new ArithmeticRule(),
            new GreetingRule(),
            new ListRule(),
            new SummaryRule(),
            new JsonRule(),
            new ExplanationRule());

    private AnswerRules() {
    }

    static Reply reply(Prompt prompt) {
        return RULES.stream()
                .map(rule -> rule.reply(prompt))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> ReflectiveReply.to(prompt));
    }
}
