package io.github.quarkusclaude.deployment.catalog;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;

import jakarta.inject.Singleton;

import io.github.quarkusclaude.catalog.ModelAccess;
import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.runtime.catalog.CatalogBuildTimeConfig;
import io.github.quarkusclaude.runtime.catalog.CatalogRecorder;
import io.github.quarkusclaude.runtime.catalog.RecordedAmount;
import io.github.quarkusclaude.runtime.catalog.RecordedDate;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.arc.deployment.SyntheticBeanBuildItem;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.ExecutionTime;
import io.quarkus.deployment.annotations.Record;
import io.quarkus.deployment.recording.RecorderContext;

/**
 * Gives the application its model catalogue, and build steps the same one.
 */
class CatalogProcessor {

    @BuildStep
    ModelCatalogBuildItem readCatalog(CatalogBuildTimeConfig config) {
        return new ModelCatalogBuildItem(new CatalogLoader(Clock.systemUTC()).load(config.profile(), config.models()));
    }

    @BuildStep
    @Record(ExecutionTime.STATIC_INIT)
    SyntheticBeanBuildItem recordCatalog(ModelCatalogBuildItem item, CatalogRecorder recorder, RecorderContext context) {
        // only for the bytecode of this step, so that other extensions keep their own ways
        context.registerSubstitution(LocalDate.class, String.class, RecordedDate.class);
        context.registerSubstitution(BigDecimal.class, String.class, RecordedAmount.class);
        ModelCatalog catalog = item.getCatalog();
        return SyntheticBeanBuildItem.configure(ModelCatalog.class).scope(Singleton.class).unremovable()
                .runtimeValue(recorder.catalog(catalog.models(), catalog.defaultModel().id(),
                        catalog.getLatestModelsByFamily(), catalog.listedIds(), catalog.tierPolicies()))
                .done();
    }

    @BuildStep
    AdditionalBeanBuildItem modelAccess() {
        return AdditionalBeanBuildItem.unremovableOf(ModelAccess.class);
    }
}
