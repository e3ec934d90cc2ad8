package io.github.quarkusclaude.deployment.catalog;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.catalog.ClaudeModel;

/**
 * Finds the newest model of each line: by release date, among the active ones that are open to everybody. A catalogue can
 * fix the answer for a line.
 */
final class LatestModels {

    private LatestModels() {
    }

    /**
     * @return line to id; a line without a suitable model is missing
     */
    static Map<String, String> of(CatalogDefinition definition) {
        Map<String, ClaudeModel> newest = new HashMap<>();
        Map<String, String> latest = new LinkedHashMap<>(definition.latest());
        for (ModelEntry entry : definition.models()) {
            ClaudeModel model = entry.model();
            String line = model.line();
            if (line == null || definition.latest().containsKey(line) || !isCandidate(model)) {
                continue;
            }
            ClaudeModel other = newest.get(line);
            if (other == null || isNewer(model.lifecycle().released(), other.lifecycle().released())) {
                newest.put(line, model);
                latest.put(line, model.id());
            }
        }
        return latest;
    }

    private static boolean isCandidate(ClaudeModel model) {
        return model.lifecycle().isActive() && !model.restricted();
    }

    private static boolean isNewer(@Nullable LocalDate released, @Nullable LocalDate other) {
        // an unknown date never beats a known one
        return released != null && (other == null || released.isAfter(other));
    }
}
