package io.github.quarkusclaude.deployment;

import io.github.quarkusclaude.runtime.ToolRunObservers;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.deployment.annotations.BuildStep;

/**
 * Lets tool runs be observed.
 */
class ToolProcessor {

    @BuildStep
    AdditionalBeanBuildItem beans() {
        return AdditionalBeanBuildItem.unremovableOf(ToolRunObservers.class);
    }
}
