package io.github.quarkusclaude.runtime.catalog;

import java.util.Map;

import io.quarkus.runtime.annotations.ConfigDocMapKey;
import io.quarkus.runtime.annotations.ConfigDocSection;
import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * Model catalogue.
 */
@ConfigRoot(phase = ConfigPhase.BUILD_TIME)
@ConfigMapping(prefix = "quarkus.claude.catalog")
public interface CatalogBuildTimeConfig {

    /**
     * The catalogue of models the application starts from.
     * <p>
     * `current` has the models of today's Claude API; the build fails when its default model has reached the end of its
     * life. `classic` has the seven models of the provider guide of March 2026 with the values stated there, all of them
     * retired since: choose it only to compare with that guide.
     */
    @WithDefault("current")
    CatalogProfile profile();

    /**
     * Models to add to the catalogue, or to change in it.
     * <p>
     * The key is the id of the model, in quotes if it has a dot. For a model the catalogue has, only what is set here
     * changes. A model it does not have needs at least a `display-name` and a `line`; everything else that is not set is
     * unknown. Mistakes fail the build.
     */
    @ConfigDocSection
    @ConfigDocMapKey("model-id")
    Map<String, ModelConfig> models();
}
