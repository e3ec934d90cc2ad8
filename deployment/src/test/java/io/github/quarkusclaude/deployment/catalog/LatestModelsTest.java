package io.github.quarkusclaude.deployment.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.github.quarkusclaude.catalog.Capabilities;
import io.github.quarkusclaude.catalog.ClaudeModel;
import io.github.quarkusclaude.catalog.EffortRules;
import io.github.quarkusclaude.catalog.Lifecycle;
import io.github.quarkusclaude.catalog.Limits;
import io.github.quarkusclaude.catalog.ModelStatus;
import io.github.quarkusclaude.catalog.Prices;
import io.github.quarkusclaude.catalog.ThinkingRules;

/**
 * The newest model of a line is the one released last among those everybody can start with.
 */
class LatestModelsTest {

    private static final EntryOrigin FILE = EntryOrigin.file("test.json");

    @Test
    void theReleaseDateDecidesAndNotTheOrder() {
        assertThat(latest(model("a", ModelStatus.ACTIVE, "2026-01-01"), model("b", ModelStatus.ACTIVE, "2026-03-01"),
                model("c", ModelStatus.ACTIVE, "2026-02-01"))).containsExactly(entry("haiku", "b"));
    }

    @Test
    void deprecatedAndRetiredModelsDoNotCount() {
        assertThat(latest(model("a", ModelStatus.RETIRED, "2026-03-01"), model("b", ModelStatus.DEPRECATED, "2026-02-01"),
                model("c", ModelStatus.ACTIVE, "2026-01-01"))).containsExactly(entry("haiku", "c"));
        assertThat(latest(model("a", ModelStatus.RETIRED, "2026-03-01"))).isEmpty();
    }

    @Test
    void restrictedModelsDoNotCount() {
        assertThat(latest(model("a", ModelStatus.ACTIVE, "2026-03-01", true), model("b", ModelStatus.ACTIVE, "2026-01-01")))
                .containsExactly(entry("haiku", "b"));
    }

    @Test
    void aKnownDateBeatsAnUnknownOne() {
        assertThat(latest(model("a", ModelStatus.ACTIVE, null), model("b", ModelStatus.ACTIVE, "2020-01-01"),
                model("c", ModelStatus.ACTIVE, null))).containsExactly(entry("haiku", "b"));
    }

    @Test
    void theFirstOneWinsIfTheDatesSayNothing() {
        assertThat(latest(model("a", ModelStatus.ACTIVE, null), model("b", ModelStatus.ACTIVE, null)))
                .containsExactly(entry("haiku", "a"));
        assertThat(latest(model("a", ModelStatus.ACTIVE, "2026-01-01"), model("b", ModelStatus.ACTIVE, "2026-01-01")))
                .containsExactly(entry("haiku", "a"));
    }

    @Test
    void aFixedAnswerStays() {
        CatalogDefinition definition = definition(Map.of("haiku", "a"), model("a", ModelStatus.ACTIVE, "2026-01-01"),
                model("b", ModelStatus.ACTIVE, "2026-03-01"));
        assertThat(LatestModels.of(definition)).containsExactly(entry("haiku", "a"));
    }

    private static Map<String, String> latest(ClaudeModel... models) {
        return LatestModels.of(definition(Map.of(), models));
    }

    private static CatalogDefinition definition(Map<String, String> fixed, ClaudeModel... models) {
        return new CatalogDefinition(FILE, "a", fixed, List.of(), List.of(),
                List.of(models).stream().map(model -> new ModelEntry(model, FILE)).toList());
    }

    private static ClaudeModel model(String id, ModelStatus status, @Nullable String released) {
        return model(id, status, released, false);
    }

    private static ClaudeModel model(String id, ModelStatus status, @Nullable String released, boolean restricted) {
        Lifecycle lifecycle = new Lifecycle(status, false, released == null ? null : LocalDate.parse(released), null, null,
                null, null);
        return new ClaudeModel(id, id, "haiku", List.of(), id, restricted, lifecycle, Limits.UNKNOWN, Capabilities.UNKNOWN,
                ThinkingRules.UNKNOWN, EffortRules.UNKNOWN, Prices.UNKNOWN);
    }
}
