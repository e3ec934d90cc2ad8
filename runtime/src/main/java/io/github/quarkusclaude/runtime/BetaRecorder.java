package io.github.quarkusclaude.runtime;

import java.util.List;
import java.util.Map;

import io.github.quarkusclaude.catalog.rules.BetaFeatures;
import io.github.quarkusclaude.catalog.rules.BetaState;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.annotations.Recorder;

/**
 * Puts the beta features of the build into the application.
 */
@Recorder
public class BetaRecorder {

    public RuntimeValue<BetaFeatures> features(boolean enabled, List<String> features,
            List<String> subscriptionFeatures, Map<String, BetaState> known) {
        return new RuntimeValue<>(new BetaFeatures(enabled, features, subscriptionFeatures, known));
    }
}
