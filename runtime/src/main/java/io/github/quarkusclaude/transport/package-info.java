/**
 * How requests reach the API and answers come back. Not part of the public API.
 * <p>
 * Calls whose answer comes in one piece go through the Quarkus REST client; streams go over the Vert.x HTTP client it is
 * built on, with the same options, because the REST client's own event streams know no back-pressure and give up their
 * connection after each.
 */
@NullMarked
package io.github.quarkusclaude.transport;

import org.jspecify.annotations.NullMarked;
