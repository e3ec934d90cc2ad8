/**
 * Reads the model catalogue when an application is built: file, then the application's own entries, then checks, then the
 * catalogue that is recorded.
 */
@NullMarked
package io.github.quarkusclaude.deployment.catalog;

import org.jspecify.annotations.NullMarked;
