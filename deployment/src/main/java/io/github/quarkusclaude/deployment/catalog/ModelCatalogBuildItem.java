package io.github.quarkusclaude.deployment.catalog;

import io.github.quarkusclaude.catalog.ModelCatalog;
import io.quarkus.builder.item.SimpleBuildItem;

/**
 * The checked model catalogue of the application, for build steps that need to know its models.
 */
public final class ModelCatalogBuildItem extends SimpleBuildItem {

    private final ModelCatalog catalog;

    ModelCatalogBuildItem(ModelCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * The catalogue, equal to the one the application will have.
     *
     * @return the catalogue
     */
    public ModelCatalog getCatalog() {
        return catalog;
    }
}
