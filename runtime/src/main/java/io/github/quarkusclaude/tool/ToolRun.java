package io.github.quarkusclaude.tool;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.catalog.Cost;
import io.github.quarkusclaude.message.InputMessage;
import io.github.quarkusclaude.message.Message;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.ToolResultBlock;
import io.github.quarkusclaude.message.Usage;

/**
 * What came of a run: the answers, the whole conversation, and why it ended.
 * <p>
 * A run that did not finish can be {@linkplain ToolRunner#resume(ToolRun, ToolResultBlock...) resumed}. To say something
 * more after one that did, take its request:
 *
 * <pre>
 * runner.run(run.request().toBuilder().user("And tomorrow?").build());
 * </pre>
 *
 * @param stop why it ended
 * @param request the request as it would be sent next: tools, container and the whole conversation. An answer that was
 *        refused, or cut off within a tool call, is not part of the conversation
 * @param answers the answers of the model, one a step, in order; of a resumed run all of them
 * @param results results of the last answer's tool calls while others are pending; not yet part of the conversation
 * @param pending tool calls of the last answer that have no result yet, in its order
 * @param usage the sum over all answers
 * @param cost what all answers cost together, by the catalogue's list prices; absent if a price is unknown
 */
public record ToolRun(Stop stop, MessageRequest request, List<Message> answers, List<ToolResultBlock> results,
        List<ToolCall> pending, Usage usage, @Nullable Cost cost) {

    public ToolRun {
        answers = List.copyOf(answers);
        results = List.copyOf(results);
        pending = List.copyOf(pending);
    }

    /** Why a run ended. */
    public enum Stop {

        /** The model has answered. */
        FINISHED,

        /**
         * A tool call waits for somebody: the tool has no handler, or its approval was postponed. Resume the run with its
         * result.
         */
        PENDING,

        /**
         * The answer was cut off, by {@code max_tokens} or because the context window is full. If it was cut off within a
         * tool call, no tool was run, and the run can be resumed with more {@code max_tokens}.
         */
        CUT_OFF,

        /** The model declined to answer. */
        REFUSED,

        /** As many requests as allowed were made. Tools that the last answer asks for were not run. */
        STEP_LIMIT,

        /**
         * The time was up. A request under way was abandoned. A tool that was running goes on, but its result is not
         * waited for, and its call is among those pending.
         */
        TIME_LIMIT,

        /** The answers cost as much as allowed. Tools that the last one asks for were not run. */
        COST_LIMIT,

        /** A call of the API failed, or an approval. Only found in a {@link ToolRunException}. */
        FAILED
    }

    /** Whether the model has answered. */
    public boolean isFinished() {
        return stop == Stop.FINISHED;
    }

    /** The last answer; empty if there is none. */
    public Optional<Message> answer() {
        return answers.isEmpty() ? Optional.empty() : Optional.of(answers.get(answers.size() - 1));
    }

    /** The text of the last answer; empty if there is none. */
    public String text() {
        return answer().map(Message::text).orElse("");
    }

    /** This run with a changed request, for instance with more {@code max_tokens} before it is resumed. */
    public ToolRun withRequest(MessageRequest request) {
        return new ToolRun(stop, request, answers, results, pending, usage, cost);
    }

    /** The whole conversation. */
    public List<InputMessage> conversation() {
        return request.messages();
    }

    /** Without what was said. */
    @Override
    public String toString() {
        return "ToolRun[stop=" + stop + ", answers=" + answers.size() + ", pending=" + pending + "]";
    }
}
