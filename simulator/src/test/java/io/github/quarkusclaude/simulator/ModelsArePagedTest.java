package io.github.quarkusclaude.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

class ModelsArePagedTest {

    private static ClaudeSimulator simulator;
    private static Api api;

    @BeforeAll
    static void start() {
        simulator = ClaudeSimulator.builder().model("my-model").model("my-other-model").start();
        api = new Api(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void aFirstPageHasTwentyModelsTheNewestFirst() throws IOException {
        JsonNode page = page("");

        assertThat(ids(page)).hasSize(20).doesNotHaveDuplicates();
        assertThat(page.path("data")).extracting(model -> model.path("created_at").asText())
                .isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(page.path("has_more").asBoolean()).isTrue();
        assertThat(page.path("first_id").asText()).isEqualTo(ids(page).get(0));
        assertThat(page.path("last_id").asText()).isEqualTo(ids(page).get(19));
    }

    @Test
    void goingForwardMeetsEveryModelOnce() throws IOException {
        List<String> all = ids(page("?limit=1000"));
        List<String> met = new ArrayList<>();
        JsonNode page = page("?limit=7");
        met.addAll(ids(page));
        while (page.path("has_more").asBoolean()) {
            page = page("?limit=7&after_id=" + page.path("last_id").asText());
            met.addAll(ids(page));
        }

        assertThat(met).isEqualTo(all).hasSizeGreaterThan(14);
    }

    @Test
    void goingBackGivesTheModelsRightBefore() throws IOException {
        List<String> all = ids(page("?limit=1000"));

        JsonNode page = page("?limit=3&before_id=" + all.get(5));
        assertThat(ids(page)).isEqualTo(all.subList(2, 5));
        assertThat(page.path("has_more").asBoolean()).isTrue();

        JsonNode first = page("?limit=3&before_id=" + all.get(2));
        assertThat(ids(first)).isEqualTo(all.subList(0, 2));
        assertThat(first.path("has_more").asBoolean()).isFalse();
    }

    @Test
    void anEmptyPageHasNoIds() throws IOException {
        List<String> all = ids(page("?limit=1000"));

        JsonNode page = page("?after_id=" + all.get(all.size() - 1));

        assertThat(page.path("data")).isEmpty();
        assertThat(page.path("first_id").isNull()).isTrue();
        assertThat(page.path("has_more").asBoolean()).isFalse();
    }

    @Test
    void retiredModelsAreListedOnRequestOnly() throws IOException {
        assertThat(ids(page("?limit=1000"))).contains("claude-sonnet-4-5-20250929", "my-model")
                .doesNotContain("claude-opus-4-20250514");
        assertThat(lifecycles("?lifecycle=retired")).containsOnly("retired");
        assertThat(lifecycles("?lifecycle%5B%5D=deprecated&lifecycle[]=retired".replace("[]", "%5B%5D")))
                .contains("deprecated", "retired").doesNotContain("active");
    }

    @ParameterizedTest
    @ValueSource(strings = { "limit=0", "limit=1001", "limit=x", "after_id=nobody", "before_id=nobody", "lifecycle=young",
            "after_id=claude-opus-5&before_id=claude-opus-5" })
    void queriesThatMakeNoSenseAreRefused(String query) throws IOException {
        assertThat(api.error(api.get("/v1/models?" + query), 400).path("type").asText()).isEqualTo("invalid_request_error");
    }

    @Test
    void aModelIsFoundByIdAndByAlias() throws IOException {
        JsonNode model = read("/v1/models/claude-sonnet-4-5-20250929");

        assertThat(read("/v1/models/claude-sonnet-4-5")).isEqualTo(model);
        assertThat(read("/v1/models/claude%2Dsonnet%2D4%2D5")).isEqualTo(model);
        assertThat(model.path("type").asText()).isEqualTo("model");
        assertThat(model.path("display_name").asText()).isEqualTo("Claude Sonnet 4.5");
        assertThat(model.path("line").asText()).isEqualTo("sonnet");
        assertThat(model.path("lifecycle").asText()).isEqualTo("deprecated");
        assertThat(model.path("created_at").asText()).isEqualTo("2025-09-29T00:00:00Z");
        assertThat(model.path("retires_at").asText()).isEqualTo("2026-11-30T00:00:00Z");
        assertThat(model.path("max_input_tokens").asInt()).isEqualTo(200_000);
        assertThat(model.at("/capabilities/effort/supported").asBoolean(true)).isFalse();
        assertThat(model.at("/capabilities/thinking/types/enabled/supported").asBoolean(false)).isTrue();
        assertThat(model.at("/capabilities/thinking/types/adaptive/supported").asBoolean(true)).isFalse();
    }

    @Test
    void whatAModelCanDoIsToldAsATree() throws IOException {
        JsonNode capabilities = read("/v1/models/claude-sonnet-5-5").path("capabilities");

        assertThat(capabilities.fieldNames()).toIterable().containsExactlyInAnyOrder("batch", "citations", "code_execution",
                "image_input", "pdf_input", "structured_outputs", "server_tools", "context_management", "effort", "thinking");
        assertThat(capabilities.at("/server_tools/web_search/supported").asBoolean()).isTrue();
        assertThat(capabilities.at("/context_management/compact_20260112/supported").asBoolean()).isTrue();
        assertThat(capabilities.at("/effort/xhigh/supported").asBoolean()).isTrue();
        assertThat(capabilities.at("/thinking/types/between_tools/supported").asBoolean()).isTrue();
        assertThat(capabilities.at("/thinking/types/disabled/supported").asBoolean(true)).isFalse();
    }

    @Test
    void whereARefusedRequestMayGoIsToldToThoseWhoUseThat() throws IOException {
        assertThat(read("/v1/models/claude-opus-5").has("allowed_fallback_models")).isFalse();
        Api beta = new Api(simulator).header("anthropic-beta", "server-side-fallback-2026-07-01");

        assertThat(Api.JSON.readTree(beta.get("/v1/models/claude-opus-5").body()).at("/allowed_fallback_models/0").asText())
                .isEqualTo("claude-opus-4-8");
    }

    @Test
    void nothingIsClaimedAboutAModelTheCatalogueDoesNotKnow() throws IOException {
        JsonNode model = read("/v1/models/my-model");

        assertThat(model.path("display_name").asText()).isEqualTo("my-model");
        assertThat(model.path("capabilities").isNull()).isTrue();
        assertThat(model.path("max_tokens").isNull()).isTrue();
        assertThat(model.path("created_at").asText()).isEqualTo("1970-01-01T00:00:00Z");
    }

    @Test
    void aModelThatDoesNotExistIsNotFound() throws IOException {
        assertThat(api.error(api.get("/v1/models/claude-7"), 404).path("message").asText()).isEqualTo("model: claude-7");
    }

    private static List<String> lifecycles(String query) throws IOException {
        List<String> lifecycles = new ArrayList<>();
        page(query + "&limit=1000").path("data").forEach(model -> lifecycles.add(model.path("lifecycle").asText()));
        return lifecycles;
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.path("data").forEach(model -> ids.add(model.path("id").asText()));
        return ids;
    }

    private static JsonNode page(String query) throws IOException {
        return read("/v1/models" + query);
    }

    private static JsonNode read(String path) throws IOException {
        var response = api.get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Api.JSON.readTree(response.body());
    }
}
