package io.github.quarkusclaude.catalog.rules;

import java.util.List;
import java.util.Optional;

import io.github.quarkusclaude.message.CacheControl;
import io.github.quarkusclaude.message.MessageRequest;

/** Caches the prompt up to its last cacheable block if the client is configured to, and the request leaves room for that. */
final class AutomaticCachingRule implements ModelRule {

    @Override
    public MessageRequest apply(MessageRequest request, RuleContext context) {
        Optional<CacheControl> configured = context.settings().caching().breakpoint();
        if (configured.isEmpty() || request.cacheControl() != null) {
            return request;
        }
        List<CacheBreakpoint> breakpoints = CacheBreakpoint.of(request, context.blocks());
        if (breakpoints.size() >= CacheControlCheck.MOST) {
            return request;
        }
        // a longer life may not follow a shorter one
        boolean shorter = breakpoints.stream().anyMatch(breakpoint -> !breakpoint.isLong());
        return request.toBuilder().cacheControl(shorter ? CacheControl.FIVE_MINUTES : configured.get()).build();
    }
}
