package io.github.quarkusclaude.message;

import java.io.IOException;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonGenerator;

import io.github.quarkusclaude.json.AdditionalFields;
import io.github.quarkusclaude.json.ApiObject;
import io.github.quarkusclaude.json.FieldReader;
import io.github.quarkusclaude.json.FieldWriter;
import io.github.quarkusclaude.json.JsonReader;
import io.github.quarkusclaude.json.RawJson;

/**
 * Whether and how the model thinks before it answers. Which forms a model takes is in the catalogue.
 *
 * @param type {@code adaptive}, {@code enabled}, {@code between_tools} or {@code disabled}
 * @param budgetTokens with type {@code enabled}, how many tokens it may think: at least 1024, less than {@code max_tokens}
 * @param display {@code summarized} to see the thinking, {@code omitted} not to, {@code updates} for short notes; the default
 *        differs between models
 * @param blockBinding what happens to thinking blocks that do not belong where they stand
 * @param additionalFields fields this version does not know
 */
public record ThinkingConfig(@Nullable String type, @Nullable Integer budgetTokens, @Nullable String display,
        @Nullable BlockBinding blockBinding, Map<String, RawJson> additionalFields) implements ApiObject {

    /** The model decides how much it thinks. */
    public static final ThinkingConfig ADAPTIVE = new ThinkingConfig("adaptive", null, null, null, Map.of());

    /** The model does not think before it answers, but may between its tool calls; some models only. */
    public static final ThinkingConfig BETWEEN_TOOLS = new ThinkingConfig("between_tools", null, null, null, Map.of());

    /** The model does not think. */
    public static final ThinkingConfig DISABLED = new ThinkingConfig("disabled", null, null, null, Map.of());

    public ThinkingConfig {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** The model thinks up to a number of tokens; older models only. */
    public static ThinkingConfig enabled(int budgetTokens) {
        return new ThinkingConfig("enabled", budgetTokens, null, null, Map.of());
    }

    /** This configuration, with the thinking shown ({@code summarized}) or not ({@code omitted}). */
    public ThinkingConfig withDisplay(@Nullable String display) {
        return new ThinkingConfig(type, budgetTokens, display, blockBinding, additionalFields);
    }

    /** This configuration, with what happens to thinking blocks that do not belong where they stand. */
    public ThinkingConfig withBlockBinding(@Nullable BlockBinding blockBinding) {
        return new ThinkingConfig(type, budgetTokens, display, blockBinding, additionalFields);
    }

    static ThinkingConfig readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        String type = null;
        Integer budgetTokens = null;
        String display = null;
        BlockBinding blockBinding = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "type" -> type = fields.text();
                case "budget_tokens" -> budgetTokens = fields.integer();
                case "display" -> display = fields.text();
                case "block_binding" -> blockBinding = fields.object(BlockBinding::readFrom);
                default -> fields.keep();
            }
        }
        return new ThinkingConfig(type, budgetTokens, display, blockBinding, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this)
                .field("type", type)
                .field("budget_tokens", budgetTokens)
                .field("display", display)
                .field("block_binding", blockBinding).end();
    }
}
