package io.github.quarkusclaude.runtime.catalog;

import java.util.List;
import java.util.Map;

import io.github.quarkusclaude.catalog.ClaudeModel;
import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.catalog.TierPolicy;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.annotations.Recorder;

/**
 * Puts the catalogue of the build into the application.
 */
@Recorder
public class CatalogRecorder {

    /**
     * The catalogue, from the values its build-time twin was made of.
     *
     * @param models the models
     * @param defaultModel id of the default model
     * @param latest line to id of its newest model
     * @param listedIds ids without data
     * @param tierPolicies the policies
     * @return the catalogue
     */
    public RuntimeValue<ModelCatalog> catalog(List<ClaudeModel> models, String defaultModel, Map<String, String> latest,
            List<String> listedIds, List<TierPolicy> tierPolicies) {
        return new RuntimeValue<>(new ModelCatalog(models, defaultModel, latest, listedIds, tierPolicies));
    }
}
