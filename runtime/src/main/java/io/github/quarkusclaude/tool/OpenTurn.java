package io.github.quarkusclaude.tool;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.message.InputMessage;
import io.github.quarkusclaude.message.ToolResultBlock;
import io.github.quarkusclaude.message.ToolUseBlock;

/**
 * An answer that asks for tools, and their results as they come in: from any thread, each in its place.
 */
final class OpenTurn {

    private final List<ToolUseBlock> calls;
    private final AtomicReferenceArray<@Nullable ToolResultBlock> results;

    OpenTurn(List<ToolUseBlock> calls) {
        this.calls = calls;
        this.results = new AtomicReferenceArray<>(calls.size());
    }

    /**
     * Puts results in their places.
     *
     * @throws IllegalArgumentException if a result belongs to no call that waits for one
     */
    void putAll(Collection<ToolResultBlock> answered) {
        for (ToolResultBlock result : answered) {
            int place = placeOf(result);
            put(place, result);
        }
    }

    private int placeOf(ToolResultBlock result) {
        for (int i = 0; i < calls.size(); i++) {
            if (Objects.equals(calls.get(i).id(), result.toolUseId()) && results.get(i) == null) {
                return i;
            }
        }
        throw new IllegalArgumentException("No pending tool call has the id " + result.toolUseId());
    }

    /** Answers calls whose arguments are no JSON: there is nothing to run. */
    void refuse(Set<String> malformedInputs) {
        for (int i = 0; i < calls.size(); i++) {
            if (malformedInputs.contains(calls.get(i).id())) {
                put(i, ToolResult.error("The input is no JSON"));
            }
        }
    }

    void put(int place, ToolResult result) {
        put(place, new ToolResultBlock(calls.get(place).id(), result.content(), result.isError() ? true : null, null, null,
                Map.of()));
    }

    /** A result of a toolset's member carries the name of the toolset, as its call does. */
    private void put(int place, ToolResultBlock result) {
        results.set(place, new ToolResultBlock(result.toolUseId(), result.content(), result.isError(),
                calls.get(place).toolsetName(), result.cacheControl(), result.additionalFields()));
    }

    List<ToolUseBlock> calls() {
        return calls;
    }

    boolean isPending(int place) {
        return results.get(place) == null;
    }

    /** The calls that have no result yet. */
    List<ToolCall> pending() {
        List<ToolCall> pending = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            if (isPending(i)) {
                pending.add(ToolCall.of(calls.get(i)));
            }
        }
        return pending;
    }

    /** The results so far, in the order of the calls. */
    List<ToolResultBlock> results() {
        List<ToolResultBlock> there = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            ToolResultBlock result = results.get(i);
            if (result != null) {
                there.add(result);
            }
        }
        return there;
    }

    /** All results as the next turn of the conversation. */
    InputMessage toInputMessage() {
        return InputMessage.user(results());
    }
}
