/**
 * The plumbing of credentials: configuration, beans, the scheduled job.
 */
@NullMarked
package io.github.quarkusclaude.runtime.auth;

import org.jspecify.annotations.NullMarked;
