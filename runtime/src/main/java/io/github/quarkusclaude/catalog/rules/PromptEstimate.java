package io.github.quarkusclaude.catalog.rules;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.message.Content;
import io.github.quarkusclaude.message.ContentBlock;
import io.github.quarkusclaude.message.DocumentBlock;
import io.github.quarkusclaude.message.ImageBlock;
import io.github.quarkusclaude.message.InputMessage;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.Source;
import io.github.quarkusclaude.message.ToolResultBlock;

/**
 * About how many tokens the prompt of a request has, told in passing. {@link PromptBound} tells how many it can have at most.
 */
public final class PromptEstimate {

    private static final int BYTES_PER_TOKEN = 4;
    private static final long IMAGE_TOKENS = 1_600;
    private static final long DOCUMENT_TOKENS = 2_000;

    private long bytes;
    private long tokens;

    private PromptEstimate(long bytes) {
        this.bytes = bytes;
    }

    /** @param jsonBytes the length of the request as JSON */
    public static long of(MessageRequest request, int jsonBytes) {
        PromptEstimate estimate = new PromptEstimate(jsonBytes);
        for (InputMessage message : request.messages()) {
            estimate.add(message.content());
        }
        return estimate.tokens + Math.max(0, estimate.bytes) / BYTES_PER_TOKEN;
    }

    private void add(@Nullable Content content) {
        if (content instanceof Content.Blocks list) {
            list.blocks().forEach(this::add);
        }
    }

    private void add(ContentBlock block) {
        if (block instanceof ImageBlock image) {
            replace(image.source(), IMAGE_TOKENS);
        } else if (block instanceof DocumentBlock document && document.source() != null) {
            Source source = document.source();
            if (source.content() != null) {
                add(source.content());
            } else if (!"text".equals(source.type())) {
                replace(source, DOCUMENT_TOKENS);
            }
        } else if (block instanceof ToolResultBlock result) {
            add(result.content());
        }
    }

    /** Encoded bytes are no text. */
    private void replace(@Nullable Source source, long tokens) {
        this.tokens += tokens;
        if (source != null && source.data() != null) {
            bytes -= source.data().length();
        }
    }
}
