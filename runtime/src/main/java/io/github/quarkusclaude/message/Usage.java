package io.github.quarkusclaude.message;

import java.io.IOException;
import java.util.List;
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
 * What a message used, in tokens.
 *
 * @param inputTokens input that was neither read from nor written to the prompt cache
 * @param cacheCreationInputTokens input written to the prompt cache
 * @param cacheReadInputTokens input read from the prompt cache
 * @param cacheCreation how long what was written to the prompt cache lives
 * @param outputTokens output, thinking included
 * @param outputTokensDetails what the output tokens were spent on
 * @param serverToolUse how often tools that the API runs were used
 * @param serviceTier {@code standard}, {@code priority} or {@code batch}
 * @param inferenceGeo where the model ran
 * @param speed {@code standard} or {@code fast}
 * @param iterations the steps of an answer that took several; the tokens of a compaction are only here
 * @param additionalFields fields this version does not know
 */
public record Usage(@Nullable Integer inputTokens, @Nullable Integer cacheCreationInputTokens,
        @Nullable Integer cacheReadInputTokens, @Nullable CacheCreation cacheCreation, @Nullable Integer outputTokens,
        @Nullable OutputTokensDetails outputTokensDetails, @Nullable ServerToolUsage serverToolUse,
        @Nullable String serviceTier, @Nullable String inferenceGeo, @Nullable String speed,
        @Nullable List<UsageIteration> iterations, Map<String, RawJson> additionalFields) implements ApiObject {

    /** Nothing is known about the usage. */
    public static final Usage UNKNOWN = new Usage(null, null, null, null, null, null, null, null, null, null, null, Map.of());

    public Usage {
        iterations = iterations == null ? null : List.copyOf(iterations);
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** A usage of so many tokens, nothing else being known. */
    public static Usage of(int inputTokens, int cacheCreationInputTokens, int cacheReadInputTokens, int outputTokens) {
        return new Usage(inputTokens, cacheCreationInputTokens, cacheReadInputTokens, null, outputTokens, null, null, null,
                null,
                null, null, Map.of());
    }

    /** All input, cached or not; what is unknown counts as 0. */
    public int totalInputTokens() {
        return orZero(inputTokens) + orZero(cacheCreationInputTokens) + orZero(cacheReadInputTokens);
    }

    /** All input and output; what is unknown counts as 0. */
    public int totalTokens() {
        return totalInputTokens() + orZero(outputTokens);
    }

    /** The part of the output that was thinking; what is unknown counts as 0. */
    public int thinkingTokens() {
        return outputTokensDetails == null ? 0 : orZero(outputTokensDetails.thinkingTokens());
    }

    /**
     * This usage overwritten by a later one of the same message: the API counts cumulatively, so that values replace
     * each other and are never added. What the later one does not know stays.
     */
    public Usage updatedBy(Usage later) {
        Map<String, RawJson> additional = additionalFields;
        for (Map.Entry<String, RawJson> field : later.additionalFields.entrySet()) {
            if (!field.getValue().equals(RawJson.NULL) || !isKnown(field.getKey())) {
                additional = AdditionalFields.with(additional, field.getKey(), field.getValue());
            }
        }
        return new Usage(or(later.inputTokens, inputTokens), or(later.cacheCreationInputTokens, cacheCreationInputTokens),
                or(later.cacheReadInputTokens, cacheReadInputTokens), or(later.cacheCreation, cacheCreation),
                or(later.outputTokens, outputTokens), or(later.outputTokensDetails, outputTokensDetails),
                or(later.serverToolUse, serverToolUse), or(later.serviceTier, serviceTier),
                or(later.inferenceGeo, inferenceGeo), or(later.speed, speed), or(later.iterations, iterations), additional);
    }

    private static <T> @Nullable T or(@Nullable T later, @Nullable T before) {
        return later == null ? before : later;
    }

    private boolean isKnown(String field) {
        return additionalFields.containsKey(field) || switch (field) {
            case "input_tokens" -> inputTokens != null;
            case "cache_creation_input_tokens" -> cacheCreationInputTokens != null;
            case "cache_read_input_tokens" -> cacheReadInputTokens != null;
            case "cache_creation" -> cacheCreation != null;
            case "output_tokens" -> outputTokens != null;
            case "output_tokens_details" -> outputTokensDetails != null;
            case "server_tool_use" -> serverToolUse != null;
            case "service_tier" -> serviceTier != null;
            case "inference_geo" -> inferenceGeo != null;
            case "speed" -> speed != null;
            case "iterations" -> iterations != null;
            default -> false;
        };
    }

    private static int orZero(@Nullable Integer tokens) {
        return tokens == null ? 0 : tokens;
    }

    /** Decodes a usage from where the reader stands. */
    public static Usage readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        Integer inputTokens = null;
        Integer cacheCreationInputTokens = null;
        Integer cacheReadInputTokens = null;
        CacheCreation cacheCreation = null;
        Integer outputTokens = null;
        OutputTokensDetails outputTokensDetails = null;
        ServerToolUsage serverToolUse = null;
        String serviceTier = null;
        String inferenceGeo = null;
        String speed = null;
        List<UsageIteration> iterations = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "input_tokens" -> inputTokens = fields.integer();
                case "cache_creation_input_tokens" -> cacheCreationInputTokens = fields.integer();
                case "cache_read_input_tokens" -> cacheReadInputTokens = fields.integer();
                case "cache_creation" -> cacheCreation = fields.object(CacheCreation::readFrom);
                case "output_tokens" -> outputTokens = fields.integer();
                case "output_tokens_details" -> outputTokensDetails = fields.object(OutputTokensDetails::readFrom);
                case "server_tool_use" -> serverToolUse = fields.object(ServerToolUsage::readFrom);
                case "service_tier" -> serviceTier = fields.text();
                case "inference_geo" -> inferenceGeo = fields.text();
                case "speed" -> speed = fields.text();
                case "iterations" -> iterations = fields.objects(UsageIteration::readFrom);
                default -> fields.keep();
            }
        }
        return new Usage(inputTokens, cacheCreationInputTokens, cacheReadInputTokens, cacheCreation, outputTokens,
                outputTokensDetails, serverToolUse, serviceTier, inferenceGeo, speed, iterations, fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this)
                .field("input_tokens", inputTokens)
                .field("cache_creation_input_tokens", cacheCreationInputTokens)
                .field("cache_read_input_tokens", cacheReadInputTokens)
                .field("cache_creation", cacheCreation)
                .field("output_tokens", outputTokens)
                .field("output_tokens_details", outputTokensDetails)
                .field("server_tool_use", serverToolUse)
                .field("service_tier", serviceTier)
                .field("inference_geo", inferenceGeo)
                .field("speed", speed)
                .objects("iterations", iterations).end();
    }
}
