package io.github.quarkusclaude.simulator;

import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads bodies that must be a JSON object. */
final class JsonBody {

    private final Json json;

    JsonBody(Json json) {
        this.json = json;
    }

    /** @throws ApiException if the body claims to be something else */
    static void demandJson(Exchange exchange) {
        String contentType = exchange.header("content-type").orElse("");
        if (!contentType.toLowerCase(Locale.ROOT).split(";")[0].trim().equals("application/json")) {
            throw new ApiException(ApiError.invalid("content-type: must be application/json"));
        }
    }

    /** @throws ApiException if the body claims to be or is something else */
    ObjectNode read(Exchange exchange) {
        demandJson(exchange);
        JsonNode body = json.parse(exchange.body())
                .orElseThrow(() -> new ApiException(ApiError.invalid("The request body is not valid JSON")));
        if (body instanceof ObjectNode object) {
            return object;
        }
        throw new ApiException(ApiError.invalid("The request body must be a JSON object"));
    }
}
