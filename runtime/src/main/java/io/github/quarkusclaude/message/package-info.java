/**
 * The wire model of {@code POST /v1/messages}: requests, answers and what they consist of, under the API's own names.
 * <p>
 * All types are immutable records. What is marked {@link org.jspecify.annotations.Nullable} may be absent; everything
 * else, lists and maps included, is never {@code null}. Enumerations of the API are open: a value this version does not
 * know is a value like any other. Nothing is lost when an object is decoded and encoded again
 * ({@link io.github.quarkusclaude.json.ApiObject}).
 */
@NullMarked
package io.github.quarkusclaude.message;

import org.jspecify.annotations.NullMarked;
