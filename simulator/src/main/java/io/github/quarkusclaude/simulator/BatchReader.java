package io.github.quarkusclaude.simulator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Takes the requests out of a batch, one at a time. */
final class BatchReader {

    private static final int MOST_REQUESTS = 100_000;
    private static final Pattern CUSTOM_ID = Pattern.compile("[a-zA-Z0-9_-]{1,64}");

    private final Json json;
    private final RequestChecks checks;

    BatchReader(Json json, RequestChecks checks) {
        this.json = json;
        this.checks = checks;
    }

    /** @throws ApiException 400 if this is no batch; what is wrong with the parameters of a request shows in its result */
    List<BatchRequest> read(byte[] body, Caller caller) {
        List<BatchRequest> requests = new ArrayList<>();
        try (JsonParser parser = json.parser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new ApiException(ApiError.invalid("The request body must be a JSON object"));
            }
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                if (!name.equals("requests")) {
                    throw new ApiException(ApiError.invalid(name + ": Extra inputs are not permitted"));
                }
                if (parser.nextToken() != JsonToken.START_ARRAY) {
                    throw new ApiException(ApiError.invalid("requests: must be an array"));
                }
                readAll(parser, caller, requests);
            }
            if (parser.nextToken() != null) {
                throw new ApiException(ApiError.invalid("The request body is not valid JSON"));
            }
        } catch (IOException e) {
            throw new ApiException(ApiError.invalid("The request body is not valid JSON"));
        }
        if (requests.isEmpty()) {
            throw new ApiException(ApiError.invalid("requests: at least one request is required"));
        }
        return requests;
    }

    private void readAll(JsonParser parser, Caller caller, List<BatchRequest> requests) throws IOException {
        Set<String> ids = new HashSet<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (requests.size() == MOST_REQUESTS) {
                throw new ApiException(ApiError.invalid("requests: at most " + MOST_REQUESTS + " are allowed"));
            }
            int start = (int) parser.currentTokenLocation().getByteOffset();
            Located request = new Located("requests." + requests.size(), json.read(parser));
            int end = (int) parser.currentLocation().getByteOffset();
            request.only(List.of("custom_id", "params"));
            String customId = request.field("custom_id").text(CUSTOM_ID);
            if (!ids.add(customId)) {
                throw request.field("custom_id").reject("must be unique, \"" + customId + "\" is not");
            }
            ObjectNode params = (ObjectNode) request.field("params").object().node();
            requests.add(new BatchRequest(customId, start, end, error(params, caller)));
        }
    }

    private @Nullable ApiError error(ObjectNode params, Caller caller) {
        try {
            checks.acceptInBatch(params, caller);
            return null;
        } catch (ApiException e) {
            return e.error();
        }
    }

    /** The parameters of a request that was read from this body. */
    ObjectNode params(byte[] body, BatchRequest request) {
        try (JsonParser parser = json.parser(body, request.start(), request.end())) {
            JsonNode node = json.read(parser);
            return (ObjectNode) node.path("params");
        } catch (IOException e) {
            throw new IllegalStateException("What could be read once can be read again", e);
        }
    }
}
