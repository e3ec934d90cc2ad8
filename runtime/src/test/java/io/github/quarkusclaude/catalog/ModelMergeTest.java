package io.github.quarkusclaude.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import io.github.quarkusclaude.json.ApiJson;
import io.github.quarkusclaude.recorded.RecordedTraffic;

class ModelMergeTest {

    private static final Prices PRICES = new Prices(
            new TokenPrices(new BigDecimal("3"), new BigDecimal("15"), null, null, null), null, null, null);
    private static final ClaudeModel KNOWN = new ClaudeModel("claude-sonnet-5", "Sonnet", "sonnet", List.of("sonnet"),
            "claude-sonnet-5", false,
            new Lifecycle(ModelStatus.ACTIVE, true, LocalDate.of(2026, 6, 1), null, null, LocalDate.of(2027, 6, 1),
                    "claude-sonnet-5-5"),
            new Limits(200_000, 64_000, 300_000, 1024),
            new Capabilities(Support.NO, Support.UNKNOWN, Support.YES, Support.UNKNOWN, Support.YES, Support.YES, Support.NO,
                    Support.NO, ForcedToolChoice.UNKNOWN, Support.YES, Support.NO),
            new ThinkingRules(Support.YES, Support.UNKNOWN, ConditionalSupport.UP_TO_HIGH_EFFORT, ConditionalSupport.UNKNOWN,
                    ThinkingDefault.UNKNOWN, ThinkingDisplay.UNKNOWN),
            new EffortRules(Support.YES, List.of(Effort.LOW), Effort.LOW), PRICES);
    private static final ClaudeModel UNTOLD = ClaudeModel.named("my-model", "Mine", "sonnet");

    private final ModelCatalog catalog = new ModelCatalog(List.of(KNOWN, UNTOLD), "sonnet",
            Map.of("sonnet", "claude-sonnet-5"), List.of("claude-listed-1"),
            List.of(new TierPolicy(SubscriptionTier.FREE, false, List.of("my-model"), "my-model"),
                    new TierPolicy(SubscriptionTier.API, true, List.of("claude-sonnet-5", "my-model"), "claude-sonnet-5")));

    @Test
    void whatTheApiSaysGoesOverTheCatalogueAndTheRestRemains() {
        ModelCatalog merged = ModelMerge.over(catalog, List.of(info("""
                {"type":"model","id":"claude-sonnet-5","display_name":"Claude Sonnet 5","line":"sonnet",
                 "lifecycle":"deprecated","created_at":"2026-06-29T00:00:00Z","deprecated_at":"2026-11-01T00:00:00Z",
                 "retires_at":"2027-03-01T00:00:00Z","max_input_tokens":1000000,"max_tokens":128000,
                 "capabilities":{"image_input":{"supported":true},"pdf_input":{"supported":true},
                  "effort":{"supported":true,"low":{"supported":true},"max":{"supported":true},"high":{"supported":false}},
                  "thinking":{"supported":true,"types":{"enabled":{"supported":false},"adaptive":{"supported":true},
                   "disabled":{"supported":true},"between_tools":{"supported":false}}}}}""")));

        ClaudeModel model = merged.model("sonnet").orElseThrow();
        assertThat(model.displayName()).isEqualTo("Claude Sonnet 5");
        assertThat(model.lifecycle()).isEqualTo(new Lifecycle(ModelStatus.DEPRECATED, true, LocalDate.of(2026, 6, 29),
                LocalDate.of(2026, 11, 1), LocalDate.of(2027, 3, 1), LocalDate.of(2027, 6, 1), "claude-sonnet-5-5"));
        assertThat(model.limits()).isEqualTo(new Limits(1_000_000, 128_000, 300_000, 1024));
        assertThat(model.capabilities().imageInput()).isEqualTo(Support.YES);
        assertThat(model.capabilities().structuredOutputs()).isEqualTo(Support.UNKNOWN);
        assertThat(model.capabilities().prefill()).isEqualTo(Support.NO);
        assertThat(model.thinking().enabled()).isEqualTo(Support.NO);
        assertThat(model.thinking().adaptive()).isEqualTo(Support.YES);
        assertThat(model.thinking().disabled()).isEqualTo(ConditionalSupport.UP_TO_HIGH_EFFORT);
        assertThat(model.thinking().betweenTools()).isEqualTo(ConditionalSupport.NO);
        assertThat(model.effort()).isEqualTo(new EffortRules(Support.YES, List.of(Effort.LOW, Effort.MAX), Effort.LOW));
        assertThat(model.prices()).isEqualTo(PRICES);
        assertThat(merged.model("my-model")).contains(UNTOLD);
        assertThat(merged.defaultModel().id()).isEqualTo("claude-sonnet-5");
        assertThat(merged.getLatestModelsByFamily()).containsEntry("sonnet", "my-model");
    }

