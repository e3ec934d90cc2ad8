package io.github.quarkusclaude.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Counts what an answer takes. */
final class UsageReport {

    private final PromptCache cache;

    UsageReport(PromptCache cache) {
        this.cache = cache;
    }

    ObjectNode of(MessagesRequest request, AnswerDraft draft, ContextEdits edits) {
        long input = TokenEstimate.ofRequest(request.body()) - edits.clearedTokens();
        CacheUse use = cache.lookUp(request, input);
        cache.keep(request, use);
        ObjectNode usage = JsonNodeFactory.instance.objectNode();
        use.write(usage);
        usage.put("output_tokens", draft.outputTokens());
        if (draft.thinkingTokens() > 0) {
            usage.putObject("output_tokens_details").put("thinking_tokens", draft.thinkingTokens());
        }
        putServerTools(usage, draft);
        putIterations(usage, request, draft, input);
        if (request.root().has("compaction")) {
            // nothing was answered; what the sum took is among the iterations
            usage.put("input_tokens", 0);
        }
        JsonNode credit = request.body().path("fallback_credit_token");
        if (credit.isTextual() || credit.isObject()) {
            putCredit(usage, credit.isObject() ? credit.path("token").asText() : credit.asText());
        }
        usage.put("service_tier", "standard");
        usage.put("inference_geo", geography(request));
        if (request.body().hasNonNull("speed")) {
            usage.put("speed", request.body().path("speed").asText());
        }
        return usage;
    }

    private static void putServerTools(ObjectNode usage, AnswerDraft draft) {
        long searches = draft.served("web_search");
        long fetches = draft.served("web_fetch");
        if (searches + fetches > 0) {
            usage.putObject("server_tool_use").put("web_search_requests", searches).put("web_fetch_requests", fetches);
        }
    }

    private static void putIterations(ObjectNode usage, MessagesRequest request, AnswerDraft draft, long input) {
        String model = request.model().id();
        if (draft.compactionTokens() == 0 && draft.servingModel().isEmpty()) {
            return;
        }
        ArrayNode iterations = usage.putArray("iterations");
        if (draft.compactionTokens() > 0) {
            iteration(iterations, "compaction", model, input, draft.compactionTokens());
        }
        if (draft.servingModel().isPresent()) {
            iteration(iterations, "message", model, input, 0);
            iteration(iterations, "fallback_message", draft.servingModel().get(), input, draft.outputTokens());
        } else if (!request.root().has("compaction")) {
            iteration(iterations, "message", model, input, draft.outputTokens());
        }
    }

    private static void iteration(ArrayNode iterations, String type, String model, long input, long output) {
        iterations.addObject().put("type", type).put("model", model).put("input_tokens", input).put("output_tokens", output)
                .put("cache_creation_input_tokens", 0).put("cache_read_input_tokens", 0);
    }

    private static void putCredit(ObjectNode usage, String token) {
        ObjectNode credit = usage.putObject("fallback_credit");
        if (token.startsWith("fct_")) {
            credit.put("status", "redeemed");
        } else {
            credit.putObject("status").putObject("not_applied").put("reason", "invalid_token");
        }
    }

    private static String geography(MessagesRequest request) {
        String place = request.model().can("inference_geo") ? "global" : "not_available";
        return request.body().path("inference_geo").asText(place);
    }
}
