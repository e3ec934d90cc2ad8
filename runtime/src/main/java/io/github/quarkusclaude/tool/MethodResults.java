package io.github.quarkusclaude.tool;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.github.quarkusclaude.message.Content;
import io.github.quarkusclaude.message.ContentBlock;
import io.smallrye.mutiny.Uni;

/**
 * Makes a result of what a tool method returns.
 *
 * @param mapper writes values as the application does elsewhere
 */
record MethodResults(ObjectMapper mapper) {

    Uni<ToolResult> of(@Nullable Object returned) {
        if (returned instanceof Uni<?> uni) {
            return uni.onItem().transform(this::result);
        }
        if (returned instanceof CompletionStage<?> stage) {
            return Uni.createFrom().completionStage(stage).onItem().transform(this::result);
        }
        return Uni.createFrom().item(result(returned));
    }

    private ToolResult result(@Nullable Object value) {
        if (value == null) {
            return ToolResult.EMPTY;
        } else if (value instanceof Optional<?> optional) {
            return result(optional.orElse(null));
        } else if (value instanceof ToolResult result) {
            return result;
        } else if (value instanceof CharSequence text) {
            return text.isEmpty() ? ToolResult.EMPTY : ToolResult.of(text.toString());
        } else if (value instanceof Content content) {
            return new ToolResult(content, false);
        } else if (value instanceof ContentBlock block) {
            return ToolResult.of(block);
        }
        return value instanceof Collection<?> values && !values.isEmpty()
                && values.stream().allMatch(ContentBlock.class::isInstance)
                        ? ToolResult.of(List.copyOf(values).stream().map(ContentBlock.class::cast).toList())
                        : ToolResult.of(json(value));
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The result of type " + value.getClass().getName() + " cannot be written as JSON",
                    e);
        }
    }
}
