package io.github.quarkusclaude.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The body of a request to the authorization server, which may be JSON or a form. */
record TokenRequest(ObjectNode fields, boolean isForm) {

    /** @throws OAuthException if it is neither */
    static TokenRequest read(Exchange exchange, Json json) {
        String contentType = exchange.header("content-type").orElse("").toLowerCase(Locale.ROOT).split(";")[0].trim();
        if (contentType.equals("application/json")) {
            if (json.parse(exchange.body()).orElse(null) instanceof ObjectNode object) {
                return new TokenRequest(object, false);
            }
            throw OAuthException.invalidRequest("The body is no JSON object");
        }
        if (contentType.equals("application/x-www-form-urlencoded")) {
            ObjectNode fields = JsonNodeFactory.instance.objectNode();
            Parameters form = Parameters.parse(new String(exchange.body(), StandardCharsets.UTF_8));
            form.values().keySet().forEach(name -> fields.put(name, form.get(name)));
            return new TokenRequest(fields, true);
        }
        throw OAuthException.invalidRequest("content-type must be application/json or application/x-www-form-urlencoded");
    }

    /** @throws OAuthException if it is there but no text */
    Optional<String> find(String name) {
        JsonNode value = fields.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw OAuthException.invalidRequest(name + " must be a string");
        }
        return Optional.of(value.textValue()).filter(text -> !text.isEmpty());
    }

    /** @throws OAuthException if it is not there or no text */
    String get(String name) {
        return find(name).orElseThrow(() -> OAuthException.invalidRequest(name + " is required"));
    }

    @Override
    public String toString() {
        return "TokenRequest[" + fields.path("grant_type").asText() + "]";
    }
}
