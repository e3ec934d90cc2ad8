package io.github.quarkusclaude.deployment.catalog;

import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import io.github.quarkusclaude.catalog.rules.BetaFeatures;
import io.github.quarkusclaude.catalog.rules.BetaState;
import io.github.quarkusclaude.runtime.BetaBuildTimeConfig;
import io.github.quarkusclaude.runtime.BetaRecorder;
import io.github.quarkusclaude.runtime.catalog.CatalogBuildTimeConfig;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;

/**
 * Decides which beta features the application sends, and tells it which ones there are.
 */
class BetaProcessor {

    @BuildStep
    @Record(ExecutionTime.STATIC_INIT)
    SyntheticBeanBuildItem recordBetas(BetaBuildTimeConfig config, CatalogBuildTimeConfig catalog, BetaRecorder recorder) {
        Map<String, BetaState> known = BetaValues.load();
        List<String> features = config.enabled() ? new BetaFeatureList(known).of(config.features(), catalog.profile())
                : List.of();
        List<String> subscriptionFeatures = config.features().isPresent() ? features
                : features.stream().filter(BetaFeatureList::isForSubscriptions).toList();
        return SyntheticBeanBuildItem.configure(BetaFeatures.class).scope(Singleton.class).unremovable()
                .runtimeValue(recorder.features(config.enabled(), features, subscriptionFeatures, known))
                .done();
    }
}
