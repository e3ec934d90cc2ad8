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
 * More about why the model stopped; today about refusals only.
 *
 * @param type {@code refusal}
 * @param category what the request touched: {@code cyber}, {@code bio}, {@code frontier_llm}, {@code reasoning_extraction},
 *        {@code general_harms}; absent if it is none of them
 * @param explanation why, in words for people
 * @param recommendedModel a model that may answer
 * @param fallbackCreditToken for a later request, which then pays less for the prompt: valid for five minutes
 * @param fallbackHasPrefillClaim whether the token covers what was answered so far
 * @param additionalFields fields this version does not know
 */
public record StopDetails(@Nullable String type, @Nullable String category, @Nullable String explanation,
        @Nullable String recommendedModel, @Nullable String fallbackCreditToken, @Nullable Boolean fallbackHasPrefillClaim,
        Map<String, RawJson> additionalFields) implements ApiObject {

    public StopDetails {
        additionalFields = AdditionalFields.copyOf(additionalFields);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "StopDetails[type=" + type + ", category=" + category + ", explanation=" + explanation
                + ", recommendedModel=" + recommendedModel + "]";
    }

    /** Decodes from where the reader stands. */
    public static StopDetails readFrom(JsonReader json) throws IOException {
        FieldReader fields = FieldReader.open(json);
        String type = null;
        String category = null;
        String explanation = null;
        String recommendedModel = null;
        String fallbackCreditToken = null;
        Boolean fallbackHasPrefillClaim = null;
        while (fields.next()) {
            switch (fields.name()) {
                case "type" -> type = fields.text();
                case "category" -> category = fields.text();
                case "explanation" -> explanation = fields.text();
                case "recommended_model" -> recommendedModel = fields.text();
                case "fallback_credit_token" -> fallbackCreditToken = fields.text();
                case "fallback_has_prefill_claim" -> fallbackHasPrefillClaim = fields.bool();
                default -> fields.keep();
            }
        }
        return new StopDetails(type, category, explanation, recommendedModel, fallbackCreditToken, fallbackHasPrefillClaim,
                fields.rest());
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        FieldWriter.start(json, this)
                .field("type", type)
                .field("category", category)
                .field("explanation", explanation)
                .field("recommended_model", recommendedModel)
                .field("fallback_credit_token", fallbackCreditToken)
                .field("fallback_has_prefill_claim", fallbackHasPrefillClaim).end();
    }
}
