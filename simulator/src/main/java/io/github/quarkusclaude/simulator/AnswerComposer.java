package io.github.quarkusclaude.simulator;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Composes the answer to a request; the same one for the same request and seed, but for the cache and the time. */
final class AnswerComposer {

    private static final String PAUSE_TRIGGER = "SIMULATOR_TRIGGER_PAUSE_TURN";

    private final long seed;
    private final Identifiers identifiers;
    private final Thinker thinker;
    private final ServerTools serverTools;
    private final Compaction compaction;
    private final FileStore files;
    private final AnswerEnvelope envelope;

    AnswerComposer(long seed, Identifiers identifiers, ThinkingSeal seal, FileStore files, PromptCache cache,
            ContainerStore containers, Clock clock) {
        this.seed = seed;
        this.identifiers = identifiers;
        this.thinker = new Thinker(seal);
        this.serverTools = new ServerTools(identifiers, files, clock);
        this.compaction = new Compaction(seal);
        this.files = files;
        this.envelope = new AnswerEnvelope(identifiers, cache, containers, clock);
    }

    Answer compose(MessagesRequest request) {
        Prompt prompt = Prompt.of(request, seed);
        AnswerDraft draft = new AnswerDraft(request);
        Optional<Refusal> refusal = Refusal.ordered(prompt);
        Optional<String> fallback = refusal.flatMap(ordered -> Refusal.fallback(request));
        if (refusal.isPresent() && fallback.isEmpty()) {
            draft.finish(StopReason.of("refusal"));
            return envelope.around(request, draft, refusal.get());
        }
        fallback.ifPresent(model -> draft.fallBack(request.model().id(), model));
        compaction.compact(request, draft);
        if (!draft.isOver()) {
            thinker.think(request, prompt, draft);
            answer(request, prompt, draft);
        }
        return envelope.around(request, draft, null);
    }

    /** An answer with a text that is given. */
    Answer compose(MessagesRequest request, String text) {
        AnswerDraft draft = new AnswerDraft(request);
        draft.say(new WrittenProse(text));
        return envelope.around(request, draft, null);
    }

    private void answer(MessagesRequest request, Prompt prompt, AnswerDraft draft) {
        Sources sources = new Sources(files);
        sources.addFrom(request);
        Set<String> found = new HashSet<>();
        request.turns().forEach(turn -> turn.blocks().forEach(block -> collectReferences(block.node(), found)));
        List<ServerToolUse> uses = serverTools.uses(request, prompt);
        for (ServerToolUse use : uses) {
            draft.serve(use);
            sources.add(use.result());
            use.innerIfShown().forEach(inner -> sources.add(inner.result()));
            collectReferences(use.result(), found);
        }
        if (!uses.isEmpty() && prompt.text().contains(PAUSE_TRIGGER)) {
            draft.finish(StopReason.of("pause_turn"));
        }
        List<ToolCall> calls = ToolCaller.calls(request, prompt, found);
        if (!calls.isEmpty()) {
            call(calls, request, draft);
        } else if (prompt.schema().isMissingNode() && !sources.found().isEmpty()) {
            CitingReply.say(sources.found(), prompt, draft);
        } else if (prompt.schema().isMissingNode() && !uses.isEmpty()) {
            draft.say(SystemDirections.apply(prompt, Reply.free(uses.get(uses.size() - 1).said())));
        } else {
            draft.say(SystemDirections.apply(prompt, AnswerRules.reply(prompt)));
        }
    }

    private static void collectReferences(JsonNode node, Set<String> found) {
        if (node.path("type").asText().equals("tool_reference")) {
            found.add(node.path("tool_name").asText());
        }
        node.path("content").forEach(part -> collectReferences(part, found));
        node.at("/content/tool_references").forEach(part -> collectReferences(part, found));
    }

    private void call(List<ToolCall> calls, MessagesRequest request, AnswerDraft draft) {
        if (!request.forcesTool()) {
            List<String> names = calls.stream().map(ToolCall::tool).toList();
            draft.say(new WrittenProse(Reply.MARKER + "I will call " + String.join(" and ", names) + "."));
        }
        for (int i = 0; i < calls.size(); i++) {
            ObjectNode block = JsonNodeFactory.instance.objectNode();
            block.put("type", "tool_use");
            block.put("id", identifiers.toolUse(request.fingerprint(), i));
            block.put("name", calls.get(i).tool());
            block.set("input", calls.get(i).input());
            block.putObject("caller").put("type", "direct");
            draft.call(block);
        }
    }
}
