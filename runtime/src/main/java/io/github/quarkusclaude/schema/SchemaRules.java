package io.github.quarkusclaude.schema;

/**
 * What a schema may contain.
 *
 * @param strict only what the API can make a model follow; else also open maps, any value, and types that contain
 *        themselves
 * @param nulls whether what may be missing may also be an explicit {@code null}
 */
record SchemaRules(boolean strict, boolean nulls) {
}
