/**
 * Puts the tool methods found at build time into the application. Not part of the public API.
 */
@NullMarked
package io.github.quarkusclaude.runtime.tool;

import org.jspecify.annotations.NullMarked;
