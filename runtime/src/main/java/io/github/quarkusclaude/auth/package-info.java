/**
 * Credentials: what proves to the API who is asking.
 */
@NullMarked
package io.github.quarkusclaude.auth;

import org.jspecify.annotations.NullMarked;
