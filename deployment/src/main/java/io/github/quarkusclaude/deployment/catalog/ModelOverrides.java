package io.github.quarkusclaude.deployment.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.catalog.Capabilities;
import io.github.quarkusclaude.catalog.ClaudeModel;
import io.github.quarkusclaude.catalog.Effort;
import io.github.quarkusclaude.catalog.EffortRules;
import io.github.quarkusclaude.catalog.Lifecycle;
import io.github.quarkusclaude.catalog.Limits;
import io.github.quarkusclaude.catalog.Support;
import io.github.quarkusclaude.catalog.ThinkingRules;
import io.github.quarkusclaude.runtime.catalog.EffortConfig;
import io.github.quarkusclaude.runtime.catalog.ModelConfig;
import io.github.quarkusclaude.runtime.catalog.ThinkingConfig;

/**
 * Lays the application's own entries over the models of a catalogue file. What an entry does not set stays as it was; a
 * model the file does not have starts as active with everything else unknown.
 */
final class ModelOverrides {

    private ModelOverrides() {
    }

    static List<ModelEntry> apply(List<ModelEntry> shipped, Map<String, ModelConfig> configured) {
        // sorted, because added models come in the order of this map and builds have to be reproducible
        Map<String, ModelConfig> rest = new TreeMap<>(configured);
        List<ModelEntry> models = new ArrayList<>();
        for (ModelEntry entry : shipped) {
            String id = entry.model().id();
            ModelConfig config = rest.remove(id);
            models.add(config == null ? entry
                    : new ModelEntry(model(config, entry.model()), EntryOrigin.properties(id)));
        }
        for (Map.Entry<String, ModelConfig> added : rest.entrySet()) {
            String id = added.getKey();
            models.add(new ModelEntry(model(added.getValue(), ClaudeModel.named(id, "", null)),
                    EntryOrigin.properties(id)));
        }
        return models;
    }

    private static ClaudeModel model(ModelConfig config, ClaudeModel base) {
        return new ClaudeModel(base.id(), config.displayName().orElse(base.displayName()), or(config.line(), base.line()),
                config.aliases().orElse(base.aliases()), config.wireId().orElse(base.wireId()),
                config.restricted().orElse(base.restricted()), lifecycle(config, base.lifecycle()),
                limits(config, base.limits()), capabilities(config, base.capabilities()),
                thinking(config.thinking(), base.thinking()), effort(config.effort(), base.effort()),
                PriceOverrides.prices(config.prices(), base.prices()));
    }

    private static Lifecycle lifecycle(ModelConfig config, Lifecycle base) {
        return new Lifecycle(config.status().orElse(base.status()), config.legacy().orElse(base.legacy()),
                or(config.released(), base.released()), or(config.deprecated(), base.deprecated()),
                or(config.retires(), base.retires()), or(config.retiresNotBefore(), base.retiresNotBefore()),
                or(config.replacement(), base.replacement()));
    }

    private static Limits limits(ModelConfig config, Limits base) {
        return new Limits(or(config.maxInputTokens(), base.maxInputTokens()), or(config.maxTokens(), base.maxTokens()),
                or(config.maxTokensBatch(), base.maxTokensBatch()),
                or(config.cacheMinimumTokens(), base.cacheMinimumTokens()));
    }

    private static Capabilities capabilities(ModelConfig config, Capabilities base) {
        return new Capabilities(or(config.imageInput(), base.imageInput()), or(config.pdfInput(), base.pdfInput()),
                or(config.toolUse(), base.toolUse()), or(config.structuredOutputs(), base.structuredOutputs()),
                or(config.streaming(), base.streaming()), or(config.systemMessages(), base.systemMessages()),
                or(config.prefill(), base.prefill()), or(config.samplingParameters(), base.samplingParameters()),
                config.forcedToolChoice().orElse(base.forcedToolChoice()), or(config.inferenceGeo(), base.inferenceGeo()),
                or(config.olderComputerTools(), base.olderComputerTools()));
    }

    private static ThinkingRules thinking(ThinkingConfig config, ThinkingRules base) {
        return new ThinkingRules(or(config.enabled(), base.enabled()), or(config.adaptive(), base.adaptive()),
                config.disabled().orElse(base.disabled()), config.betweenTools().orElse(base.betweenTools()),
                config.whenOmitted().orElse(base.whenOmitted()), config.display().orElse(base.display()));
    }

    private static EffortRules effort(EffortConfig config, EffortRules base) {
        if (config.supported().isPresent() && !config.supported().get() && config.levels().isEmpty()
                && config.defaultLevel().isEmpty()) {
            return EffortRules.NONE;
        }
        Support supported = config.levels().isPresent() ? Support.YES : base.supported();
        List<Effort> levels = config.levels().orElse(base.levels());
        return new EffortRules(or(config.supported(), supported), levels, or(config.defaultLevel(), base.defaultLevel()));
    }

    private static Support or(Optional<Boolean> configured, Support base) {
        return configured.isPresent() ? Support.of(configured.get()) : base;
    }

    private static <T> @Nullable T or(Optional<T> configured, @Nullable T base) {
        return configured.isPresent() ? configured.get() : base;
    }
}
