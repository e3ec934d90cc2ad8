package io.github.quarkusclaude.deployment.catalog;

import org.jspecify.annotations.Nullable;

import io.github.quarkusclaude.catalog.Capabilities;
import io.github.quarkusclaude.catalog.ClaudeModel;
import io.github.quarkusclaude.catalog.ConditionalSupport;
import io.github.quarkusclaude.catalog.Effort;
import io.github.quarkusclaude.catalog.EffortRules;
import io.github.quarkusclaude.catalog.ForcedToolChoice;
import io.github.quarkusclaude.catalog.Lifecycle;
import io.github.quarkusclaude.catalog.Limits;
import io.github.quarkusclaude.catalog.LongPromptPrices;
import io.github.quarkusclaude.catalog.ModelStatus;
import io.github.quarkusclaude.catalog.Prices;
import io.github.quarkusclaude.catalog.Support;
import io.github.quarkusclaude.catalog.ThinkingDefault;
import io.github.quarkusclaude.catalog.ThinkingDisplay;
import io.github.quarkusclaude.catalog.ThinkingRules;
import io.github.quarkusclaude.catalog.TokenPrices;

/**
 * Turns one model of a catalogue file into its record.
 */
final class ModelReader {

    private static final String RESTRICTED = "restricted";

    private ModelReader() {
    }

    static ClaudeModel read(String id, JsonEntry entry) {
        entry.ignore("id", "sources", "notes");
        ClaudeModel model = new ClaudeModel(id, or(entry.text("display_name"), ""), entry.text("line"),
                entry.texts("aliases"), or(entry.text("wire_id"), id), restricted(entry),
                lifecycle(entry.object("lifecycle")), limits(entry.object("limits")),
                capabilities(entry.object("capabilities")), thinking(entry.object("thinking")),
                effort(entry.object("effort")), prices(entry.object("prices")));
        entry.rejectUnknownFields();
        return model;
    }

    private static boolean restricted(JsonEntry entry) {
        String access = entry.text("access");
        if (access != null && !access.equals(RESTRICTED)) {
            entry.problem("access", "is \"" + access + "\"; make it \"" + RESTRICTED + "\" or leave it out");
        }
        return access != null;
    }

    private static Lifecycle lifecycle(JsonEntry entry) {
        ModelStatus status = entry.choice("status", ModelStatus.class);
        if (!entry.has("status")) {
            entry.problem("status", "is missing; make it active, deprecated or retired");
        }
        return new Lifecycle(or(status, ModelStatus.ACTIVE), Boolean.TRUE.equals(entry.flag("legacy")),
                entry.date("released"), entry.date("deprecated"), entry.date("retires"), entry.date("retires_not_before"),
                entry.text("replacement"));
    }

    private static Limits limits(JsonEntry entry) {
        return new Limits(entry.count("max_input_tokens"), entry.count("max_tokens"), entry.count("max_tokens_batch"),
                entry.count("cache_minimum_tokens"));
    }

    private static Capabilities capabilities(JsonEntry entry) {
        return new Capabilities(support(entry, "image_input"), support(entry, "pdf_input"), support(entry, "tool_use"),
                support(entry, "structured_outputs"), support(entry, "streaming"), support(entry, "system_messages"),
                support(entry, "prefill"), support(entry, "sampling_parameters"),
                or(entry.choice("forced_tool_choice", ForcedToolChoice.class), ForcedToolChoice.UNKNOWN),
                support(entry, "inference_geo"), support(entry, "older_computer_tools"));
    }

    private static ThinkingRules thinking(JsonEntry entry) {
        // no rule for requests: a conversation that goes on unchanged fits every model
        entry.ignore("bound_to_conversation");
        return new ThinkingRules(support(entry, "enabled"), support(entry, "adaptive"),
                or(entry.choice("disabled", ConditionalSupport.class), ConditionalSupport.UNKNOWN),
                or(entry.choice("between_tools", ConditionalSupport.class), ConditionalSupport.UNKNOWN),
                or(entry.choice("when_omitted", ThinkingDefault.class), ThinkingDefault.UNKNOWN),
                or(entry.choice("display", ThinkingDisplay.class), ThinkingDisplay.UNKNOWN));
    }

    private static EffortRules effort(JsonEntry entry) {
        Effort defaultLevel = entry.choice("default", Effort.class);
        if (!entry.has("levels")) {
            return new EffortRules(Support.UNKNOWN, entry.choices("levels", Effort.class), defaultLevel);
        }
        return EffortRules.of(entry.choices("levels", Effort.class), defaultLevel);
    }

    private static Prices prices(JsonEntry entry) {
        LongPromptPrices longPrompt = null;
        if (entry.has("long_prompt")) {
            JsonEntry inner = entry.object("long_prompt");
            longPrompt = new LongPromptPrices(or(inner.count("over_tokens"), 0), tokenPrices(inner));
        }
        TokenPrices fast = entry.has("fast") ? tokenPrices(entry.object("fast")) : null;
        return new Prices(tokenPrices(entry), longPrompt, fast, entry.amount("batch_factor"));
    }

    private static TokenPrices tokenPrices(JsonEntry entry) {
        return new TokenPrices(entry.amount("input"), entry.amount("output"), entry.amount("cache_write_5m"),
                entry.amount("cache_write_1h"), entry.amount("cache_read"));
    }

    private static Support support(JsonEntry entry, String name) {
        return Support.of(entry.flag(name));
    }

    private static <T> T or(@Nullable T value, T absent) {
        return value == null ? absent : value;
    }
}
