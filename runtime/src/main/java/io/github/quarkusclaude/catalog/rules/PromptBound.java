package io.github.quarkusclaude.catalog.rules;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.json.ApiJson;
import io.github.quarkusclaude.message.DocumentBlock;
import io.github.quarkusclaude.message.ImageBlock;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.Source;

/**
 * How many tokens the prompt of a request can have at most, as far as that can be told without asking.
 *
 * @param tokens the tokens of what can be seen in the request
 * @param open whether there are documents whose size in tokens cannot be told: PDFs, and what is named by an address or id
 * @param cachedFiveMinutes whether any of it may be written to the prompt cache for five minutes
 * @param cachedOneHour whether any of it may be written to the prompt cache for one hour
 */
public record PromptBound(long tokens, boolean open, boolean cachedFiveMinutes, boolean cachedOneHour) {

    /** The longest edge, in pixels, to which the API scales images down; 750 pixels are a token. */
    private static final int IMAGE_EDGE = 2576;
    private static final long IMAGE_TOKENS = IMAGE_EDGE * IMAGE_EDGE / 750 + 1;

    /** What the API puts before the prompt by itself, to explain tools and formats. */
    private static final long ADDED_TOKENS = 1_000;

    /** The bound of a request. No token of text is shorter than a byte. */
    public static PromptBound of(MessageRequest request) {
        List<PlacedBlock> blocks = PlacedBlock.of(request);
        long tokens = ApiJson.bytes(request).length + ADDED_TOKENS;
        boolean open = false;
        for (PlacedBlock placed : blocks) {
            if (placed.block() instanceof ImageBlock image) {
                tokens += IMAGE_TOKENS - dataLength(image.source());
            } else if (placed.block() instanceof DocumentBlock document && isOpen(document.source())) {
                tokens -= dataLength(document.source());
                open = true;
            }
        }
        List<CacheBreakpoint> breakpoints = CacheBreakpoint.of(request, blocks);
        return new PromptBound(tokens, open, breakpoints.stream().anyMatch(breakpoint -> !breakpoint.isLong()),
                breakpoints.stream().anyMatch(CacheBreakpoint::isLong));
    }

    private static boolean isOpen(@Nullable Source source) {
        return source != null && !"text".equals(source.type()) && !"content".equals(source.type());
    }

    private static int dataLength(@Nullable Source source) {
        return source == null || source.data() == null ? 0 : source.data().length();
    }
}
