package io.github.quarkusclaude.simulator;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * How the tokens of a prompt are split by the prompt cache.
 *
 * @param uncached those after the last breakpoint
 * @param read those that were cached before
 * @param shortLived those that are cached now for five minutes
 * @param longLived those that are cached now for an hour
 * @param cached the pieces of the prompt up to the last breakpoint
 * @param minimum how many tokens the model caches at least
 */
record CacheUse(long uncached, long read, long shortLived, long longLived, List<PromptPiece> cached, long minimum) {

    void write(ObjectNode usage) {
        usage.put("input_tokens", uncached);
        usage.put("cache_creation_input_tokens", shortLived + longLived);
        usage.put("cache_read_input_tokens", read);
        usage.putObject("cache_creation").put("ephemeral_5m_input_tokens", shortLived)
                .put("ephemeral_1h_input_tokens", longLived);
    }
}
