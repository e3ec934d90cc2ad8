package io.github.quarkusclaude.catalog.rules;

import java.util.List;

import io.github.quarkusclaude.message.ContentBlock;
import io.github.quarkusclaude.message.MessageRequest;
import io.github.quarkusclaude.message.TextBlock;
import io.github.quarkusclaude.message.Tool;

/**
 * Warns when a request asks for caching, but is so short that nothing can be cached, which the API does not say. The rule:
 * the whole prompt is text, and even at two characters a token, half of what is usual, it is shorter than the model's
 * minimum. Tools count with a thousand characters of the API's own instructions.
 */
final class CacheMinimumRule implements ModelRule {

    private static final int LEAST_CHARACTERS_PER_TOKEN = 2;
    private static final int INSTRUCTIONS_FOR_TOOLS = 1_000;

    @Override
    public MessageRequest apply(MessageRequest request, RuleContext context) {
        Integer minimum = context.model().limits().cacheMinimumTokens();
        if (minimum == null || context.settings().caching() != PromptCaching.OFF
                || CacheBreakpoint.of(request, context.blocks()).isEmpty()) {
            return request;
        }
        long enough = (long) minimum * LEAST_CHARACTERS_PER_TOKEN;
        if (isShorter(request, context.blocks(), enough)) {
            context.warn("cache minimum", "A request asks for prompt caching, but its prompt is shorter than the " + minimum
                    + " tokens " + context.model().id() + " caches at least, so nothing is cached. Remove cache_control, or"
                    + " cache a longer prompt");
        }
        return request;
    }

    private static boolean isShorter(MessageRequest request, List<PlacedBlock> blocks, long enough) {
        long characters = 0;
        List<Tool> tools = request.tools() == null ? List.of() : request.tools();
        for (Tool tool : tools) {
            characters += INSTRUCTIONS_FOR_TOOLS + tool.toJson().length();
        }
        if (request.system() != null) {
            characters += request.system().text().length();
        }
        for (PlacedBlock placed : blocks) {
            ContentBlock block = placed.block();
            if (!(block instanceof TextBlock text)) {
                return false;
            }
            characters += text.text().length();
        }
        return characters < enough;
    }
}
