package io.github.quarkusclaude.simulator;

import java.time.Clock;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Puts around the content of an answer what else a message holds. */
final class AnswerEnvelope {

    private static final Duration CONTAINERS_LIVE = Duration.ofMinutes(5);

    private final Identifiers identifiers;
    private final Diagnostics diagnostics = new Diagnostics();
    private final UsageReport usage;
    private final ContainerStore containers;
    private final Clock clock;

    AnswerEnvelope(Identifiers identifiers, PromptCache cache, ContainerStore containers, Clock clock) {
        this.identifiers = identifiers;
        this.containers = containers;
        this.usage = new UsageReport(cache);
        this.clock = clock;
    }

    /** @param refusal why the answer is a refusal; null if it is none */
    Answer around(MessagesRequest request, AnswerDraft draft, @Nullable Refusal refusal) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        String id = identifiers.message(request.fingerprint());
        message.put("model", draft.servingModel().orElse(request.model().id()));
        message.put("id", id);
        message.put("type", "message");
        message.put("role", "assistant");
        message.putArray("content");
        message.put("stop_reason", draft.stop().name());
        message.put("stop_sequence", draft.stop().sequence());
        if (refusal != null && isTold(request)) {
            refusal.describe(message, request, "fct_" + id.substring(id.indexOf('_') + 1));
        } else if (request.isAtLeast(ApiVersion.V2026_10_21)) {
            message.putNull("stop_details");
        }
        putContainer(message, request, draft);
        if (request.caller().uses(Beta.BLOCK_BINDING) && request.model().thinks()) {
            message.set("input_transformations", request.transformations());
        }
        ContextEdits edits = ContextEdits.of(request, TokenEstimate.ofRequest(request.body()));
        if (request.root().has("context_management")) {
            message.putObject("context_management").set("applied_edits", edits.applied());
        }
        ObjectNode report = usage.of(request, draft, edits);
        if (request.root().has("diagnostics")) {
            message.set("diagnostics", diagnostics.explain(request, id, report.path("input_tokens").asLong()));
        }
        message.set("usage", report);
        return new Answer(message, draft.blocks());
    }

    private static boolean isTold(MessagesRequest request) {
        return request.isAtLeast(ApiVersion.V2026_10_21) || request.caller().uses(Beta.FALLBACK_CREDIT);
    }

    private void putContainer(ObjectNode message, MessagesRequest request, AnswerDraft draft) {
        JsonNode asked = request.body().path("container");
        if (!draft.ranCode() && (asked.isMissingNode() || asked.isNull())) {
            return;
        }
        String id = asked.isTextual() ? asked.textValue()
                : asked.path("id").asText(identifiers.container(request.fingerprint()));
        containers.keep(id);
        ObjectNode container = message.putObject("container").put("id", id).put("expires_at",
                clock.instant().plus(CONTAINERS_LIVE).toString());
        if (asked.has("skills")) {
            JsonNode skills = asked.path("skills").deepCopy();
            skills.forEach(skill -> ((ObjectNode) skill).put("version", skill.path("version").asText("latest")));
            container.set("skills", skills);
        }
    }
}
