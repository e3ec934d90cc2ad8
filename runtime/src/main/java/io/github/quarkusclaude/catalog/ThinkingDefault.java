package io.github.quarkusclaude.catalog;

/**
 * What a model does when the request has no {@code thinking} field.
 */
public enum ThinkingDefault {

    /** It answers without thinking. */
    OFF,

    /** It thinks as much as it finds necessary. */
    ADAPTIVE,

    /** Not published. */
    UNKNOWN
}
