package io.github.quarkusclaude.stream;

import java.io.IOException;
import java.util.Map;

import com.fasterxml.jackson.core.JsonGenerator;

import io.github.quarkusclaude.json.RawJson;
import io.github.quarkusclaude.message.MessageJoin;
import io.github.quarkusclaude.message.Usage;

/**
 * The stream had broken off, and what follows is the answer to a request for the rest. Only if
 * {@code quarkus.claude.stream.resume} is set.
 * <p>
 * The API has no such event. Encoded it is a {@link Ping}, which carries nothing.
 *
 * @param join where the answer was joined
 * @param usage the usage of the whole message so far; it replaces what was known
 */
public record MessageResumed(MessageJoin join, Usage usage) implements StreamEvent {

    @Override
    public String type() {
        return Ping.TYPE;
    }

    @Override
    public Map<String, RawJson> additionalFields() {
        return Map.of();
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        new Ping(Map.of()).writeTo(json);
    }
}
