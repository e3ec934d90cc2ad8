/**
 * Reads comments in the source code of an application when it is built, so that they describe tools and types to the model.
 */
@NullMarked
package io.github.quarkusclaude.deployment.javadoc;

import org.jspecify.annotations.NullMarked;
