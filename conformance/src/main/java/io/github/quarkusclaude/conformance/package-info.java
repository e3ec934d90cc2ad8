/** What the tests of conformance talk to: the command line, and the public API over HTTP. */
@NullMarked
package io.github.quarkusclaude.conformance;

import org.jspecify.annotations.NullMarked;
