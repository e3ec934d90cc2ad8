package io.github.quarkusclaude.simulator;

import java.util.Optional;

/** Structured output: an instance of the schema. */
final class SchemaRule implements AnswerRule {

    @Override
    public Optional<Reply> reply(Prompt prompt) {
        if (prompt.schema().isMissingNode()) {
            return Optional.empty();
        }
        SchemaSampler sampler = new SchemaSampler(prompt.schema(), new ValueHints(prompt.text(), 0), prompt.variety("schema"),
                true);
        return Optional.of(Reply.exact(sampler.sample().toString()));
    }
}
