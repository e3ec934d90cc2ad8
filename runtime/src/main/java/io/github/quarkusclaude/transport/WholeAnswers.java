package io.github.quarkusclaude.transport;

import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.ModelChoice;

/** Answers in one piece. */
final class WholeAnswers implements FallbackRun.Answers<Message> {

    @Override
    public @Nullable Message refusal(Message answer) {
        return answer.isRefusal() ? answer : null;
    }

    @Override
    public Message withChoice(Message answer, UnaryOperator<ModelChoice> change) {
        return answer.withModelChoice(change.apply(answer.modelChoice()));
    }
}
