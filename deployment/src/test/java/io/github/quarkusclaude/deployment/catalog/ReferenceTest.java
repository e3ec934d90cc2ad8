package io.github.quarkusclaude.deployment.catalog;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.github.quarkusclaude.catalog.Capabilities;
import io.github.quarkusclaude.catalog.ClaudeModel;
import io.github.quarkusclaude.catalog.ConditionalSupport;
import io.github.quarkusclaude.catalog.Effort;
import io.github.quarkusclaude.catalog.EffortRules;
import io.github.quarkusclaude.catalog.ForcedToolChoice;
import io.github.quarkusclaude.catalog.Lifecycle;
import io.github.quarkusclaude.catalog.Limits;
import io.github.quarkusclaude.catalog.LongPromptPrices;
import io.github.quarkusclaude.catalog.ModelCatalog;
import io.github.quarkusclaude.catalog.ModelStatus;
import io.github.quarkusclaude.catalog.Prices;
import io.github.quarkusclaude.catalog.Support;
import io.github.quarkusclaude.catalog.ThinkingDefault;
import io.github.quarkusclaude.catalog.ThinkingDisplay;
import io.github.quarkusclaude.catalog.ThinkingRules;
import io.github.quarkusclaude.catalog.TokenPrices;
import io.github.quarkusclaude.runtime.catalog.CatalogProfile;

/**
 * The current catalogue says the same as the collection of facts it was made from, where that collection is at hand.
 */
class ReferenceTest {

    private static final Path REFERENCE = Path.of("../../shared/reference/claude-models.json");
    private static final String NOT_AN_ID = "not a Claude API id";

    private static final Set<String> OLDER_WITHOUT_SYSTEM_MESSAGES = Set.of("claude-opus-4-7", "claude-opus-4-6",
            "claude-sonnet-4-6", "claude-haiku-4-5-20251001", "claude-opus-4-5-20251101", "claude-sonnet-4-5-20250929");

    private static final LocalDate RELEASE_OF_4_6 = LocalDate.of(2026, 2, 5);

    private final ModelCatalog catalog = Catalogs.of(CatalogProfile.CURRENT);

    @Test
    void everyModelOfTheReferenceIsInTheCatalogueWithEqualValues() throws IOException {
        assumeTrue(Files.exists(REFERENCE), "the reference is not next to this checkout");
        JsonNode reference = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build()
                .readTree(REFERENCE.toFile());
        SoftAssertions softly = new SoftAssertions();
        for (JsonNode entry : reference) {
            String id = entry.get("id").asText();
            ClaudeModel model = catalog.model(id).orElse(null);
            if (entry.get("id_kind").asText().equals(NOT_AN_ID)) {
                softly.assertThat(model).as(id).isNull();
            } else if (entry.hasNonNull("is_alias_of")) {
                softly.assertThat(model).as(id).isNotNull()
                        .isEqualTo(catalog.model(entry.get("is_alias_of").asText()).orElse(null));
            } else {
                softly.assertThat(model).as(id).isEqualTo(model(entry));
            }
        }
        softly.assertAll();
    }

    private static ClaudeModel model(JsonNode entry) {
        List<String> aliases = new ArrayList<>();
        entry.get("aliases").forEach(alias -> aliases.add(alias.asText()));
        return new ClaudeModel(entry.get("id").asText(), entry.get("display_name").asText(), text(entry, "line"), aliases,
                entry.get("id").asText(), entry.get("access").asText().startsWith("restricted"), lifecycle(entry),
                new Limits(count(entry, "context_window_tokens"), count(entry, "max_output_tokens"),
                        count(entry, "max_output_tokens_batch_beta"), count(entry, "prompt_cache_min_tokens")),
                capabilities(entry), thinking(entry.get("thinking")), effort(entry.get("effort")), prices(entry));
    }

    private static Lifecycle lifecycle(JsonNode entry) {
        String status = entry.get("status").asText();
        return new Lifecycle(ModelStatus.valueOf(status.split(" ")[0].toUpperCase(Locale.ROOT)),
                status.contains("(legacy)"), date(entry, "release_date"), date(entry, "deprecated_on"),
                date(entry, "retires_on"), date(entry, "retires_not_before"), text(entry, "replacement"));
    }

