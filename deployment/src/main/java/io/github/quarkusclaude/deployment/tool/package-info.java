/**
 * Finds tool methods and makes tools of them.
 */
@NullMarked
package io.github.quarkusclaude.deployment.tool;

import org.jspecify.annotations.NullMarked;
