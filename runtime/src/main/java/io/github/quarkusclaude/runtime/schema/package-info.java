/**
 * How the schemas made at build time get into the application.
 */
@NullMarked
package io.github.quarkusclaude.runtime.schema;

import org.jspecify.annotations.NullMarked;
