package io.github.quarkusclaude.tool;

import java.util.Set;
import java.util.function.Consumer;

import io.github.quarkusclaude.ReactiveClaudeClient;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.stream.ContentBlockDelta;
import io.github.quarkusclaude.stream.Delta;
import io.github.quarkusclaude.stream.MessageAccumulator;
import io.github.quarkusclaude.stream.StreamEvent;
import io.smallrye.mutiny.Multi;

/**
 * How a step gets its answer.
 */
@FunctionalInterface
interface Asking {

    /** Sends a request, hands over the answer, and tells before that what can be told of it while it is written. */
    Multi<ToolRunEvent> ask(MessageRequest request, int step, Consumer<Answer> answer);

    /**
     * An answer.
     *
     * @param message the answer
     * @param malformedInputs the ids of tool uses whose arguments are no JSON
     */
    record Answer(Message message, Set<String> malformedInputs) {
    }

    /** In one piece. */
    static Asking whole(ReactiveClaudeClient client) {
        return (request, step, answer) -> client.generate(request).onItem()
                .invoke(message -> answer.accept(new Answer(message, Set.of())))
                .onItem().transformToMulti(ignored -> Multi.createFrom().empty());
    }

    /** Piece by piece. */
    static Asking streamed(ReactiveClaudeClient client) {
        return (request, step, answer) -> {
            MessageAccumulator accumulator = new MessageAccumulator();
            return client.stream(request).onItem().invoke(accumulator::accept)
                    .onCompletion()
                    .invoke(() -> answer.accept(new Answer(accumulator.message(), accumulator.malformedInputs())))
                    .select().where(Asking::isTold).onItem().transform(event -> told(step, (ContentBlockDelta) event));
        };
    }

    private static boolean isTold(StreamEvent event) {
        return event instanceof ContentBlockDelta delta
                && (delta.delta() instanceof Delta.TextDelta || delta.delta() instanceof Delta.ThinkingDelta);
    }

    private static ToolRunEvent told(int step, ContentBlockDelta delta) {
        return delta.delta() instanceof Delta.ThinkingDelta thinking ? new ToolRunEvent.Thinking(step, thinking.thinking())
                : new ToolRunEvent.Text(step, ((Delta.TextDelta) delta.delta()).text());
    }
}
