package io.github.quarkusclaude.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A message in the making: collects blocks until it is said to be complete or one of the request's limits is reached. */
final class AnswerDraft {

    private final long maxTokens;
    private final List<String> stopSequences;
    private final List<AnswerBlock> blocks = new ArrayList<>();
    private final Map<String, Long> served = new HashMap<>();
    private long outputTokens;
    private long thinkingTokens;
    private StopReason stop = StopReason.of("end_turn");
    private boolean over;
    private long compactionTokens;
    private @Nullable String servingModel;

    AnswerDraft(MessagesRequest request) {
        this.maxTokens = request.maxTokens();
        this.stopSequences = request.stopSequences();
        if (maxTokens == 0) {
            finish(StopReason.of("max_tokens"));
        }
    }

    void think(String thought, ThinkingBlock block) {
        countThinking(thought);
        blocks.add(block);
    }

    void thinkRedacted(String thought, String data) {
        countThinking(thought);
        blocks.add(new VerbatimBlock(Deltas.of("redacted_thinking", "data", data)));
    }

    void say(Prose prose) {
        say(prose, JsonNodeFactory.instance.arrayNode());
    }

    /** Says what a source says. */
    void cite(Prose prose, ObjectNode citation) {
        say(prose, JsonNodeFactory.instance.arrayNode().add(citation));
    }

    /** Calls a tool of the server, which has its result at once. */
    void serve(ServerToolUse use) {
        long tokens = tokens(use) + use.innerIfShown().stream().mapToLong(AnswerDraft::tokens).sum();
        if (over || outputTokens + tokens > maxTokens) {
            finish(StopReason.of("max_tokens"));
            return;
        }
        blocks.add(new ToolUseBlock(use.call(), use.call().path("input").toString()));
        for (ServerToolUse inner : use.innerIfShown()) {
            blocks.add(new ToolUseBlock(inner.call(), inner.call().path("input").toString()));
            blocks.add(new VerbatimBlock(inner.result()));
        }
        blocks.add(new VerbatimBlock(use.result()));
        outputTokens += tokens;
        count(use);
        use.inner().forEach(this::count);
    }

    private void count(ServerToolUse use) {
        if (!use.failed()) {
            served.merge(use.name(), 1L, Long::sum);
        }
    }

    private static long tokens(ServerToolUse use) {
        return TokenEstimate.ofToolCall(use.call().path("input").toString());
    }

    /** Starts with the sum of what was said before, whose tokens are counted separately. */
    void compact(AnswerBlock block, long tokens) {
        blocks.add(block);
        compactionTokens = tokens;
    }

    /** Lets another model answer after the first one has refused. */
    void fallBack(String from, String to) {
        ObjectNode block = JsonNodeFactory.instance.objectNode().put("type", "fallback");
        block.putObject("from").put("model", from);
        block.putObject("to").put("model", to);
        block.putObject("trigger").put("type", "refusal");
        blocks.add(new VerbatimBlock(block));
        servingModel = to;
    }

    private void say(Prose prose, ArrayNode citations) {
        if (over) {
            return;
        }
        // where a text stops can only be known by reading it
        Prose whole = stopSequences.isEmpty() ? prose : new WrittenProse(prose.text());
        Prose affordable = whole.first(TokenEstimate.characters(Math.min(maxTokens - outputTokens, Integer.MAX_VALUE)));
        String stopSequence = null;
        long end = affordable.length();
        for (String sequence : stopSequences) {
            int found = affordable.text().indexOf(sequence);
            if (found >= 0 && found < end) {
                end = found;
                stopSequence = sequence;
            }
        }
        Prose said = affordable.first(end);
        if (said.length() > 0) {
            blocks.add(new TextBlock(said, citations));
            outputTokens += TokenEstimate.ofLength(said.length());
        }
        if (stopSequence != null) {
            finish(StopReason.sequence(stopSequence));
        } else if (affordable.length() < prose.length()) {
            finish(StopReason.of("max_tokens"));
        }
    }

    /** Calls a tool; if the limit is reached, the call is cut within its input, as it happens with the API. */
    void call(ObjectNode call) {
        if (over) {
            return;
        }
        String input = call.path("input").toString();
        long tokens = TokenEstimate.ofToolCall(input);
        if (outputTokens + tokens <= maxTokens) {
            blocks.add(new ToolUseBlock(call, input));
            outputTokens += tokens;
            stop = StopReason.of("tool_use");
            return;
        }
        long left = TokenEstimate.characters(maxTokens - outputTokens);
        ObjectNode cut = call.deepCopy();
        cut.putObject("input");
        blocks.add(new ToolUseBlock(cut, new WrittenProse(input).first(Math.min(left, input.length() - 1)).text()));
        outputTokens = maxTokens;
        finish(StopReason.of("max_tokens"));
    }

    void finish(StopReason reason) {
        stop = reason;
        over = true;
    }

    /** The tokens of a compaction that is part of the answer. */
    long compactionTokens() {
        return compactionTokens;
    }

    /** The model that answers if it is not the one that was asked. */
    Optional<String> servingModel() {
        return Optional.ofNullable(servingModel);
    }

    /** How many calls of this tool of the server were carried out, those the answer does not show included. */
    long served(String tool) {
        return served.getOrDefault(tool, 0L);
    }

    boolean ranCode() {
        return served("code_execution") + served("bash_code_execution") > 0;
    }

    boolean isOver() {
        return over;
    }

    List<AnswerBlock> blocks() {
        return blocks;
    }

    StopReason stop() {
        return stop;
    }

    long outputTokens() {
        return outputTokens;
    }

    long thinkingTokens() {
        return thinkingTokens;
    }

    private void countThinking(String thought) {
        long tokens = TokenEstimate.ofText(thought);
        outputTokens += tokens;
        thinkingTokens += tokens;
    }
}
