package io.github.quarkusclaude.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Puts what the API says of its models over a catalogue.
 */
public final class ModelMerge {

    private final ModelCatalog catalog;
    private final Map<String, ModelInfo> infos = new LinkedHashMap<>();
    private final List<ClaudeModel> added = new ArrayList<>();
    private final List<ClaudeModel> models = new ArrayList<>();

    private ModelMerge(ModelCatalog catalog, List<ModelInfo> infos) {
        this.catalog = catalog;
        for (ModelInfo info : infos) {
            this.infos.putIfAbsent(info.id(), info);
        }
    }

    /**
     * A catalogue with the models of another one and of the API.
     * <p>
     * Limits, capabilities, life cycle and dates are the API's where it tells them; prices, default model, tiers and what the
     * API does not know remain. Models the catalogue has no data about become entries before all others; tiers that have
     * every model have them too. The newest model of a family is a new one if it is newer, or another one if its end has
     * been announced.
     */
    public static ModelCatalog over(ModelCatalog catalog, List<ModelInfo> models) {
        return new ModelMerge(catalog, models).merged();
    }

    private ModelCatalog merged() {
        for (ClaudeModel model : catalog.models()) {
            ModelInfo info = infoOf(model);
            models.add(info == null ? model : ToldModel.over(model, info));
        }
        for (ModelInfo info : infos.values()) {
            if (!info.id().isEmpty() && catalog.model(info.id()).isEmpty() && !isWireId(info.id())) {
                String name = info.displayName() == null ? info.id() : info.displayName();
                added.add(ToldModel.over(ClaudeModel.named(info.id(), name, info.line()), info));
            }
        }
        models.addAll(0, added);
        List<String> listedIds = catalog.listedIds().stream().filter(id -> !infos.containsKey(id)).toList();
        return new ModelCatalog(models, catalog.defaultModel().id(), latest(), listedIds, tierPolicies());
    }

    private @Nullable ModelInfo infoOf(ClaudeModel model) {
        Set<String> names = new LinkedHashSet<>(List.of(model.wireId(), model.id()));
        names.addAll(model.aliases());
        for (String name : names) {
            ModelInfo info = infos.get(name);
            if (info != null) {
                return info;
            }
        }
        return null;
    }

    private boolean isWireId(String id) {
        return catalog.models().stream().anyMatch(model -> model.wireId().equals(id));
    }

    private Map<String, String> latest() {
        Map<String, ClaudeModel> latest = new LinkedHashMap<>();
        catalog.getLatestModelsByFamily().forEach((line, id) -> models.stream()
                .filter(model -> model.id().equals(id) && isCandidate(model)).findFirst()
                .ifPresent(model -> latest.put(line, model)));
        // where the newest one has gone all are considered, elsewhere only those the catalogue could not know
        List<ClaudeModel> candidates = new ArrayList<>(added);
        models.stream().filter(model -> !latest.containsKey(model.line())).forEach(candidates::add);
        for (ClaudeModel model : candidates) {
            if (model.line() != null && isCandidate(model)) {
                latest.merge(model.line(), model, ModelMerge::newer);
            }
        }
        Map<String, String> ids = new LinkedHashMap<>();
        latest.forEach((line, model) -> ids.put(line, model.id()));
        return ids;
    }

    private static boolean isCandidate(ClaudeModel model) {
        return model.lifecycle().isActive() && !model.restricted();
    }

    private static ClaudeModel newer(ClaudeModel one, ClaudeModel other) {
        LocalDate released = other.lifecycle().released();
        LocalDate before = one.lifecycle().released();
        // an unknown date never beats a known one
        return released != null && (before == null || released.isAfter(before)) ? other : one;
    }

    private List<TierPolicy> tierPolicies() {
        List<String> ids = models.stream().map(ClaudeModel::id).toList();
        return catalog.tierPolicies().stream()
                .map(policy -> policy.unrestricted() ? new TierPolicy(policy.tier(), true, ids, policy.defaultModel()) : policy)
                .toList();
    }
}
