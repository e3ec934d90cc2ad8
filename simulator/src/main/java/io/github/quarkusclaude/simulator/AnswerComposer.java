package io.github.quarkusclaude.simulator;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Composes the answer to a request; the same one for the same request and seed. */
final class AnswerComposer {

    private static final String REFUSAL_TRIGGER = "ANTHROPIC_MAGIC_STRING_TRIGGER_REFUSAL";

    private final long seed;
    private final Identifiers identifiers;
    private final Thinker thinker;

    AnswerComposer(long seed, Identifiers identifiers, ThinkingSeal seal) {
        this.seed = seed;
        this.identifiers = identifiers;
        this.thinker = new Thinker(seal);
    }

    Answer compose(MessagesRequest request) {
        Prompt prompt = Prompt.of(request, seed);
        AnswerDraft draft = new AnswerDraft(request);
        if (prompt.text().contains(REFUSAL_TRIGGER)) {
            draft.finish(StopReason.refusal("The prompt holds the words that make the simulator refuse."));
            return answer(request, draft);
        }
        thinker.think(request, prompt, draft);
        List<ToolCall> calls = ToolCaller.calls(request, prompt);
        if (calls.isEmpty()) {
            draft.say(SystemDirections.apply(prompt, AnswerRules.reply(prompt)));
        } else {
            call(calls, request, draft);
        }
        return answer(request, draft);
    }

    /** An answer with a text that is given. */
    Answer compose(MessagesRequest request, String text) {
        AnswerDraft draft = new AnswerDraft(request);
        draft.say(new WrittenProse(text));
        return answer(request, draft);
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

    private Answer answer(MessagesRequest request, AnswerDraft draft) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("model", request.model().id());
        message.put("id", identifiers.message(request.fingerprint()));
        message.put("type", "message");
        message.put("role", "assistant");
        message.putArray("content");
        message.put("stop_reason", draft.stop().name());
        message.put("stop_sequence", draft.stop().sequence());
        if (request.isAtLeast(ApiVersion.V2026_10_21)) {
            putStopDetails(message, draft.stop().explanation());
        }
        message.set("usage", usage(request, draft));
        return new Answer(message, draft.blocks());
    }

    private static void putStopDetails(ObjectNode message, @Nullable String explanation) {
        if (explanation == null) {
            message.putNull("stop_details");
        } else {
            message.putObject("stop_details").put("type", "refusal").putNull("category").put("explanation", explanation);
        }
    }

    private static ObjectNode usage(MessagesRequest request, AnswerDraft draft) {
        ObjectNode usage = JsonNodeFactory.instance.objectNode();
        usage.put("input_tokens", TokenEstimate.ofRequest(request.body()));
        usage.put("cache_creation_input_tokens", 0);
        usage.put("cache_read_input_tokens", 0);
        usage.putObject("cache_creation").put("ephemeral_5m_input_tokens", 0).put("ephemeral_1h_input_tokens", 0);
        usage.put("output_tokens", draft.outputTokens());
        if (draft.thinkingTokens() > 0) {
            usage.putObject("output_tokens_details").put("thinking_tokens", draft.thinkingTokens());
        }
        usage.put("service_tier", "standard");
        usage.put("inference_geo", request.body().path("inference_geo").asText("global"));
        if (request.body().hasNonNull("speed")) {
            usage.put("speed", request.body().path("speed").asText());
        }
        return usage;
    }
}