    private static Capabilities capabilities(JsonNode entry) {
        return new Capabilities(support(entry, "input_image"), support(entry, "input_pdf"), support(entry, "tool_use"),
                support(entry, "structured_outputs"),
                // every model of the Messages API streams; the reference does not waste a column on it
                Support.YES, systemMessages(entry), support(entry, "prefill_accepted"),
                support(entry, "sampling_params_accepted_on_2023_06_01"),
                switch (entry.get("forced_tool_choice_accepted").asText()) {
                    case "true" -> ForcedToolChoice.YES;
                    case "false" -> ForcedToolChoice.NO;
                    case "yes, except with thinking enabled (manual)" -> ForcedToolChoice.WITHOUT_MANUAL_THINKING;
                    default -> ForcedToolChoice.UNKNOWN;
                }, inferenceGeo(entry),
                entry.path("notes").asText().contains("computer_20251124") ? Support.NO : Support.UNKNOWN);
    }

    /** Not in the table of models; the description of the API says that 4.6 and later take it, and older ones refuse it. */
    private static Support inferenceGeo(JsonNode entry) {
        LocalDate released = date(entry, "release_date");
        if (released == null) {
            return entry.get("id").asText().startsWith("claude-2.") ? Support.NO : Support.UNKNOWN;
        }
        return Support.of(!released.isBefore(RELEASE_OF_4_6));
    }

    /** Unknown in the table of models; the description of the API says of older models that they refuse them. */
    private static Support systemMessages(JsonNode entry) {
        return OLDER_WITHOUT_SYSTEM_MESSAGES.contains(entry.get("id").asText()) ? Support.NO
                : support(entry, "mid_conversation_system_messages");
    }

    private static ThinkingRules thinking(JsonNode thinking) {
        String whenOmitted = thinking.get("default").asText();
        String display = text(thinking, "display_default");
        return new ThinkingRules(support(thinking, "manual_enabled"), support(thinking, "adaptive"),
                conditional(thinking, "disabled_accepted"), conditional(thinking, "between_tools"),
                whenOmitted.equals("off") ? ThinkingDefault.OFF
                        : thinking.hasNonNull("default") ? ThinkingDefault.ADAPTIVE : ThinkingDefault.UNKNOWN,
                display == null ? ThinkingDisplay.UNKNOWN : ThinkingDisplay.valueOf(display.toUpperCase(Locale.ROOT)));
    }

    private static EffortRules effort(JsonNode effort) {
        if (!effort.hasNonNull("supported")) {
            return EffortRules.UNKNOWN;
        }
        List<Effort> levels = new ArrayList<>();
        effort.get("levels").forEach(level -> levels.add(Effort.valueOf(level.asText().toUpperCase(Locale.ROOT))));
        String level = text(effort, "default");
        return new EffortRules(support(effort, "supported"), levels,
                level == null ? null : Effort.valueOf(level.toUpperCase(Locale.ROOT)));
    }

    private static Prices prices(JsonNode entry) {
        JsonNode tier = entry.get("price_tiers").path(0);
        JsonNode fast = entry.get("fast_mode_price_usd_per_mtok");
        return new Prices(tokenPrices(entry.get("price_usd_per_mtok")),
                tier.isMissingNode() ? null
                        : new LongPromptPrices(tier.get("prompt_tokens_over").asInt(), tokenPrices(tier)),
                fast.isNull() ? null : tokenPrices(fast), amount(entry, "batch_price_factor"));
    }

    private static TokenPrices tokenPrices(JsonNode prices) {
        return new TokenPrices(amount(prices, "input"), amount(prices, "output"), amount(prices, "cache_write_5m"),
                amount(prices, "cache_write_1h"), amount(prices, "cache_read"));
    }

    private static Support support(JsonNode entry, String field) {
        String answer = entry.get(field).asText();
        if (answer.equals("true") || answer.startsWith("yes")) {
            return Support.YES;
        }
        return answer.equals("false") ? Support.NO : Support.UNKNOWN;
    }

    private static ConditionalSupport conditional(JsonNode entry, String field) {
        String answer = entry.get(field).asText();
        if (answer.equals("only with effort low, medium or high")
                || answer.equals("yes; rejected with effort xhigh or max")) {
            return ConditionalSupport.UP_TO_HIGH_EFFORT;
        }
        return ConditionalSupport.valueOf(support(entry, field).name());
    }

    private static @Nullable String text(JsonNode entry, String field) {
        return entry.hasNonNull(field) ? entry.get(field).asText() : null;
    }

    private static @Nullable Integer count(JsonNode entry, String field) {
        return entry.hasNonNull(field) ? entry.get(field).asInt() : null;
    }

    private static @Nullable BigDecimal amount(JsonNode entry, String field) {
        return entry.hasNonNull(field) ? entry.get(field).decimalValue() : null;
    }

    private static @Nullable LocalDate date(JsonNode entry, String field) {
        return entry.hasNonNull(field) ? LocalDate.parse(entry.get(field).asText()) : null;
    }
}