    @Test
    void whatTheApiDoesNotSayChangesNothing() {
        ModelCatalog merged = ModelMerge.over(catalog, List.of(
                info("{\"id\":\"claude-sonnet-5\",\"created_at\":\"1970-01-01T00:00:00Z\",\"lifecycle\":\"dormant\"}")));

        assertThat(merged.models()).isEqualTo(catalog.models());
        assertThat(merged.getLatestModelsByFamily()).isEqualTo(catalog.getLatestModelsByFamily());
        assertThat(merged.tierPolicies()).isEqualTo(catalog.tierPolicies());
    }

    @Test
    void anEndThatWasTakenBackIsForgotten() {
        ClaudeModel ending = new ClaudeModel("m", "M", null, List.of(), "m", false,
                new Lifecycle(ModelStatus.DEPRECATED, false, null, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 9, 1), null,
                        null),
                Limits.UNKNOWN, Capabilities.UNKNOWN, ThinkingRules.UNKNOWN, EffortRules.UNKNOWN, Prices.UNKNOWN);
        ModelCatalog before = new ModelCatalog(List.of(ending), "m", Map.of(), List.of(), List.of());

        ModelCatalog merged = ModelMerge.over(before,
                List.of(info("{\"id\":\"m\",\"lifecycle\":\"active\",\"deprecated_at\":null,\"retires_at\":null}")));

        assertThat(merged.model("m").orElseThrow().lifecycle()).isEqualTo(Lifecycle.ACTIVE);
    }

    @Test
    void newModelsBecomeEntries() {
        ModelCatalog merged = ModelMerge.over(catalog, List.of(
                info("{\"id\":\"claude-sonnet-6\",\"display_name\":\"Claude Sonnet 6\",\"line\":\"sonnet\","
                        + "\"lifecycle\":\"active\",\"created_at\":\"2027-01-05T00:00:00Z\",\"max_tokens\":256000}"),
                info("{\"id\":\"claude-listed-1\"}")));

        assertThat(merged.models()).extracting(ClaudeModel::id).containsExactly("claude-sonnet-6", "claude-listed-1",
                "claude-sonnet-5", "my-model");
        ClaudeModel model = merged.model("claude-sonnet-6").orElseThrow();
        assertThat(model.maxOutputTokens()).isEqualTo(256_000);
        assertThat(model.prices()).isEqualTo(Prices.UNKNOWN);
        assertThat(model.capabilities()).isEqualTo(Capabilities.UNKNOWN);
        assertThat(merged.getLatestModelsByFamily()).containsEntry("sonnet", "claude-sonnet-6");
        assertThat(merged.listedIds()).isEmpty();
        assertThat(merged.tierPolicy(SubscriptionTier.API).allows("claude-sonnet-6")).isTrue();
        assertThat(merged.tierPolicy(SubscriptionTier.FREE).models()).containsExactly("my-model");
    }

    @TestFactory
    Stream<DynamicTest> everyRecordedModelSurvivesAndIsMerged() {
        return RecordedTraffic.files("models", ".json").stream().map(RecordedTraffic::text).map(RecordedTraffic::tree)
                .flatMap(list -> list.path("data").valueStream())
                .map(json -> DynamicTest.dynamicTest(json.path("id").asText(), () -> {
                    ModelInfo info = info(json.toString());
                    RecordedTraffic.assertSameMeaning(info.toJson(), json, info.id());
                    ClaudeModel model = ModelMerge.over(catalog, List.of(info)).model(info.id()).orElseThrow();
                    assertThat(model.limits().maxTokens()).isEqualTo(json.path("max_tokens").asInt());
                    assertThat(model.supportsVision()).isTrue();
                    assertThat(model.thinking().adaptive())
                            .isEqualTo(info.supports("thinking", "types", "adaptive")).isNotEqualTo(Support.UNKNOWN);
                }));
    }

    private static ModelInfo info(String json) {
        return ApiJson.decode(json, ModelInfo::readFrom);
    }
}
