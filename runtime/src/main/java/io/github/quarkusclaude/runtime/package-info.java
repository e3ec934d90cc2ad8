/**
 * The part of Quarkus in the extension: configuration, recorders and beans. Not part of the public API.
 */
@NullMarked
package io.github.quarkusclaude.runtime;

import org.jspecify.annotations.NullMarked;
