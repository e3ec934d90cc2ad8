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

    /** Fields that exist only for those who send a beta value; the values of one feature differ in their date. */
    private static final Map<String, String> BETA = Map.of(
            "mcp_servers", "mcp-client-",
            "context_management", "context-management-",
            "compaction", "compact-",
            "fallbacks", "server-side-fallback-",
            "fallback_credit_token", "fallback-credit-",
            "thread", "message-threads-",
            "billing_policy", "user-profiles-billing-",
            "output_format", "structured-outputs-");

    private BodyFields() {
    }

    /** @throws ApiException 400 if there is a field that does not exist, for this caller and purpose */
    static void check(ObjectNode body, Caller caller, boolean counting) {
        for (Iterator<String> names = body.fieldNames(); names.hasNext();) {
            String name = names.next();
            String beta = BETA.get(name);
            if (beta != null && !caller.uses(beta)) {
                throw new Located(name, body.path(name))
                        .reject("Extra inputs are not permitted without the anthropic-beta value " + beta + "…");
            }
            if (beta == null && !COUNTED.contains(name) && (counting || !NOT_COUNTED.contains(name))) {
                throw new Located(name, body.path(name)).reject("Extra inputs are not permitted");
            }
        }
    }
}
