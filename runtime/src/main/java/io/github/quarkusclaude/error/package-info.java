/**
 * What can go wrong, as one hierarchy of unchecked exceptions.
 * <p>
 * All extend {@link io.github.quarkusclaude.error.ClaudeException}. Four kinds answer the question what to do:
 * {@link io.github.quarkusclaude.error.AuthenticationException} (get another credential),
 * {@link io.github.quarkusclaude.error.RateLimitException} (wait),
 * {@link io.github.quarkusclaude.error.NetworkException} (the answer did not arrive) and
 * {@link io.github.quarkusclaude.error.ProviderException} (the API answered that it will not or cannot). Their
 * subclasses are more exact. Which one it is follows from the HTTP status, the API's {@code error.type} and
 * {@code error.details.error_code}, never from the wording of a message. No exception holds a credential.
 */
@NullMarked
package io.github.quarkusclaude.error;

import org.jspecify.annotations.NullMarked;
