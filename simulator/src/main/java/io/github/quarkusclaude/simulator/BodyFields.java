package io.github.quarkusclaude.simulator;

import java.util.Iterator;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The fields a body may have at its top level. */
final class BodyFields {

    private static final Set<String> COUNTED = Set.of("model", "messages", "system", "tools", "tool_choice", "thinking",
            "output_config", "cache_control", "speed");
    private static final Set<String> NOT_COUNTED = Set.of("max_tokens", "stream", "stop_sequences", "metadata",
            "service_tier", "inference_geo", "container", "diagnostics", "temperature", "top_p", "top_k");

    private static final Map<String, Beta> COUNTED_BETA = Map.of(
            "mcp_servers", Beta.MCP,
            "context_management", Beta.CONTEXT_MANAGEMENT,
            "output_format", Beta.STRUCTURED_OUTPUTS);
    private static final Map<String, Beta> NOT_COUNTED_BETA = Map.of(
            "compaction", Beta.COMPACTION,
            "fallbacks", Beta.FALLBACKS,
            "fallback_credit_token", Beta.FALLBACK_CREDIT,
            "thread", Beta.THREADS,
            "billing_policy", Beta.BILLING);

    private BodyFields() {
    }

    /** @throws ApiException 400 if there is a field that does not exist, for this caller and purpose */
    static void check(ObjectNode body, Caller caller, boolean counting) {
        for (Iterator<String> names = body.fieldNames(); names.hasNext();) {
            String name = names.next();
            Located field = new Located(name, body.path(name));
            if (COUNTED_BETA.containsKey(name)) {
                COUNTED_BETA.get(name).demand(field, caller);
            } else if (!counting && NOT_COUNTED_BETA.containsKey(name)) {
                NOT_COUNTED_BETA.get(name).demand(field, caller);
            } else if (!COUNTED.contains(name) && (counting || !NOT_COUNTED.contains(name))) {
                throw field.reject("Extra inputs are not permitted");
            }
        }
    }
}
