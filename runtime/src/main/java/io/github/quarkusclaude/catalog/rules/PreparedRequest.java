package io.github.quarkusclaude.catalog.rules;

import java.util.List;
import java.util.Map;

import io.github.quarkusclaude.error.ErrorDetails;
import io.github.quarkusclaude.error.InvalidRequestException;
import io.github.quarkusclaude.json.ApiJson;
import io.github.quarkusclaude.message.InputMessage;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.ModelChoice;

/**
 * A request as it is to be sent.
 *
 * @param body the body
 * @param apiVersion the value of {@code anthropic-version}
 * @param betas the values of {@code anthropic-beta}, without duplicates; if empty, the header is to be left out
 * @param headers further headers of this request
 * @param choice which model the request was for, and which one it goes to
 */
public record PreparedRequest(MessageRequest body, String apiVersion, List<String> betas, Map<String, String> headers,
        ModelChoice choice) {

    /** The largest body the API takes for a message or a token count. */
    static final int MAX_BYTES = 32 * 1024 * 1024;

    public PreparedRequest {
        betas = List.copyOf(betas);
        headers = Map.copyOf(headers);
    }

    /** This request with other messages. */
    PreparedRequest withMessages(List<InputMessage> messages) {
        return new PreparedRequest(body.toBuilder().messages(messages).build(), apiVersion, betas, headers, choice);
    }

    /**
     * The body as JSON, encoded anew at each call.
     *
     * @throws InvalidRequestException if it is larger than the API takes
     */
    public byte[] json() {
        byte[] json = ApiJson.bytes(body);
        if (json.length > MAX_BYTES) {
            throw new InvalidRequestException(ErrorDetails.of("The request is " + json.length + " bytes of JSON; the API takes "
                    + MAX_BYTES + " (32 MB). Upload large images and documents as files and refer to their ids, or send less"),
                    null);
        }
        return json;
    }

    /** Without headers, which may hold credentials. */
    @Override
    public String toString() {
        return "PreparedRequest[body=" + body + ", apiVersion=" + apiVersion + ", betas=" + betas + "]";
    }
}
