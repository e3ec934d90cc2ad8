package io.github.quarkusclaude.conformance;

import static io.github.quarkusclaude.conformance.Api.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

@ConformanceGroup(number = 1, promise = "The table of models, cell by cell, and what the helper functions say about it.", differs = {
        "what is absent is an empty `Optional` or 0, and an unknown tier cannot be compared: reading it fails with the names there are. Java has no `undefined`." })
class CatalogueAndHelpersIT extends Conformance {

    @ParameterizedTest
    @CsvSource(textBlock = """
            claude-3-haiku-20240307,       haiku,  200000, 4096,  true,  false, true, true, true,  Claude 3 Haiku
            claude-3-5-haiku-20241022,     haiku,  200000, 8192,  false, false, true, true, false, Claude 3.5 Haiku
            claude-3-5-sonnet-20241022,    sonnet, 200000, 8192,  true,  false, true, true, false, Claude 3.5 Sonnet
            claude-3-5-sonnet-v2-20241022, sonnet, 200000, 8192,  true,  false, true, true, false, Claude 3.5 Sonnet V2
            claude-sonnet-4-20250514,      sonnet, 200000, 64000, true,  true,  true, true, false, Claude Sonnet 4
            claude-3-opus-20240229,        opus,   200000, 4096,  true,  false, true, true, true,  Claude 3 Opus
            claude-opus-4-20250514,        opus,   200000, 64000, true,  true,  true, true, false, Claude Opus 4
            """)
    void everyCellOfTheTable(String id, String family, int context, int output, boolean vision, boolean thinking,
            boolean tools, boolean streaming, boolean deprecated, String name) {
        JsonNode model = api().get("/catalog/model", "id", id);

        assertThat(model.path("metadata").asBoolean()).isTrue();
        assertThat(model.path("sameAsCapabilities").asBoolean()).isTrue();
        assertThat(model.path("family").asText()).isEqualTo(family);
        assertThat(model.path("contextWindow").asInt()).isEqualTo(context);
        assertThat(model.path("maxOutputTokens").asInt()).isEqualTo(output);
        assertThat(model.path("supportsVision").asBoolean()).isEqualTo(vision);
        assertThat(model.path("supportsExtendedThinking").asBoolean()).isEqualTo(thinking);
        assertThat(model.path("displayName").asText()).isEqualTo(name);
        assertThat(model.path("supports")).isEqualTo(model.path("supports").<ObjectNode> deepCopy()
                .put("supportsVision", vision).put("supportsExtendedThinking", thinking).put("supportsToolUse", tools)
                .put("supportsStreaming", streaming).put("deprecated", deprecated).put("contextWindow", true)
                .put("maxOutputTokens", true));
    }

    @Test
    void theModelsInTheOrderOfTheTableAndThoseWithoutData() {
        JsonNode catalog = api().get("/catalog");

        assertThat(texts(catalog.path("models"))).isEqualTo(MODELS);
        assertThat(texts(catalog.path("listed"))).isEqualTo(LISTED);
        for (String id : LISTED) {
            JsonNode model = api().get("/catalog/model", "id", id);
            assertThat(model.path("known").asBoolean()).isTrue();
            assertThat(model.path("metadata").asBoolean()).isFalse();
            assertThat(model.path("sameAsCapabilities").asBoolean()).isTrue();
            assertThat(model.path("displayName").asText()).isEqualTo(id);
        }
    }

    @Test
    void theCommandLineTellsTheSame() {
        JsonNode models = Api.json(program.run("models", "--all", "--format", "json").out());

        assertThat(models).hasSameSizeAs(MODELS).extracting(model -> model.path("id").asText()).isEqualTo(MODELS);
        JsonNode opus = Api.json(program.run("models", "show", OPUS_4, "--format", "json").out());
        assertThat(opus).isEqualTo(models.get(6));
        assertThat(opus.path("max_tokens").asInt()).isEqualTo(64_000);
        assertThat(opus.path("display_name").asText()).isEqualTo("Claude Opus 4");
        JsonNode free = Api.json(program.run("models", "--tier", "free", "--all", "--format", "json").out());
        assertThat(free).extracting(model -> model.path("id").asText()).containsExactly(HAIKU_3, HAIKU_35);
    }

    @ParameterizedTest
    @CsvSource({ "free, 2, claude-3-5-haiku-20241022", "pro, 5, claude-sonnet-4-20250514", "max, 7, claude-opus-4-20250514",
            "max_5, 7, claude-opus-4-20250514", "max_20, 7, claude-opus-4-20250514", "api, 7, claude-sonnet-4-20250514" })
    void modelsOfATier(String tier, int models, String defaultModel) {
        JsonNode facts = api().get("/catalog/tier", "name", tier);

        assertThat(texts(facts.path("models"))).isEqualTo(MODELS.subList(0, models));
        assertThat(facts.path("default").asText()).isEqualTo(defaultModel);
        assertThat(facts.path("recommended").asText()).isEqualTo(defaultModel);
        for (int other = 0; other < TIERS.size(); other++) {
            assertThat(facts.path("compareTiers").path(TIERS.get(other)).asInt()).as(tier + " and " + TIERS.get(other))
                    .isEqualTo(TIERS.indexOf(tier) - other);
        }
    }

