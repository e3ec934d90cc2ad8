package io.github.quarkusclaude.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.github.quarkusclaude.catalog.ModelAccessException;
import io.github.quarkusclaude.error.ClaudeException;
import io.github.quarkusclaude.error.NetworkException;
import io.github.quarkusclaude.error.RateLimitException;

/** What came of a call, as an application sees it. */
final class Outcome {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Outcome() {
    }

    /** The answer, or what there is to know about the failure. */
    static ObjectNode of(Supplier<ObjectNode> call) {
        try {
            return call.get();
        } catch (RuntimeException e) {
            return describe(e);
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static ObjectNode describe(RuntimeException failure) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ObjectNode json = answer.putObject("failure");
        ArrayNode types = json.putArray("types");
        hierarchy(failure.getClass()).forEach(types::add);
        json.put("message", String.valueOf(failure.getMessage())).put("text", failure.toString());
        if (failure instanceof ClaudeException claude) {
            json.put("status", claude.status());
            claude.type().ifPresent(type -> json.put("type", type));
            claude.code().ifPresent(code -> json.put("code", code));
            claude.requestId().ifPresent(id -> json.put("requestId", id));
            claude.partialMessage().ifPresent(message -> json.put("partialText", message.text()));
        }
        if (failure instanceof RateLimitException limit) {
            limit.retryAfter().ifPresent(wait -> json.put("retryAfterMillis", wait.toMillis()));
        }
        if (failure instanceof NetworkException network) {
            json.put("phase", network.phase().name());
        }
        if (failure instanceof ModelAccessException access) {
            json.put("requiredTier", String.valueOf(access.requiredTier()).toLowerCase(Locale.ROOT));
        }
        return answer;
    }

    private static List<String> hierarchy(Class<?> type) {
        List<String> names = new ArrayList<>();
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            names.add(each.getSimpleName());
        }
        return names;
    }
}
