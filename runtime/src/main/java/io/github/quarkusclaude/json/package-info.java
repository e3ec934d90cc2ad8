/**
 * JSON in the Claude API's own form: the one place that knows Jackson's streaming parser and generator.
 * <p>
 * Applications meet two types of this package: {@link io.github.quarkusclaude.json.ApiObject}, which everything that
 * travels to or from the API implements, and {@link io.github.quarkusclaude.json.RawJson}, JSON kept exactly as it
 * was received. The others serve the model itself.
 */
@NullMarked
package io.github.quarkusclaude.json;

import org.jspecify.annotations.NullMarked;
