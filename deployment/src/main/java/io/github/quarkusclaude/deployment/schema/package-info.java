/**
 * Makes the schemas of the types the model answers with.
 */
@NullMarked
package io.github.quarkusclaude.deployment.schema;

import org.jspecify.annotations.NullMarked;
