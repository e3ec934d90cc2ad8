/**
 * What the API says about its rate limits, and what a client has used of them.
 * {@link io.github.quarkusclaude.ClaudeClient#usage()} and {@link io.github.quarkusclaude.ClaudeClient#lastResponse()} show
 * it, and {@link io.github.quarkusclaude.limits.RateLimitWarning} is fired before a limit is reached.
 * Also what a client may spend: {@link io.github.quarkusclaude.ClaudeClient#budget()}.
 */
@NullMarked
package io.github.quarkusclaude.limits;

import org.jspecify.annotations.NullMarked;