    @Test
    void anUnknownTierIsRefusedWithThoseThereAre() {
        assertThat(api().get("/catalog/tier", "name", "gold").path("failure").path("message").asText()).contains("gold", "free",
                "max_20");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            claude-opus-4-20250514,   pro,    false
            claude-opus-4-20250514,   max,    true
            claude-opus-4-5-20251101, max,    false
            CLAUDE-OPUS-4-20250514,   max,    false
            claude-3-haiku-20240307,  free,   true
            claude-sonnet-4-20250514, free,   false
            claude-sonnet-4-20250514, pro,    true
            foo,                      api,    false
            '',                       api,    false
            ' claude-3-haiku-20240307', free, false
            """)
    void isModelAvailableForTier(String model, String tier, boolean available) {
        assertThat(api().get("/catalog/access", "model", model, "tier", tier).path("available").asBoolean())
                .isEqualTo(available);
    }

    @ParameterizedTest
    @CsvSource({ "claude-opus-4-20250514, free, max", "claude-sonnet-4-20250514, free, pro",
            "claude-opus-4-20250514, pro, max", "foo, api, api" })
    void validateModelAccessRefuses(String model, String tier, String required) {
        JsonNode failure = api().get("/catalog/access", "model", model, "tier", tier).path("failure");

        assertThat(texts(failure.path("types"))).contains("ModelAccessException");
        assertThat(failure.path("requiredTier").asText()).isEqualTo(required);
        assertThat(failure.path("message").asText()).contains(model);
    }

    @Test
    void validateModelAccessGrantsInSilence() {
        assertThat(api().get("/catalog/access", "model", OPUS_4, "tier", "max_5").has("failure")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({ "claude-3-haiku-20240307, free", "claude-3-5-haiku-20241022, free", "claude-3-5-sonnet-20241022, pro",
            "claude-3-5-sonnet-v2-20241022, pro", "claude-sonnet-4-20250514, pro", "claude-3-opus-20240229, max",
            "claude-opus-4-20250514, max", "claude-opus-4-5-20251101, api", "foo, api" })
    void getMinimumTierForModel(String model, String tier) {
        assertThat(api().get("/catalog/model", "id", model).path("minimumTier").asText()).isEqualTo(tier);
    }

    @Test
    void getModelsWithCapability() {
        assertThat(capable("supportsExtendedThinking")).containsExactly(SONNET_4, OPUS_4);
        assertThat(capable("supportsVision")).containsExactly(HAIKU_3, SONNET_35, SONNET_35_V2, SONNET_4, OPUS_3, OPUS_4);
        assertThat(capable("deprecated")).containsExactly(HAIKU_3, OPUS_3);
        for (String all : List.of("supportsToolUse", "supportsStreaming", "contextWindow", "maxOutputTokens")) {
            assertThat(capable(all)).as(all).isEqualTo(MODELS);
        }
    }

    @Test
    void getModelsByFamilyAndTheLatestOfEach() {
        assertThat(family("haiku")).containsExactly(HAIKU_3, HAIKU_35);
        assertThat(family("sonnet")).containsExactly(SONNET_35, SONNET_35_V2, SONNET_4);
        assertThat(family("opus")).containsExactly(OPUS_3, OPUS_4);
        assertThat(family("foo")).isEmpty();
        assertThat(api().get("/catalog").path("latest"))
                .isEqualTo(Api.object("haiku", HAIKU_35, "sonnet", SONNET_4, "opus", OPUS_4));
    }

    @Test
    void nothingIsKnownOfWhatIsUnknown() {
        for (String id : List.of("foo", "", OPUS_4 + " ")) {
            JsonNode model = api().get("/catalog/model", "id", id);

            assertThat(model.path("metadata").asBoolean()).isFalse();
            assertThat(model.path("displayName").asText()).isEqualTo(id);
            assertThat(model.path("contextWindow").asInt()).isZero();
            assertThat(model.path("maxOutputTokens").asInt()).isZero();
            assertThat(model.path("supports")).isNotEmpty().noneMatch(JsonNode::asBoolean);
        }
    }

    @Test
    void whatIsGivenOutCannotBeChanged() {
        assertThat(api().get("/catalog/changeable")).isEmpty();
    }

    private List<String> capable(String capability) {
        return texts(api().get("/catalog/capability", "name", capability));
    }

    private List<String> family(String name) {
        return texts(api().get("/catalog/family", "name", name));
    }
}
