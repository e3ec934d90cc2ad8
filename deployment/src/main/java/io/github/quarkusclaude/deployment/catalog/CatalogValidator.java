package io.github.quarkusclaude.deployment.catalog;

import java.time.LocalDate;

import io.github.quarkusclaude.runtime.catalog.CatalogProfile;

/**
 * Collects everything that is wrong with a definition.
 */
final class CatalogValidator {

    private final LocalDate today;
    private final CatalogProblems problems;

    CatalogValidator(LocalDate today, CatalogProblems problems) {
        this.today = today;
        this.problems = problems;
    }

    void validate(CatalogDefinition definition, CatalogProfile profile) {
        ModelChecks models = new ModelChecks(today, problems);
        PriceChecks prices = new PriceChecks(problems);
        for (ModelEntry entry : definition.models()) {
            models.check(entry);
            prices.check(entry);
        }
        new NameChecks(definition, problems).check();
        new TierChecks(definition, problems).check();
        new DefaultModelCheck(today, problems).check(definition, profile);
    }
}
