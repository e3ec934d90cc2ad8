package io.github.quarkusclaude.catalog.rules;

import io.github.quarkusclaude.catalog.Effort;
import io.github.quarkusclaude.catalog.EffortRules;
import io.github.quarkusclaude.catalog.Support;
import io.github.quarkusclaude.message.MessageRequest;

/** {@code output_config.effort}: not every model takes one, and not every level. */
final class EffortRule implements ModelRule {

    @Override
    public MessageRequest apply(MessageRequest request, RuleContext context) {
        String word = Efforts.word(request);
        if (word == null) {
            return request;
        }
        EffortRules rules = context.model().effort();
        if (rules.supported() == Support.NO) {
            context.unsupported("output_config.effort", "it is left out", "Leave it out, or use a thinking level");
            return Efforts.with(null, request);
        }
        Effort effort = Efforts.of(request);
        if (effort == null || rules.supports(effort) != Support.NO) {
            return request;
        }
        Effort nearest = Efforts.nearest(effort, rules);
        context.unsupported("effort " + word, "effort " + nearest.id() + " is sent", "It takes "
                + String.join(", ", rules.levels().stream().map(Effort::id).toList()));
        return Efforts.with(nearest, request);
    }
}
