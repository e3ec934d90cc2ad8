/**
 * JSON schemas of Java types, within the part of JSON Schema that the API can make a model follow.
 */
@NullMarked
package io.github.quarkusclaude.schema;

import org.jspecify.annotations.NullMarked;
