package io.github.quarkusclaude.json;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;

/**
 * Text that should have been JSON is not, or is JSON of another kind than expected.
 * <p>
 * The message says what is wrong and where, never what the text holds: it may be a prompt or an answer.
 */
public final class MalformedJsonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedJsonException(String message) {
        super(message);
    }

    static MalformedJsonException from(IOException cause) {
        if (cause instanceof StreamConstraintsException) {
            return new MalformedJsonException("The JSON is nested deeper than " + ApiJson.MAX_DEPTH
                    + " levels, or has a number or name that is too long");
        }
        if (cause instanceof JsonProcessingException json) {
            return new MalformedJsonException("Malformed JSON" + where(json.getLocation()));
        }
        return new MalformedJsonException("Malformed JSON");
    }

    static MalformedJsonException unexpected(String expected, JsonReader reader) {
        return new MalformedJsonException("Expected " + expected + where(reader.location()));
    }

    private static String where(JsonLocation location) {
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
