package io.github.quarkusclaude.deployment.catalog;

import java.time.LocalDate;
import java.util.Locale;

import io.github.quarkusclaude.catalog.Lifecycle;
import io.github.quarkusclaude.runtime.catalog.CatalogProfile;

/**
 * An application that names no model must not start its life on one that is about to end.
 */
final class DefaultModelCheck {

    private final LocalDate today;
    private final CatalogProblems problems;

    DefaultModelCheck(LocalDate today, CatalogProblems problems) {
        this.today = today;
        this.problems = problems;
    }

    void check(CatalogDefinition definition, CatalogProfile profile) {
        String id = definition.defaultModel();
        ModelEntry entry = definition.find(id);
        if (id.isEmpty()) {
            // already reported by the reader
            return;
        }
        if (entry == null) {
            problems.add(definition.origin(), "default_model",
                    "is \"" + id + "\", which is not in the catalogue; correct it or add that model");
        } else if (profile == CatalogProfile.CURRENT) {
            checkLifecycle(entry);
        }
    }

    private void checkLifecycle(ModelEntry entry) {
        Lifecycle lifecycle = entry.model().lifecycle();
        String remedy = "; the default model of the catalogue must have a future: update the extension, or correct the entry";
        if (lifecycle.isDeprecated()) {
            problems.add(entry.origin(), "lifecycle.status", "is " + lifecycle.status().name().toLowerCase(Locale.ROOT)
                    + remedy);
        } else if (lifecycle.isOverOn(today)) {
            problems.add(entry.origin(), "lifecycle.retires", "is " + lifecycle.retires() + ", which has come" + remedy);
        }
    }
}
