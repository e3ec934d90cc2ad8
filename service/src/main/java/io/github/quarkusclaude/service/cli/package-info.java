/**
 * The command line.
 */
@NullMarked
package io.github.quarkusclaude.service.cli;

import org.jspecify.annotations.NullMarked;
