package io.github.quarkusclaude.catalog;

import java.util.Locale;

/**
 * Where a model is in its life. The status is the signal to go by, not the dates: a retirement date may be moved, and a
 * deprecated model whose date has passed may still answer.
 */
public enum ModelStatus {

    /** Offered without an announced end. */
    ACTIVE,

    /** Still answers, but its end has been announced: move to the replacement. */
    DEPRECATED,

    /** No longer answers; the API says that the model is not found. */
    RETIRED;

    /** The API's word for the status. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
