package io.github.quarkusclaude.runtime.telemetry;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.catalog.ModelCatalog;

/**
 * What metrics call a model. The ids of models come from requests and from servers, so that there may be any number of them;
 * those of the catalogue are few.
 */
record ModelTag(ModelCatalog catalog) {

    /** A model that is not in the catalogue. */
    static final String OTHER = "other";

    String of(@Nullable String model) {
        return model == null ? OTHER : catalog.model(model).map(known -> known.id()).orElse(OTHER);
    }
}
