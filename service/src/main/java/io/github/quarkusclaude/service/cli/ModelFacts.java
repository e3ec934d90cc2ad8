package io.github.quarkusclaude.service.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import io.github.quarkusclaude.catalog.Capabilities;
import io.github.quarkusclaude.catalog.ClaudeModel;
import io.github.quarkusclaude.catalog.Effort;
import io.github.quarkusclaude.catalog.EffortRules;
import io.github.quarkusclaude.catalog.Lifecycle;
import io.github.quarkusclaude.catalog.LongPromptPrices;
import io.github.quarkusclaude.catalog.Prices;
import io.github.quarkusclaude.catalog.Support;
import io.github.quarkusclaude.catalog.ThinkingRules;
import io.github.quarkusclaude.catalog.TokenPrices;
import io.github.quarkusclaude.json.RawJson;

/** A model of the catalogue as named facts, those of the API under the API's names. What is unknown is left out. */
final class ModelFacts {

    private ModelFacts() {
    }

    static Map<String, Object> of(ClaudeModel model) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("type", "model");
        facts.put("id", model.id());
        facts.put("display_name", model.displayName());
        put(facts, "line", model.line());
        put(facts, "aliases", model.aliases());
        if (model.restricted()) {
            facts.put("access", "restricted");
        }
        lifecycle(facts, model.lifecycle());
        put(facts, "max_input_tokens", model.limits().maxInputTokens());
        put(facts, "max_tokens", model.limits().maxTokens());
        put(facts, "max_tokens_batch", model.limits().maxTokensBatch());
        put(facts, "cache_minimum_tokens", model.limits().cacheMinimumTokens());
        put(facts, "capabilities", capabilities(model.capabilities()));
        put(facts, "thinking", thinking(model.thinking()));
        put(facts, "effort", effort(model.effort()));
        put(facts, "prices_usd_per_mtok", prices(model.prices()));
        return facts;
    }

    /** Facts as lines of two columns, nested names joined with dots. */
    static List<List<String>> lines(RawJson facts) {
        List<List<String>> lines = new ArrayList<>();
        addLines("", facts.tree(), lines);
        return lines;
    }

    private static void addLines(String prefix, JsonNode object, List<List<String>> lines) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String name = prefix + field.getKey();
            JsonNode value = field.getValue();
            if (value.isObject()) {
                addLines(name + ".", value, lines);
            } else if (value.isArray()) {
                List<String> texts = new ArrayList<>();
                value.forEach(element -> texts.add(element.asText()));
                lines.add(List.of(name, String.join(", ", texts)));
            } else {
                lines.add(List.of(name, value.asText()));
            }
        }
    }

    private static void lifecycle(Map<String, Object> facts, Lifecycle lifecycle) {
        facts.put("lifecycle", lower(lifecycle.status()));
        if (lifecycle.legacy()) {
            facts.put("legacy", true);
        }
        put(facts, "released_at", lifecycle.released());
        put(facts, "deprecated_at", lifecycle.deprecated());
        put(facts, "retires_at", lifecycle.retires());
        put(facts, "retires_not_before", lifecycle.retiresNotBefore());
        put(facts, "replacement", lifecycle.replacement());
    }

    private static Map<String, Object> capabilities(Capabilities capabilities) {
        Map<String, Object> facts = new LinkedHashMap<>();
        put(facts, "image_input", capabilities.imageInput());
        put(facts, "pdf_input", capabilities.pdfInput());
        put(facts, "tool_use", capabilities.toolUse());
        put(facts, "forced_tool_choice", capabilities.forcedToolChoice());
        put(facts, "structured_outputs", capabilities.structuredOutputs());
        put(facts, "streaming", capabilities.streaming());
        put(facts, "system_messages", capabilities.systemMessages());
        put(facts, "prefill", capabilities.prefill());
        put(facts, "sampling_parameters", capabilities.samplingParameters());
        put(facts, "inference_geo", capabilities.inferenceGeo());
        put(facts, "older_computer_tools", capabilities.olderComputerTools());
        return facts;
    }

    private static Map<String, Object> thinking(ThinkingRules thinking) {
        Map<String, Object> facts = new LinkedHashMap<>();
        put(facts, "enabled", thinking.enabled());
        put(facts, "adaptive", thinking.adaptive());
        put(facts, "disabled", thinking.disabled());
        put(facts, "between_tools", thinking.betweenTools());
        put(facts, "when_omitted", thinking.whenOmitted());
        put(facts, "display", thinking.display());
        return facts;
    }

    private static Map<String, Object> effort(EffortRules effort) {
        Map<String, Object> facts = new LinkedHashMap<>();
        put(facts, "supported", effort.supported());
        put(facts, "levels", effort.levels().stream().map(Effort::id).toList());
        put(facts, "default", effort.defaultLevel());
        return facts;
    }

    private static Map<String, Object> prices(Prices prices) {
        Map<String, Object> facts = tokenPrices(prices.standard());
        LongPromptPrices longPrompt = prices.longPrompt();
        if (longPrompt != null) {
            Map<String, Object> tier = new LinkedHashMap<>();
            tier.put("over_tokens", longPrompt.overTokens());
            tier.putAll(tokenPrices(longPrompt.prices()));
            facts.put("long_prompt", tier);
        }
        if (prices.fast() != null) {
            facts.put("fast", tokenPrices(prices.fast()));
        }
        put(facts, "batch_factor", prices.batchFactor());
        return facts;
    }

    private static Map<String, Object> tokenPrices(TokenPrices prices) {
        Map<String, Object> facts = new LinkedHashMap<>();
        put(facts, "input", prices.input());
        put(facts, "output", prices.output());
        put(facts, "cache_write_5m", prices.cacheWrite5m());
        put(facts, "cache_write_1h", prices.cacheWrite1h());
        put(facts, "cache_read", prices.cacheRead());
        return facts;
    }

    private static void put(Map<String, Object> facts, String name, @Nullable Object value) {
        if (value == null || value instanceof List<?> list && list.isEmpty()
                || value instanceof Map<?, ?> map && map.isEmpty()) {
            return;
        }
        if (value instanceof Support support) {
            if (support != Support.UNKNOWN) {
                facts.put(name, support == Support.YES);
            }
        } else if (value instanceof Enum<?> constant) {
            if (!constant.name().equals("UNKNOWN")) {
                facts.put(name, lower(constant));
            }
        } else if (value instanceof Number || value instanceof String || value instanceof List || value instanceof Map) {
            facts.put(name, value);
        } else {
            facts.put(name, value.toString());
        }
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
