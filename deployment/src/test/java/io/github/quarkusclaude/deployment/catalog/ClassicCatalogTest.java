package io.github.quarkusclaude.deployment.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.quarkusclaude.catalog.Capability;
import io.github.quarkusclaude.catalog.ClaudeModel;
import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.runtime.catalog.CatalogProfile;

/**
 * The classic profile has the guide's table, cell by cell.
 */
class ClassicCatalogTest {

    private final ModelCatalog catalog = Catalogs.of(CatalogProfile.CLASSIC);

    @ParameterizedTest
    @CsvSource(textBlock = """
            claude-3-haiku-20240307,       haiku,  200000, 4096,  y, n, y, y, y, Claude 3 Haiku
            claude-3-5-haiku-20241022,     haiku,  200000, 8192,  n, n, y, y, n, Claude 3.5 Haiku
            claude-3-5-sonnet-20241022,    sonnet, 200000, 8192,  y, n, y, y, n, Claude 3.5 Sonnet
            claude-3-5-sonnet-v2-20241022, sonnet, 200000, 8192,  y, n, y, y, n, Claude 3.5 Sonnet V2
            claude-sonnet-4-20250514,      sonnet, 200000, 64000, y, y, y, y, n, Claude Sonnet 4
            claude-3-opus-20240229,        opus,   200000, 4096,  y, n, y, y, y, Claude 3 Opus
            claude-opus-4-20250514,        opus,   200000, 64000, y, y, y, y, n, Claude Opus 4
            """)
    void everyCellOfTheMetadataTable(String id, String family, int context, int output, String vision, String thinking,
            String tools, String streaming, String deprecated, String displayName) {
        ClaudeModel model = catalog.getModelMetadata(id).orElseThrow();
        assertThat(model.line()).isEqualTo(family);
        assertThat(catalog.getContextWindow(id)).isEqualTo(model.contextWindow()).isEqualTo(context);
        assertThat(catalog.getMaxOutputTokens(id)).isEqualTo(model.maxOutputTokens()).isEqualTo(output);
        assertThat(catalog.supportsVision(id)).isEqualTo(model.supportsVision()).isEqualTo(vision.equals("y"));
        assertThat(catalog.supportsExtendedThinking(id)).isEqualTo(model.supportsExtendedThinking())
                .isEqualTo(thinking.equals("y"));
        assertThat(catalog.modelSupportsCapability(id, Capability.TOOL_USE)).isEqualTo(tools.equals("y"));
        assertThat(catalog.modelSupportsCapability(id, Capability.STREAMING)).isEqualTo(streaming.equals("y"));
        assertThat(catalog.modelSupportsCapability(id, Capability.DEPRECATED)).isEqualTo(deprecated.equals("y"));
        assertThat(catalog.getModelDisplayName(id)).isEqualTo(displayName);
    }

    @Test
    void theModelsComeInTheOrderOfTheTable() {
        assertThat(catalog.models()).extracting(ClaudeModel::id).containsExactly(
                "claude-3-haiku-20240307", "claude-3-5-haiku-20241022", "claude-3-5-sonnet-20241022",
                "claude-3-5-sonnet-v2-20241022", "claude-sonnet-4-20250514", "claude-3-opus-20240229",
                "claude-opus-4-20250514");
    }

    @Test
    void theDefaultModelIsSonnet35() {
        assertThat(catalog.defaultModel().id()).isEqualTo("claude-3-5-sonnet-20241022");
    }

    @Test
    void theSecondNameOfSonnet35NeverGoesOverTheWire() {
        assertThat(catalog.wireId("claude-3-5-sonnet-v2-20241022")).isEqualTo("claude-3-5-sonnet-20241022");
        assertThat(catalog.wireId("claude-opus-4-20250514")).isEqualTo("claude-opus-4-20250514");
        assertThat(catalog.wireId("something-else")).isEqualTo("something-else");
    }

    @Test
    void modelsOfTheGuideWithoutMetadataAreListedOnly() {
        assertThat(catalog.listedIds()).containsExactly("claude-opus-4-5-20251101", "claude-sonnet-4-5-20250929",
                "claude-haiku-4-5-20251001", "claude-opus-4-1-20250805", "claude-3-7-sonnet-20250219",
                "claude-3-sonnet-20240229");
        for (String id : catalog.listedIds()) {
            assertThat(catalog.isKnown(id)).isTrue();
            assertThat(catalog.model(id)).isEmpty();
        }
    }
}
